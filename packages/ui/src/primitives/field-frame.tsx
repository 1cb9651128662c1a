import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

/** The words around one control. Shared by every field. */
export interface FieldWords {
  readonly label: string;
  /** Below the control, in place of the error while there is none. */
  readonly help?: ReactNode;
  /** A sentence with the allowed range: "Between 10 and 120 minutes." */
  readonly error?: string | null | undefined;
  readonly optional?: boolean;
}

/** Label above, control, then help or error below. The control has `id` and is described by `id-help` or `id-error`. */
export function FieldFrame({
  id,
  label,
  help,
  error,
  optional = false,
  className,
  children,
}: FieldWords & { readonly id: string; readonly className?: string | undefined; readonly children: ReactNode }) {
  return (
    <div className={joinClasses('grid min-w-0 content-start gap-1.5 dense:gap-1', className)}>
      <label htmlFor={id} className="text-md font-semibold dense:text-sm">
        {label}
        {optional ? <span className="font-normal text-ink-3"> optional</span> : null}
      </label>
      {children}
      {error ? (
        <p id={`${id}-error`} className="text-sm text-stop dense:text-xs">
          {error}
        </p>
      ) : help ? (
        <p id={`${id}-help`} className="text-sm text-ink-3 dense:text-xs">
          {help}
        </p>
      ) : null}
    </div>
  );
}

/** The control's own attributes that tie it to its words. */
export const describeField = (id: string, words: Pick<FieldWords, 'help' | 'error'>) => ({
  id,
  'aria-invalid': words.error ? true : undefined,
  'aria-describedby': words.error ? `${id}-error` : words.help ? `${id}-help` : undefined,
});

/** 52 high with 16 px text on the phone, 32 with 13 on the dashboard. */
export const controlLook = (error: boolean): string =>
  joinClasses(
    'h-13 w-full min-w-0 rounded-sm border bg-sheet px-3.5 text-base text-ink dense:h-8 dense:px-2.5 dense:text-sm',
    'disabled:border-rule disabled:bg-sunk disabled:text-ink-3',
    error ? 'border-stop ring-1 ring-stop ring-inset' : 'border-rule-2 hover:border-ink',
  );
