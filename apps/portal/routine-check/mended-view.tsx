'use client';

import { weekdayLabels } from '@groundwork/engine/labels';
import { countWord } from '@groundwork/ui/count-words';
import { Button } from '@groundwork/ui/primitives/button';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { DiffLine } from './diff-lines.ts';
import { LateFigure } from './late-figure.tsx';
import type { MendedRoutine, MendedSession } from './mend-routine.ts';
import type { ReportDay } from './read-report.ts';
import { TrainingWeek } from './training-week.tsx';

const mostDiffLines = 400;

const diffLooks: Readonly<Record<DiffLine['kind'], string>> = {
  same: '',
  gone: 'text-ink-3',
  new: 'bg-green-tint font-semibold text-green',
};

/** The mended routine: both weeks side by side, what changed line by line, why, and the text to take along. */
export function MendedView({
  mended: { text, lines, reasons, week, sessions },
  before,
  onUse,
}: {
  readonly mended: MendedRoutine;
  readonly before: readonly ReportDay[] | null;
  readonly onUse: () => void;
}) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      setCopied('refused');
    }
  };
  const shown = lines?.slice(0, mostDiffLines);
  const weeks = text.match(/^# Weeks? \d/gm)?.length ?? 1;
  return (
    <section aria-labelledby="mended" className="mt-9">
      <h2 id="mended" tabIndex={-1} className="text-2xl outline-none md:text-3xl">
        A better week from the same runs
      </h2>
      {before && week ? (
        <div className="mt-4 grid gap-x-10 gap-y-6 md:grid-cols-2">
          <TrainingWeek label="Yours" days={before} />
          <TrainingWeek label="Better" days={week} isBetter />
        </div>
      ) : null}
      <div className="mt-7 grid gap-x-10 gap-y-7 md:grid-cols-2">
        {sessions.map((session) => (
          <SessionTable key={session.label} session={session} />
        ))}
      </div>
      <h3 className="mt-8 border-b border-ink pb-1.5 text-lg">What was changed, and why</h3>
      <ul className="gap-x-10 md:columns-2">
        {reasons.map(({ title, instead, rule }) => (
          <li key={title} className="break-inside-avoid border-b border-rule py-2.5 text-md">
            <span className="font-semibold">{title}.</span> {instead ? `${instead}.` : ''}{' '}
            <a href={`/rules/${rule.id}`} className="inline-block py-0.5 whitespace-nowrap text-ink-2">
              rule {rule.id}
            </a>
          </li>
        ))}
      </ul>
      <details className="mt-3">
        <summary className="inline-block py-2.5 font-semibold text-green hover:underline">
          {weeks > 1 ? `All ${countWord(weeks)} weeks, line by line` : 'Line by line'}
        </summary>
        {shown ? (
          <ol className="border-y border-rule py-1.5 text-md tabular-nums">
            {shown.map(({ kind, text: line }, index) => (
              <li
                key={index}
                className={`grid grid-cols-[1.25rem_minmax(0,1fr)] px-1 py-0.5 wrap-anywhere ${diffLooks[kind]} ${kind === 'same' && line.startsWith('#') ? 'pt-2 font-semibold' : ''}`}
              >
                <span aria-hidden="true">{kind === 'gone' ? '−' : kind === 'new' ? '+' : ''}</span>
                {kind === 'gone' ? (
                  <del dir="auto">{line}</del>
                ) : kind === 'new' ? (
                  <ins dir="auto" className="no-underline">
                    {line}
                  </ins>
                ) : (
                  <span dir="auto">{line}</span>
                )}
              </li>
            ))}
          </ol>
        ) : (
          <p className="py-3 text-md text-ink-2">The routine is too long to compare line by line. Copy it whole.</p>
        )}
        {lines && lines.length > mostDiffLines ? (
          <p className="mt-2 text-sm text-ink-3">
            And {lines.length - mostDiffLines} more lines; the copy holds all of them.
          </p>
        ) : null}
      </details>
      <div className="mt-5 flex flex-wrap items-center gap-3 print:hidden">
        <Button
          size="tap"
          icon={
            copied === 'yes' ? (
              <Check aria-hidden className="size-5" strokeWidth={1.75} />
            ) : (
              <Copy aria-hidden className="size-5" strokeWidth={1.75} />
            )
          }
          onClick={copy}
        >
          Copy the routine
        </Button>
        <Button size="tap" onClick={onUse}>
          Put it in the box and check it
        </Button>
        <span role="status" className="text-md text-ink-2">
          {copied === 'yes'
            ? 'Copied.'
            : copied === 'refused'
              ? 'Your browser does not let us copy. Put it in the box and copy it there.'
              : ''}
        </span>
      </div>
    </section>
  );
}

function SessionTable({ session: { label, day, lines } }: { readonly session: MendedSession }) {
  return (
    <section>
      <h3 className="flex items-baseline gap-2 border-b border-ink pb-1.5 text-xl">
        {label}
        {day ? <span className="font-sans text-xs font-medium text-ink-3">{weekdayLabels[day]}</span> : null}
      </h3>
      <ul>
        {lines.map(({ exercise, name, dose, rest }, index) => (
          <li
            key={`${exercise}-${index}`}
            className="grid min-h-14 grid-cols-[62px_minmax(0,1fr)_auto_3.5rem] items-center gap-x-3 border-b border-rule py-1.5 text-md"
          >
            <span className="[&>*]:h-11 [&>*]:w-[62px]">
              <LateFigure exerciseId={exercise} />
            </span>
            <bdi className="min-w-0 font-semibold wrap-anywhere">{name}</bdi>
            <span className="text-right tabular-nums">{dose}</span>
            <span className="text-right text-ink-3 tabular-nums">{rest}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
