'use client';

import { explainFinding } from '@groundwork/engine/explain';
import type { Finding } from '@groundwork/engine/finding';
import { countOf, joinWords } from '@groundwork/ui/count-words';
import { Button } from '@groundwork/ui/primitives/button';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { Why } from '@groundwork/ui/primitives/why';
import { FindingItem } from '@groundwork/ui/training/finding-item';
import { useState } from 'react';
import type { NumberedFinding } from './number-findings.ts';

const severityWords = { error: 'error', warning: 'warning', info: 'note' } as const;

/** "1 error, 1 warning, 1 note" */
function countFindings(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const parts = [
    count('error') > 0 ? `${count('error')} ${count('error') === 1 ? 'error' : 'errors'}` : '',
    count('warning') > 0 ? `${count('warning')} ${count('warning') === 1 ? 'warning' : 'warnings'}` : '',
    count('info') > 0 ? `${count('info')} ${count('info') === 1 ? 'note' : 'notes'}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'none' : parts.join(', ');
}

/** What the checks say, numbered into the grid. */
export function FindingsPanel({
  listed,
  fixOf,
  canEdit,
}: {
  readonly listed: readonly NumberedFinding[];
  /** A one-press way out, where there is one. */
  readonly fixOf: (finding: Finding) => { readonly label: string; readonly run: () => void } | undefined;
  readonly canEdit: boolean;
}) {
  const [showsNotes, setShowsNotes] = useState(false);
  const grave = listed.filter(({ finding }) => finding.severity !== 'info');
  const notes = listed.filter(({ finding }) => finding.severity === 'info');
  const shown = showsNotes ? [...grave, ...notes] : grave;
  return (
    <section aria-label="Findings">
      <SectionHead note={countFindings(listed.map(({ finding }) => finding))}>Findings</SectionHead>
      {grave.length === 0 ? (
        <p className="py-2.5 font-serif text-base leading-[1.4rem] text-ink-2">
          No error and no warning: the four mistakes are kept out.
        </p>
      ) : null}
      <ul aria-live="polite">
        {shown.map(({ finding, number }) => {
          const explanation = explainFinding(finding);
          const fix = canEdit ? fixOf(finding) : undefined;
          return (
            <FindingItem
              key={`${finding.code}/${Object.values(finding.at).join('/')}`}
              level={finding.severity}
              {...(number === undefined ? {} : { number })}
              fact={explanation.title}
              reason={explanation.claim}
              fix={
                fix ? (
                  <Button size="row" onClick={fix.run}>
                    {fix.label}
                  </Button>
                ) : null
              }
              why={<Why explanation={explanation} ruleHref={`/rules/${finding.rule}`} />}
              caption={[
                severityWords[finding.severity],
                `mistake ${finding.mistake}`,
                `rule ${finding.rule}`,
                describeWeeks(finding),
              ]
                .filter(Boolean)
                .join(', ')}
            />
          );
        })}
      </ul>
      {notes.length > 0 ? (
        <Button variant="quiet" size="row" className="mt-2" onClick={() => setShowsNotes(!showsNotes)}>
          {showsNotes ? 'Hide the notes' : `Show ${countOf(notes.length, 'note')}`}
        </Button>
      ) : null}
    </section>
  );
}

function describeWeeks({ at }: Finding): string {
  if (at.week === undefined) return '';
  return at.throughWeek !== undefined && at.throughWeek !== at.week
    ? `weeks ${at.week} to ${at.throughWeek}`
    : joinWords([`week ${at.week}`]);
}
