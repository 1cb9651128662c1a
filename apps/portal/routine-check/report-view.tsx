import { MistakeList } from './mistake-list.tsx';
import type { ReportFact, ReportProblem, RoutineReport } from './read-report.ts';
import { VerdictWord } from './verdict-word.tsx';
import { UnreadParts, WrittenRoutine } from './written-routine.tsx';

const factLook: Readonly<Record<ReportFact['state'], string>> = {
  good: 'text-green',
  bad: 'text-signal-ink',
  unknown: 'font-normal text-ink-3',
};

/** What the check says of a routine: the sentence, the text with its marks, the numbers, the four mistakes. */
export function ReportView({
  report,
  onReplace,
}: {
  readonly report: RoutineReport;
  readonly onReplace: (problem: ReportProblem, name: string) => void;
}) {
  const unread = report.problems.filter(({ kind }) => kind === 'not_understood').length;
  return (
    <section aria-labelledby="headline" className="mt-10 md:mt-14">
      <h2 id="headline" className="max-w-[16em] text-[2rem] leading-[1.1] font-medium tracking-display md:text-4xl">
        {report.headline}
      </h2>
      <p className="mt-2.5 max-w-[36rem] font-serif text-lg text-ink-2 md:text-xl md:leading-8">{report.summary}</p>
      <ul aria-label="Verdicts" className="mt-6 grid grid-cols-2 border-t-2 border-ink md:grid-cols-4 md:gap-x-8">
        {report.mistakes.map(({ mistake, label, verdict }) => (
          <li key={mistake} className="border-b border-rule py-2.5 text-md max-md:odd:pr-4">
            <a href={`#mistake-${mistake}`} className="block text-ink-2 no-underline hover:underline">
              {mistake}. {label}
            </a>
            <VerdictWord verdict={verdict} />
          </li>
        ))}
      </ul>
      <div className="mt-9 items-start gap-x-14 border-t-2 border-ink pt-4 md:grid md:grid-cols-[7fr_5fr]">
        <WrittenRoutine report={report} />
        <div className="max-md:mt-8">
          <h3 className="border-b border-ink pb-1.5 text-xl">What it says, in short</h3>
          <dl>
            {report.facts.map(({ label, value, state }) => (
              <div key={label} className="flex items-baseline justify-between gap-4 border-b border-rule py-2 text-md">
                <dt className="text-ink-2">{label}</dt>
                <dd className={`text-right font-semibold tabular-nums ${factLook[state]}`}>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-xs text-ink-3">
            Read from {report.lineCount === 1 ? 'one line' : `${report.lineCount.toLocaleString('en')} lines`};{' '}
            {unread === 0 ? 'every line was understood.' : 'what was not understood stands below.'}
          </p>
          <UnreadParts problems={report.problems} onReplace={onReplace} />
        </div>
      </div>
      <div className="mt-10">
        <MistakeList mistakes={report.mistakes} />
      </div>
    </section>
  );
}
