import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import { controlLook, describeField, FieldFrame, type FieldWords } from './field-frame.tsx';
import { joinClasses } from './join-classes.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export type SelectFieldProps = FieldWords &
  Omit<ComponentProps<'select'>, 'children'> & { readonly options: readonly SelectOption[] };

/** The platform's own list: a wheel on the phone, type-ahead on the dashboard. */
export function SelectField({ label, help, error, optional, className, id, options, ...rest }: SelectFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame id={fieldId} label={label} help={help} error={error} optional={optional ?? false} className={className}>
      <span className="relative block">
        <select
          {...rest}
          {...describeField(fieldId, { help, error })}
          className={joinClasses(controlLook(Boolean(error)), 'appearance-none pr-9 dense:pr-7')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-ink-2 dense:right-2 dense:size-4"
          strokeWidth={1.75}
        />
      </span>
    </FieldFrame>
  );
}
