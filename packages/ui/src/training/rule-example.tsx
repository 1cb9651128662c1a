import type { ExampleLine, RuleExamples, Said } from '@groundwork/engine/rule-example';
import type { ShownExample } from '@groundwork/engine/rule-examples';
import { Anchor } from '../primitives/anchor.tsx';
import { joinClasses } from '../primitives/join-classes.ts';
import { ExerciseFigure } from './exercise-figure.tsx';

export interface RuleExampleProps {
  readonly example: ShownExample;
  readonly kind: RuleExamples['kind'];
  /** Where an exercise's page is in this app. */
  readonly exerciseHref: (exerciseId: string) => string;
}

const words: Record<RuleExamples['kind'], Record<ShownExample['outcome'], string>> = {
  check: { passes: 'Keeps the rule', fails: 'Breaks it', shows: 'Also' },
  decision: { passes: 'Goes ahead', fails: 'Does not', shows: 'Also' },
  worked: { passes: '', fails: '', shows: 'In use' },
};

/** One example of a rule as the engine worked it: its lines, those it speaks about marked, and its own words. */
export function RuleExample({ example, kind, exerciseHref }: RuleExampleProps) {
  const { outcome, caption, lines, said } = example;
  const isFault = kind === 'check' && (outcome === 'fails' || (outcome === 'shows' && example.faults.length > 0));
  // The same words on every line are said once; a drawing stands where its exercise is named first.
  const spoken = new Set<string>();
  const drawn = new Set<string>();
  const isFirst = (seen: Set<string>, key: string) => !seen.has(key) && Boolean(seen.add(key));
  return (
    <article>
      <h3 className="font-sans text-xs font-semibold tracking-caption text-ink-3">{words[kind][outcome]}</h3>
      <p className="mt-1 font-serif text-lg">{caption}.</p>
      <ul className="mt-3 border-t border-rule">
        {lines.map((line, place) => {
          const fresh = line.said.filter(({ explanation }) => isFirst(spoken, explanation.claim));
          const figure = line.exerciseId !== null && isFirst(drawn, line.exerciseId) ? line.exerciseId : null;
          return (
            <li
              key={place}
              className={joinClasses(
                'border-b border-rule py-1.5 pl-3',
                line.said.length > 0 && (isFault ? 'border-l-3 border-l-signal' : 'border-l-3 border-l-green'),
                line.said.length > 0 ? 'pl-[9px]' : '',
                line.isHeading && 'pt-3',
              )}
            >
              <Line line={line} figure={figure} exerciseHref={exerciseHref} />
              {fresh.map((one) => (
                <Words key={one.code} said={one} isFault={isFault} />
              ))}
            </li>
          );
        })}
      </ul>
      {said.map((one) => (
        <div
          key={one.code}
          className={joinClasses('mt-3 border-l-3 pl-[9px]', isFault ? 'border-l-signal' : 'border-l-green')}
        >
          <Words said={one} isFault={isFault} />
        </div>
      ))}
      {said.length === 0 && lines.every((line) => line.said.length === 0) ? (
        <p className="mt-3 text-md text-ink-3">
          {outcome === 'passes' ? 'The engine says nothing here: all in order.' : 'The engine has nothing to add.'}
        </p>
      ) : null}
    </article>
  );
}

function Line({
  line,
  figure,
  exerciseHref,
}: {
  readonly line: ExampleLine;
  readonly figure: string | null;
  readonly exerciseHref: RuleExampleProps['exerciseHref'];
}) {
  const { label, text, isHeading, exerciseId } = line;
  const body = (
    <span className="min-w-0 break-words">
      {exerciseId === null ? (
        text
      ) : (
        <Anchor href={exerciseHref(exerciseId)} className="text-ink no-underline hover:underline">
          {text}
        </Anchor>
      )}
    </span>
  );
  return (
    <div
      className={joinClasses(
        'grid items-center gap-x-3 text-md',
        figure ? 'grid-cols-[minmax(0,1fr)_84px]' : 'grid-cols-[minmax(0,1fr)]',
        isHeading && 'font-semibold',
      )}
    >
      {label ? (
        <span className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3">
          <span className="text-ink-3">{label}</span>
          {body}
        </span>
      ) : (
        body
      )}
      {figure ? <ExerciseFigure exerciseId={figure} decorative /> : null}
    </div>
  );
}

function Words({ said, isFault }: { readonly said: Said; readonly isFault: boolean }) {
  const { title, claim, instead } = said.explanation;
  return (
    <div className="py-1">
      <p className={joinClasses('text-md font-semibold', isFault && 'text-signal-ink')}>{title}</p>
      <p className="max-w-measure font-serif text-base leading-[1.4rem]">{claim}</p>
      {instead ? <p className="mt-0.5 text-md text-ink-2">Instead: {instead}.</p> : null}
    </div>
  );
}
