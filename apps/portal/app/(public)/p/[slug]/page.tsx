import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import type { Metadata } from 'next';
import { v7 as newId } from 'uuid';
import { firstName } from '../../../../frame/first-name.ts';
import { SiteFrame } from '../../../../frame/site-frame.tsx';
import { readPractice } from '../../../../server/read-practice.ts';
import { goalOptions } from '../../../../waitlist/goal-options.ts';
import { JoinForm } from '../../../../waitlist/join-form.tsx';
import { joinWaitlist } from '../../../../waitlist/join-waitlist.ts';
import { LineRules } from '../../../../waitlist/line-rules.tsx';

type Props = { readonly params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const practice = await readPractice((await params).slug);
  return { title: `Waitlist of ${practice.name}`, description: practice.about };
}

export default async function WaitlistPage({ params }: Props) {
  const practice = await readPractice((await params).slug);
  const figures = [
    { count: practice.free, words: practice.free === 1 ? 'spot free\u00a0now' : 'spots free\u00a0now' },
    {
      count: practice.waiting,
      words: practice.waiting === 1 ? 'person ahead of\u00a0you' : 'people ahead of\u00a0you',
    },
    { count: practice.spots, words: 'runners coached at\u00a0a\u00a0time' },
  ];
  return (
    <SiteFrame waitlistHref={`/p/${practice.slug}`}>
      <div className="items-start md:grid md:grid-cols-2 md:gap-x-14">
        <div className="pt-5 md:pt-11">
          <p className="text-md text-ink-3">{practice.name}</p>
          <h1 className="mt-1 text-[2.5rem] leading-[1.06] md:text-[3.25rem] md:leading-[1.04]">
            Strength that fits around your running
          </h1>
          <p className="mt-3.5 max-w-[36rem] font-serif text-lg text-ink-2 md:mt-4.5 md:text-xl md:leading-8">
            {practice.about}
          </p>
          <p className="mt-3 text-md text-ink-2">
            Not sure you need it? <a href="/check">Check your routine first</a>, free and without an account.
          </p>
          <dl className="mt-8 grid grid-cols-3 gap-x-4 border-t-2 border-ink pt-3.5 md:flex md:gap-x-11">
            {figures.map(({ count, words }) => (
              <div key={words} className="flex flex-col-reverse justify-end">
                <dt className="max-w-[8.5rem] text-md text-ink-2">{words}</dt>
                <dd className="font-serif text-4xl font-medium">{count}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-9 max-md:hidden">
            <ExerciseFigure exerciseId="qd_rev_lunge" size="full" className="max-h-[300px]" />
          </div>
        </div>
        <div className="mt-9 border-t-2 border-ink pt-5 md:mt-[52px]">
          <JoinForm
            action={joinWaitlist}
            slug={practice.slug}
            entryId={newId()}
            coachFirstName={firstName(practice.coachName)}
            goals={goalOptions}
          />
        </div>
      </div>
      <LineRules spots={practice.spots} holdHours={practice.holdHours} />
    </SiteFrame>
  );
}
