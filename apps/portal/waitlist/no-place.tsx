import { LinkProblem } from '../account/link-problem.tsx';

/** A link to a place in line that opens none: old or cut short. */
export const NoPlace = ({ slug }: { readonly slug: string }) => (
  <LinkProblem
    title="This link does not open a place"
    action={{ href: `/p/${slug}`, label: 'Go to the waitlist' }}
    waitlistHref={`/p/${slug}`}
  >
    It may be incomplete, or a newer letter has replaced it. Open the link from the latest letter, or join again with
    the same address: you keep your place, and are not on the list twice.
  </LinkProblem>
);
