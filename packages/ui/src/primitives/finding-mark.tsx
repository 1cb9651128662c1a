import { severityLabels } from '@groundwork/engine/labels';
import type { Severity } from '@groundwork/engine/vocabulary';

export type FindingLevel = 'red-flag' | Severity;

const words: Record<FindingLevel, string> = { 'red-flag': 'Red flag', ...severityLabels };

/** Octagon = red flag, filled square = error, open square = warning, ring = note. The form says it without the colour. */
export function FindingMark({
  level,
  label = words[level],
}: {
  readonly level: FindingLevel;
  readonly label?: string;
}) {
  return (
    <svg role="img" aria-label={label} viewBox="0 0 12 12" className="inline-block size-3 shrink-0 align-[-1px]">
      {level === 'red-flag' ? (
        <path className="fill-stop" d="M3.6.5h4.8l3.1 3.1v4.8l-3.1 3.1H3.6L.5 8.4V3.6z" />
      ) : level === 'error' ? (
        <path className="fill-signal" d="M1.5 1.5h9v9h-9z" />
      ) : level === 'warning' ? (
        <path className="fill-none stroke-signal stroke-2" d="M2.5 2.5h7v7h-7z" />
      ) : (
        <circle className="fill-none stroke-ink-3 stroke-[1.5]" cx="6" cy="6" r="3.9" />
      )}
    </svg>
  );
}
