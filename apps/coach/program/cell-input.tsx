'use client';

import { NoteNumber } from '@groundwork/ui/primitives/note-number';
import { useEffect, useId, useRef, useState } from 'react';

/** A cell while it is edited: the notation typed directly. Enter keeps it, Esc drops it, a text that is no dose stays and says why. */
export function CellInput({
  label,
  initial,
  selects,
  check,
  onCommit,
  onCancel,
  marks,
}: {
  readonly label: string;
  readonly initial: string;
  /** Whether the text is selected at first, so that typing replaces it. */
  readonly selects: boolean;
  readonly check: (text: string) => string | undefined;
  readonly onCommit: (text: string) => void;
  readonly onCancel: () => void;
  readonly marks: readonly number[];
}) {
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const settled = useRef(false);
  const problemId = useId();
  useEffect(() => {
    input.current?.focus();
    if (selects) input.current?.select();
  }, [selects]);
  const commit = () => {
    if (settled.current) return;
    if (text === initial && selects) {
      settled.current = true;
      onCancel();
      return;
    }
    const wrong = check(text);
    setProblem(wrong);
    if (wrong) return;
    settled.current = true;
    onCommit(text);
  };
  return (
    <span className="absolute inset-0 z-10">
      <input
        ref={input}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (problem) setProblem(check(event.target.value));
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          }
          if (event.key === 'Escape') {
            settled.current = true;
            onCancel();
          }
        }}
        className={`size-full min-w-20 bg-sheet px-2 font-semibold text-ink outline-2 -outline-offset-1 ${problem ? 'outline-stop' : 'outline-focus'}`}
      />
      <span className="pointer-events-none absolute inset-y-0 right-1 flex items-center gap-0.5">
        {marks.map((number) => (
          <NoteNumber key={number} number={number} />
        ))}
      </span>
      {problem ? (
        <span
          id={problemId}
          role="alert"
          className="absolute top-full left-0 z-20 mt-1 w-max max-w-60 rounded-b-md border-t-2 border-stop bg-sheet px-2.5 py-1.5 text-xs whitespace-normal text-stop shadow-pop"
        >
          {problem}
        </span>
      ) : null}
    </span>
  );
}
