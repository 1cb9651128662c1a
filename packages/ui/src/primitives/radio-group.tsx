import { type ReactNode, useId } from 'react';
import { joinClasses } from './join-classes.ts';

export interface RadioOption {
  readonly value: string;
  readonly label: ReactNode;
  /** A quieter second line. */
  readonly help?: ReactNode;
}

export interface RadioGroupProps {
  readonly label: string;
  readonly name: string;
  readonly options: readonly RadioOption[];
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onValueChange?: (value: string) => void;
  readonly help?: ReactNode;
  readonly error?: string | null | undefined;
  readonly required?: boolean;
  readonly className?: string;
}

/** One of a few, each on its own ruled line. */
export function RadioGroup({
  label,
  name,
  options,
  value,
  defaultValue,
  onValueChange,
  help,
  error,
  required,
  className,
}: RadioGroupProps) {
  const id = useId();
  return (
    <fieldset
      className={joinClasses('min-w-0', className)}
      aria-describedby={error ? `${id}-error` : help ? `${id}-help` : undefined}
    >
      <legend className="text-md font-semibold dense:text-sm">{label}</legend>
      {error ? (
        <p id={`${id}-error`} className="pt-1 text-sm text-stop dense:text-xs">
          {error}
        </p>
      ) : help ? (
        <p id={`${id}-help`} className="pt-1 text-sm text-ink-3 dense:text-xs">
          {help}
        </p>
      ) : null}
      {options.map((option) => (
        <label
          key={option.value}
          className="grid min-h-12 cursor-pointer grid-cols-[22px_1fr] items-start gap-3 border-b border-rule py-3 text-base leading-[1.375rem] dense:min-h-8 dense:grid-cols-[16px_1fr] dense:gap-2 dense:py-1.5 dense:text-sm dense:leading-[1.125rem]"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            required={required}
            {...(value === undefined ? {} : { checked: value === option.value })}
            {...(defaultValue === undefined ? {} : { defaultChecked: defaultValue === option.value })}
            onChange={onValueChange ? () => onValueChange(option.value) : undefined}
            aria-invalid={error ? true : undefined}
            className={joinClasses(
              'size-[22px] cursor-pointer appearance-none rounded-[50%] border-[1.5px] bg-sheet checked:border-[7px] checked:border-green dense:size-4 dense:checked:border-[5px]',
              error ? 'border-stop' : 'border-rule-2 hover:border-ink',
            )}
          />
          <span>
            {option.label}
            {option.help ? <span className="block text-sm text-ink-3">{option.help}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
