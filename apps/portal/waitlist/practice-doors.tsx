import { LinkButton } from '@groundwork/ui/primitives/link-button';

/** A practice as its door says it. */
export interface PracticeDoor {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
}

/** The way to each practice's waitlist: one invites, several are listed. */
export function PracticeDoors({ practices }: { readonly practices: readonly PracticeDoor[] }) {
  const [first] = practices;
  if (first && practices.length === 1) {
    return (
      <>
        <p className="font-serif text-lg">{first.about}</p>
        <LinkButton href={`/p/${first.slug}`} variant="primary" size="tap" className="mt-4">
          Join the waitlist
        </LinkButton>
      </>
    );
  }
  return (
    <ul>
      {practices.map(({ slug, name, about }) => (
        <li key={slug} className="relative border-b border-rule py-4 first:pt-0">
          <h3>
            <a href={`/p/${slug}`} className="text-ink no-underline after:absolute after:inset-0 after:content-['']">
              {name}
            </a>
          </h3>
          <p className="mt-1 font-serif text-reason text-ink-2">{about}</p>
        </li>
      ))}
    </ul>
  );
}
