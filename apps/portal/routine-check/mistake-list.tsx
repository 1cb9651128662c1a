import type { Verdict } from '@groundwork/engine/audit';
import { countOf, countWord } from '@groundwork/ui/count-words';
import { Why } from '@groundwork/ui/primitives/why';
import type { MistakeReport, ReportFinding } from './read-report.ts';
import { VerdictWord } from './verdict-word.tsx';

/** Findings of one mistake that are shown at once; the others open. */
const atOnce = 3;

/** The four mistakes in their order: the verdict, what was found with its lines and numbers, and what to do instead. */
export function MistakeList({ mistakes }: { readonly mistakes: readonly MistakeReport[] }) {
  return (
    <ol className="border-t-2 border-ink">
      {mistakes.map((report) => (
        <MistakeItem key={report.mistake} report={report} />
      ))}
    </ol>
  );
}

const quiet: Readonly<Record<Verdict, string>> = {
  fails: '',
  warns: '',
  passes: 'Nothing against it in what you wrote.',
  cannot_tell: 'What you wrote leaves it open.',
};

function MistakeItem({
  report: { mistake, label, verdict, findings, cannotTell },
}: {
  readonly report: MistakeReport;
}) {
  const serious = findings.filter(({ severity }) => severity !== 'info');
  const notes = findings.filter(({ severity }) => severity === 'info');
  const later = [...serious.slice(atOnce), ...notes];
  const isFound = verdict === 'fails' || verdict === 'warns';
  return (
    <li
      id={`mistake-${mistake}`}
      className="grid scroll-mt-4 grid-cols-[36px_minmax(0,1fr)] border-b border-rule pt-5.5 pb-6 md:grid-cols-[44px_minmax(0,1fr)]"
    >
      <span
        aria-hidden="true"
        className={`font-serif text-[2.125rem] leading-8 font-medium md:text-4xl md:leading-10 ${isFound ? 'text-signal-ink' : 'text-ink-3'}`}
      >
        {mistake}
      </span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
          <h3 className="text-xl md:text-2xl md:leading-[1.875rem]">{label}</h3>
          <VerdictWord verdict={verdict} />
        </div>
        {quiet[verdict] ? <p className="mt-1 font-serif text-reason text-ink-2 md:text-lg">{quiet[verdict]}</p> : null}
        {serious.slice(0, atOnce).map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
        {later.length > 0 ? (
          <details className="mt-3">
            <summary className="inline-block py-2.5 font-semibold text-green hover:underline">
              {serious.length > atOnce ? `${later.length} more` : countOf(later.length, 'note')}
            </summary>
            {later.map((finding) => (
              <FindingRow key={finding.id} finding={finding} />
            ))}
          </details>
        ) : null}
        {cannotTell.length > 0 ? (
          <ul className="mt-3 grid gap-1 text-md text-ink-3">
            {cannotTell.map(({ title, instead, rule }) => (
              <li key={title + rule.id}>
                {title}
                {instead ? `: ${instead.charAt(0).toLowerCase()}${instead.slice(1)}.` : '.'}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}

function FindingRow({ finding: { explanation, lines, severity, alsoIn } }: { readonly finding: ReportFinding }) {
  const { title, claim, instead, rule } = explanation;
  return (
    <section aria-label={title} className="mt-4 grid gap-x-14 gap-y-3 md:grid-cols-[7fr_5fr]">
      <div>
        <h4 className="font-serif text-lg leading-6 font-semibold text-balance">
          {title}
          {alsoIn > 0 ? (
            <span className="font-sans text-sm font-normal text-ink-3"> and {countWord(alsoIn)} more like it</span>
          ) : null}
        </h4>
        <p className="mt-0.5 max-w-measure font-serif text-reason">{claim}</p>
      </div>
      <div className="min-w-0 self-start border-l-3 border-green pl-3.5 md:mt-0.5">
        {instead ? <p>{instead}.</p> : null}
        <p className="text-xs tracking-caption text-ink-3">
          {severity === 'info' ? 'note, ' : ''}
          <LineLinks lines={lines} />
          <a href={`/rules/${rule.id}`} className="mr-3 inline-block py-2 text-ink-2">
            rule {rule.id}
          </a>
          <span className="print:hidden">
            <Why explanation={explanation} ruleHref={`/rules/${rule.id}`} />
          </span>
        </p>
      </div>
    </section>
  );
}

const mostLinked = 5;

/** "lines 4 to 7, 12 and 3 more", each linked to where it is marked. */
function LineLinks({ lines }: { readonly lines: readonly number[] }) {
  const ranges = listRanges(lines);
  const hidden = ranges.slice(mostLinked).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (ranges.length === 0) return null;
  return (
    <>
      {lines.length === 1 ? 'line ' : 'lines '}
      {ranges.slice(0, mostLinked).map(([first, last], index) => (
        <span key={first}>
          {index > 0 ? ', ' : ''}
          <a href={`#line-${first}`} className="inline-block py-2 text-ink-2">
            {first === last ? first : `${first} to ${last}`}
          </a>
        </span>
      ))}
      {hidden > 0 ? ` and ${hidden} more` : ''},{' '}
    </>
  );
}

function listRanges(lines: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const open = ranges.at(-1);
    if (open && line === open[1] + 1) open[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}
