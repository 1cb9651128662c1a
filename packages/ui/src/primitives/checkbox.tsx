import { type ComponentProps, type ReactNode, useId } from 'react';
import { joinClasses } from './join-classes.ts';
import { Tick } from './tick.tsx';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  readonly children: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string | null | undefined;
  /** A hairline below, for one of several. */
  readonly ruled?: boolean;
};

/** A box with its words; the whole line is the target. */
export function Checkbox({ children, help, error, ruled = false, className, id, ...rest }: CheckboxProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const words = error ? `${fieldId}-error` : help ? `${fieldId}-help` : undefined;
  return (
    <div className={joinClasses(ruled && 'border-b border-rule', className)}>
      <label
        htmlFor={fieldId}
        className="grid min-h-12 cursor-pointer grid-cols-[22px_1fr] items-start gap-3 py-[11px] text-base leading-[1.375rem] dense:min-h-8 dense:grid-cols-[16px_1fr] dense:gap-2 dense:py-1.5 dense:text-sm"
      >
        <span className="relative mt-px grid size-[22px] dense:size-4">
          <input
            {...rest}
            id={fieldId}
            type="checkbox"
            aria-invalid={error ? true : undefined}
            aria-describedby={words}
            className={joinClasses(
              'peer col-start-1 row-start-1 size-full cursor-pointer appearance-none rounded-sm border-[1.5px] bg-sheet checked:border-green checked:bg-green disabled:border-rule disabled:bg-sunk',
              error ? 'border-stop' : 'border-rule-2 hover:border-ink',
            )}
          />
          <Tick className="pointer-events-none invisible col-start-1 row-start-1 m-auto size-4 text-on-green peer-checked:visible dense:size-3" />
        </span>
        <span>{children}</span>
      </label>
      {error ? (
        <p id={`${fieldId}-error`} className="pb-2 text-sm text-stop dense:text-xs">
          {error}
        </p>
      ) : help ? (
        <p id={`${fieldId}-help`} className="pb-2 text-sm text-ink-3 dense:text-xs">
          {help}
        </p>
      ) : null}
    </div>
  );
}
