import type { AnchorProps } from '@groundwork/ui/primitives/anchor';
import Link from 'next/link';

/** The router's link for pages that read the database: fetched when asked for, not when the link comes into sight. */
export const LazyLink = (props: AnchorProps) => <Link {...props} prefetch={false} />;
