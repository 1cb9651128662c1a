'use client';

import type { RunKind } from '@groundwork/engine/vocabulary';
import { Button } from '@groundwork/ui/primitives/button';
import { NumberField } from '@groundwork/ui/primitives/number-field';
import { TextAreaField } from '@groundwork/ui/primitives/text-area-field';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { examples } from './examples.ts';
import { keep, noFacts, readKept, readTyped } from './kept-routine.ts';
import { MendedView } from './mended-view.tsx';
import type { ReportProblem, RoutineFacts } from './read-report.ts';
import { ReportView } from './report-view.tsx';
import { sayReport } from './say-report.ts';
import { TapWeek } from './tap-week.tsx';
import { useRoutineCheck } from './use-routine-check.ts';

/** A pause this long is an end: the verdicts are read out then, and not at each key. */
const quietMs = 1500;

/** Paste, read, mend: everything happens in this browser. `children` explain the check as long as there is nothing to report. */
export function CheckScreen({ children, door }: { readonly children: ReactNode; readonly door: ReactNode }) {
  const [facts, setFacts] = useState<RoutineFacts>(noFacts);
  // The number fields keep what is typed; a new key empties and fills them.
  const [filled, setFilled] = useState(0);
  const [isRead, setIsRead] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const mendedHead = useRef<HTMLDivElement>(null);
  const { report, mended, state, mend } = useRoutineCheck(facts);

  useEffect(() => {
    const start = readTyped(fields.current, readKept(localStorage));
    if (start !== noFacts) fill(start);
    setIsRead(true);
  }, []);
  useEffect(() => {
    if (isRead) keep(localStorage, facts);
  }, [facts, isRead]);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(report ? sayReport(report) : ''), quietMs);
    return () => clearTimeout(timer);
  }, [report]);
  useEffect(() => {
    if (mended) mendedHead.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [mended]);

  const change = (changed: Partial<RoutineFacts>) => setFacts((before) => ({ ...before, ...changed }));
  const fill = (next: RoutineFacts) => {
    setFacts(next);
    setFilled((count) => count + 1);
  };
  const replace = ({ line, column, found }: ReportProblem, name: string) =>
    change({ text: replaceAt(facts.text, line, column, found, name) });

  return (
    <>
      <div
        ref={fields}
        className="mt-7 items-start gap-x-14 border-t-2 border-ink pt-5 md:mt-9 md:grid md:grid-cols-[7fr_5fr] print:hidden"
      >
        <div>
          <TextAreaField
            label="Your routine"
            name="text"
            help="Exercises with sets, reps and rest, and the days. Notation or plain words, one week or many."
            rows={11}
            spellCheck={false}
            autoCapitalize="sentences"
            dir="auto"
            placeholder={
              'Mon: squats 3x20, lunges 3x20, 30 s rest\nWed: intervals\nThu: gym class\nSun: long run 18 km'
            }
            value={facts.text}
            onChange={(event) => change({ text: event.target.value })}
            className="[&_textarea]:max-h-[60vh] [&_textarea]:font-serif [&_textarea]:text-reason"
          />
          <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-md">
            <span className="text-ink-3">Try:</span>
            {examples.map((example) => (
              <button
                key={example.label}
                type="button"
                onClick={() => fill(example)}
                className="py-2.5 font-semibold text-green hover:underline hover:underline-offset-3"
              >
                {example.label}
              </button>
            ))}
            <button
              type="button"
              onClick={() => fill(noFacts)}
              className="py-2.5 text-ink-2 underline underline-offset-3 hover:text-ink md:ml-auto"
            >
              Clear everything
            </button>
          </div>
        </div>
        <div className="max-md:mt-6">
          <TapWeek
            runs={facts.runs}
            written={report?.writtenRuns ?? null}
            onChange={(runs: readonly RunKind[]) => change({ runs })}
          />
          <div key={filled} className="mt-5 grid grid-cols-2 gap-x-4">
            <NumberField
              label="Age"
              name="age"
              optional
              unit="years"
              whole
              min={13}
              max={100}
              defaultValue={facts.age}
              help="Calves count for more past 35."
              onValueChange={(age) => change({ age: age ?? null })}
            />
            <NumberField
              label="Done for"
              name="weeks"
              optional
              unit="weeks"
              whole
              min={1}
              max={104}
              defaultValue={facts.weeks === 1 ? null : facts.weeks}
              help="If you wrote one week."
              onValueChange={(weeks) => change({ weeks: weeks ?? 1 })}
            />
          </div>
        </div>
      </div>
      <p className="sr-only" role="status">
        {said}
      </p>
      {state === 'slow' ? <p className="mt-4 text-md text-ink-2">Reading a long text.</p> : null}
      {state === 'failed' ? (
        <p role="alert" className="mt-4 text-md text-stop">
          The check did not get through this text. It is not your fault: shorten it, or load the page again. Your text
          is kept.
        </p>
      ) : null}
      {report === null ? (
        children
      ) : (
        <>
          <ReportView report={report} onReplace={replace} />
          {mended ? (
            <div ref={mendedHead}>
              <MendedView
                mended={mended}
                before={report.week}
                onUse={() => {
                  fill({ ...facts, text: mended.text });
                  scrollTo({ top: 0 });
                }}
              />
            </div>
          ) : null}
          <div className="mt-6 flex flex-wrap gap-3 print:hidden">
            {report.canBeFixed && !mended ? (
              <Button variant="primary" size="tap" onClick={mend}>
                Fix it for me
              </Button>
            ) : null}
            <Button size="tap" onClick={() => print()}>
              Print or keep as PDF
            </Button>
          </div>
          <p className="mt-6 max-w-measure text-md text-ink-2">
            What this cannot know: how heavy your weights feel, how well you move, what you have been through, and what
            you left out. It reads a text by fixed <a href="/rules">rules</a>; a place to start, not a prescription.
            Pain at rest, at night, or that makes you limp is for a doctor or physiotherapist first.
          </p>
        </>
      )}
      {door}
    </>
  );
}

/** Puts a name in the place of the words that were not understood, where they still stand. */
function replaceAt(text: string, line: number, column: number, found: string, name: string): string {
  const lines = text.split('\n');
  const own = lines[line - 1];
  if (own === undefined || !own.startsWith(found, column - 1)) return text;
  lines[line - 1] = own.slice(0, column - 1) + name + own.slice(column - 1 + found.length);
  return lines.join('\n');
}
