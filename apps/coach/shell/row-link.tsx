'use client';

import type { AnchorProps } from '@groundwork/ui/primitives/anchor';
import Link from 'next/link';

/** A link in a long list: its page is fetched when somebody points at it or follows it, not for every row that comes into view. */
export const RowLink = (props: AnchorProps) => <Link {...props} prefetch={false} />;
