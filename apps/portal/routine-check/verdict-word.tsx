import type { Verdict } from '@groundwork/engine/audit';

const words: Readonly<Record<Verdict, string>> = {
  fails: 'Fails',
  warns: 'Warns',
  passes: 'Passes',
  cannot_tell: 'Can’t tell',
};

const looks: Readonly<Record<Verdict, string>> = {
  fails: 'text-signal-ink',
  warns: 'text-signal-ink',
  passes: 'text-green',
  cannot_tell: 'text-ink-3',
};

/** A verdict in a word, with a mark of its own form: filled, open, tick, dash. */
export function VerdictWord({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold whitespace-nowrap ${looks[verdict]}`}>
      <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 shrink-0 fill-none stroke-current stroke-2">
        {verdict === 'fails' ? <path className="fill-current" d="M2.5 2.5h7v7h-7z" /> : null}
        {verdict === 'warns' ? <path d="M2.5 2.5h7v7h-7z" /> : null}
        {verdict === 'passes' ? <path d="m1.5 6.5 3 3 6-7" /> : null}
        {verdict === 'cannot_tell' ? <path d="M2 6h8" /> : null}
      </svg>
      {words[verdict]}
    </span>
  );
}

export const sayVerdict = (verdict: Verdict): string => words[verdict].toLowerCase();
