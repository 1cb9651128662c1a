import { capitalise, countWord } from '@groundwork/ui/count-words';
import { SectionHead } from '@groundwork/ui/primitives/section-head';

/** How the line works, in four sentences that the database keeps. */
export function LineRules({ spots, holdHours }: { readonly spots: number; readonly holdHours: number }) {
  const rules = [
    {
      title: 'First confirmed, first offered',
      text: 'The line is sorted by the time you confirmed your address. Nobody can pay or refer their way forward.',
    },
    {
      title: `An offer is held for you for ${holdHours} hours`,
      text: 'While it is held nobody else can take it. A reminder comes before it runs out.',
    },
    {
      title: 'No more offers than spots',
      text: `Held offers and coached runners together never pass ${spots}. If you say no, the next person is asked.`,
    },
    {
      title: 'You can always see where you stand',
      text: 'Your link shows your place, who is ahead only as a number, and the rule behind it.',
    },
  ];
  return (
    <section aria-labelledby="line" className="mt-12 md:mt-14">
      <SectionHead id="line">How the line works</SectionHead>
      <ol className="grid md:grid-flow-col md:grid-cols-2 md:grid-rows-2 md:gap-x-14">
        {rules.map(({ title, text }, index) => (
          <li key={title} className="grid grid-cols-[40px_1fr] border-b border-rule pt-3.5 pb-4">
            <span aria-hidden="true" className="font-serif text-[1.625rem] leading-7 font-medium text-ink-3">
              {index + 1}
            </span>
            <div>
              <h3>
                <span className="sr-only">{capitalise(countWord(index + 1))}: </span>
                {title}
              </h3>
              <p className="mt-0.5 max-w-[32rem] text-ink-2">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
