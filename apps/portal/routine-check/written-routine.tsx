import { FindingMark } from '@groundwork/ui/primitives/finding-mark';
import { NoteNumber } from '@groundwork/ui/primitives/note-number';
import { LateFigure } from './late-figure.tsx';
import type { ReportProblem, RoutineReport } from './read-report.ts';

/** The text as it was written, each line with the mistakes that it is part of and its exercise drawn once. */
export function WrittenRoutine({ report }: { readonly report: RoutineReport }) {
  const shown = report.lines;
  const last = shown.at(-1)?.number ?? 0;
  const hidden = Math.max(0, report.lineCount - last);
  return (
    <section aria-labelledby="written">
      <h3 id="written" className="text-xl">
        Your routine, as you wrote it
      </h3>
      <ol className="mt-2">
        {shown.map(({ number, text, isHeading, exercises, mistakes }) => (
          <li
            key={number}
            id={`line-${number}`}
            className="grid min-h-11 scroll-mt-4 grid-cols-[1.75rem_minmax(0,1fr)_auto] items-center border-b border-rule py-1.5 target:bg-signal-tint"
          >
            <span className="text-xs text-ink-3 tabular-nums">
              <span className="sr-only">Line </span>
              {number}
            </span>
            <span
              dir="auto"
              className={`min-w-0 font-serif text-reason wrap-anywhere ${isHeading ? 'font-semibold' : ''}`}
            >
              <span
                className={
                  mistakes.length > 0 ? 'underline decoration-signal decoration-[1.5px] underline-offset-4' : undefined
                }
              >
                {text}
              </span>
              {mistakes.map((mistake) => (
                <a key={mistake} href={`#mistake-${mistake}`} className="ml-1.5 inline-block align-[1px] no-underline">
                  <NoteNumber number={mistake} label={`Mistake ${mistake}`} />
                </a>
              ))}
            </span>
            {exercises.length > 0 ? (
              <span className="flex pl-2 [&>*]:h-11 [&>*]:w-[62px]">
                {exercises.map((id) => (
                  <LateFigure key={id} exerciseId={id} />
                ))}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {hidden > 0 ? (
        <p className="mt-2 text-sm text-ink-3">And {hidden.toLocaleString('en')} more lines, checked and not shown.</p>
      ) : null}
    </section>
  );
}

/** Names that were kept as written, and parts that were not taken: what was read, and what may have been meant. */
export function UnreadParts({
  problems,
  onReplace,
}: {
  readonly problems: readonly ReportProblem[];
  readonly onReplace: (problem: ReportProblem, name: string) => void;
}) {
  const kept = problems.filter(({ kind, suggestions }) => kind === 'unknown' && suggestions.length === 0);
  const others = problems.filter((problem) => !kept.includes(problem));
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="unread" className="mt-7">
      <h3 id="unread" className="text-lg">
        Not taken as it stands
      </h3>
      {others.length > 0 ? (
        <ul className="mt-1.5 border-t border-rule">
          {others.map((problem) => (
            <li key={problem.id} className="border-b border-rule py-2 text-md">
              <span className="flex gap-2">
                <span className="pt-px">
                  <FindingMark level={problem.kind === 'not_understood' ? 'warning' : 'info'} />
                </span>
                <span className="min-w-0 wrap-anywhere">
                  {problem.suggestions.length > 0
                    ? `Line ${problem.line}: “${problem.found}” stays as written.`
                    : problem.sentence}
                </span>
              </span>
              {problem.suggestions.length > 0 ? (
                <span className="mt-1.5 ml-5 flex flex-wrap items-center gap-2 print:hidden">
                  <span className="text-ink-2">Did you mean</span>
                  {problem.suggestions.map((name) => (
                    <button
                      key={name}
                      type="button"
                      onClick={() => onReplace(problem, name)}
                      className="min-h-11 rounded-sm border border-rule-2 px-3 text-left text-md font-semibold hover:border-ink hover:bg-sheet"
                    >
                      <span className="sr-only">Line {problem.line}: use </span>
                      {name}
                    </button>
                  ))}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {kept.length > 0 ? (
        <p className="mt-2 text-md wrap-anywhere">
          <span className="text-ink-3">Not in our catalogue: </span>
          {kept.map(({ id, found, line }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <bdi>{found}</bdi> <span className="text-ink-3">(line {line})</span>
            </span>
          ))}
          .
        </p>
      ) : null}
      <p className="mt-1.5 text-sm text-ink-3">
        A name we don’t know stays as you wrote it, and is judged by its sets, reps and rest alone.
      </p>
    </section>
  );
}
