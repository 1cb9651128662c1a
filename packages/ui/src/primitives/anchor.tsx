'use client';

import { type ComponentProps, type ComponentType, createContext, type ReactNode, use } from 'react';

export type AnchorProps = Omit<ComponentProps<'a'>, 'href' | 'ref'> & { readonly href: string };

/** What draws a link: the element, or a router's link. */
export type AnchorComponent = 'a' | ComponentType<AnchorProps>;

const AnchorContext = createContext<AnchorComponent>('a');

/** Gives every link in this package the app's router: `<AnchorProvider as={Link}>` in a client component round the pages. */
export function AnchorProvider({ as, children }: { readonly as: AnchorComponent; readonly children: ReactNode }) {
  return <AnchorContext value={as}>{children}</AnchorContext>;
}

/** A link through the app's router, or a plain one without it. */
export function Anchor(props: AnchorProps) {
  const Link = use(AnchorContext);
  return <Link {...props} />;
}
