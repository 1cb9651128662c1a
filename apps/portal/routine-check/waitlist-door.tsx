import { LinkButton } from '@groundwork/ui/primitives/link-button';

interface Practice {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
}

/** From the check to somebody who writes it: the waitlist of the practice, or of each. Nothing without one. */
export function WaitlistDoor({ practices }: { readonly practices: readonly Practice[] }) {
  const [first] = practices;
  if (first === undefined) return null;
  return (
    <section
      aria-labelledby="door"
      className="mt-12 items-start gap-x-14 border-t-2 border-ink pt-5 md:mt-16 md:grid md:grid-cols-2 print:hidden"
    >
      <h2 id="door" className="text-2xl md:text-3xl">
        Would you like it written for you?
      </h2>
      <div className="max-md:mt-3">
        {practices.length === 1 ? (
          <>
            <p className="font-serif text-lg">{first.about}</p>
            <LinkButton href={`/p/${first.slug}`} variant="primary" size="tap" className="mt-4">
              Join the waitlist
            </LinkButton>
          </>
        ) : (
          <ul>
            {practices.map(({ slug, name, about }) => (
              <li key={slug} className="relative border-b border-rule py-4 first:pt-0">
                <h3>
                  <a
                    href={`/p/${slug}`}
                    className="text-ink no-underline after:absolute after:inset-0 after:content-['']"
                  >
                    {name}
                  </a>
                </h3>
                <p className="mt-1 font-serif text-reason text-ink-2">{about}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
