import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import { SiteFrame } from '../../frame/site-frame.tsx';
import { ExampleWeek } from '../../landing/example-week.tsx';
import { FourMistakes } from '../../landing/four-mistakes.tsx';
import { openApi } from '../../server/open-api.ts';
import { PracticeDoors } from '../../waitlist/practice-doors.tsx';

export default async function LandingPage() {
  const practices = await (await openApi()).practice.list();
  const only = practices.length === 1 ? practices[0] : undefined;
  return (
    <SiteFrame {...(only ? { waitlistHref: `/p/${only.slug}` } : {})}>
      <div className="items-end gap-x-14 pt-5 md:grid md:grid-cols-[7fr_5fr] md:pt-11">
        <div>
          {only ? <p className="text-md text-ink-3">{only.name}</p> : null}
          <h1 className="mt-1 text-[2.5rem] leading-[1.06] md:text-5xl md:leading-[1.02]">
            Strength that fits around your running
          </h1>
          <p className="mt-3.5 max-w-[36rem] font-serif text-lg text-ink-2 md:mt-4.5 md:text-xl md:leading-8">
            Two short sessions a week, on the days your runs leave free, heavy enough to matter. Your coach writes them;
            beside every exercise and every day stands the reason.
          </p>
          <div className="mt-7 flex flex-wrap gap-2">
            {only ? (
              <LinkButton href={`/p/${only.slug}`} variant="primary" size="tap">
                See if a spot is free
              </LinkButton>
            ) : null}
            <LinkButton href="/check" size="tap">
              Check your routine
            </LinkButton>
          </div>
        </div>
        <div className="max-md:hidden">
          <ExerciseFigure exerciseId="gx_sl_rdl" size="full" className="max-h-[300px]" decorative />
        </div>
      </div>
      <section aria-labelledby="week" className="mt-12 md:mt-16">
        <SectionHead id="week" className="border-b-0">
          Your runs decide the days
        </SectionHead>
        <p className="mb-4 max-w-measure font-serif text-lg text-ink-2">
          Here is a week with speed work on Wednesday and the long run on Saturday. Tap a day to read why strength may
          stand there, or not.
        </p>
        <ExampleWeek />
      </section>
      <section aria-labelledby="how" className="mt-12 md:mt-16">
        <h2 id="how" className="mb-4 text-2xl md:text-3xl">
          Four ways strength goes wrong for runners
        </h2>
        <FourMistakes />
        <p className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
          <LinkButton href="/check" size="tap">
            Check your own routine
          </LinkButton>
          <span className="text-md text-ink-2">Free, without an account. It stays in your browser.</span>
        </p>
        <p className="mt-5 max-w-measure text-md text-ink-2">
          Pain at rest, at night, or that makes you limp is not a matter for a program: see a doctor or physiotherapist
          first. Expect a difference after eight to ten weeks. <a href="/rules">All the rules, with their sources</a>
        </p>
      </section>
      <section
        aria-labelledby="coaches"
        className="mt-12 items-start gap-x-14 border-t-2 border-ink pt-5 md:mt-16 md:grid md:grid-cols-2"
      >
        <h2 id="coaches" className="text-2xl md:text-3xl">
          {only ? 'Would you like it written for you?' : 'Who writes it for you'}
        </h2>
        <div className="max-md:mt-3">
          {practices.length === 0 ? (
            <p className="font-serif text-lg text-ink-2">No coach has opened a practice here yet.</p>
          ) : (
            <PracticeDoors practices={practices} />
          )}
        </div>
      </section>
    </SiteFrame>
  );
}
