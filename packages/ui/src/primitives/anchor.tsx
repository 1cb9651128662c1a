import type { ComponentProps, ComponentType } from 'react';

export type AnchorProps = Omit<ComponentProps<'a'>, 'href' | 'ref'> & { readonly href: string };

/** What draws a link: the element, or the app's router link (`as={Link}` with Next's). */
export type AnchorComponent = 'a' | ComponentType<AnchorProps>;
