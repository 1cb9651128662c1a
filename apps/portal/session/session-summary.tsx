'use client';

import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { ArrowRight } from 'lucide-react';
import type { RefObject } from 'react';
import type { PhoneSession } from './session-view.ts';
import { formatSetsDone } from './session-words.ts';
import { countLogged, isShort } from './set-draft.ts';
import type { SessionLog } from './use-session-log.ts';

/** What was done, exercise by exercise. A tap on one opens it: a typo can be put right later too. */
export function SessionSummary({
  headingRef,
  session,
  log,
  onOpen,
}: {
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly session: PhoneSession;
  readonly log: SessionLog;
  readonly onOpen: (line: number) => void;
}) {
  const total = session.lines.reduce((sum, { sets }) => sum + sets, 0);
  const minutes = countMinutes(log.startedAt, log.finishedAt);
  return (
    <section aria-labelledby="summary">
      <h1 id="summary" ref={headingRef} tabIndex={-1} className="mt-6 text-3xl focus-visible:outline-none">
        Done
      </h1>
      <p className="mt-1 text-ink-2">
        {countLogged(session.lines, log.logged)} of {total} sets
        {minutes === null ? '' : ` in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`}
        {log.effort === null ? '.' : `, effort ${log.effort} of 10.`}
      </p>
      <ol aria-label="What was done" className="mt-6 border-t-2 border-ink">
        {session.lines.map((line, index) => {
          const sets = [...(log.logged.get(line.prescriptionId) ?? [])].sort(([a], [b]) => a - b).map(([, set]) => set);
          const short = sets.filter((set) => isShort(line, set)).length;
          return (
            <li key={line.prescriptionId} className="relative border-b border-rule py-3">
              <h2 className="text-lg leading-6">
                <button
                  type="button"
                  onClick={() => onOpen(index)}
                  className="text-left after:absolute after:inset-0 after:content-['']"
                >
                  {line.name}
                </button>
              </h2>
              <p className="text-md tabular-nums">
                {sets.length === 0 ? (
                  <span className="text-ink-3">Not done</span>
                ) : (
                  formatSetsDone(sets, line.measure, session.unit)
                )}
                {short > 0 ? (
                  <span className="text-signal-ink">
                    {' '}
                    {short === 1 ? 'one short, counts as a miss' : `${short} short, count as misses`}
                  </span>
                ) : null}
              </p>
            </li>
          );
        })}
      </ol>
      {log.note === '' ? null : (
        <blockquote className="mt-5 max-w-measure border-l-3 border-green pl-3.5 font-serif text-reason">
          {log.note}
        </blockquote>
      )}
      <div className="mt-7 grid gap-2">
        <LinkButton
          href="/today"
          variant="primary"
          size="lift"
          iconAfter={<ArrowRight aria-hidden className="size-5" strokeWidth={1.75} />}
        >
          Back to today
        </LinkButton>
      </div>
    </section>
  );
}

function countMinutes(from: string | null, to: string | null): number | null {
  if (!from || !to) return null;
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  return minutes >= 0 && minutes < 24 * 60 ? Math.max(1, minutes) : null;
}
