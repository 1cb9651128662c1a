'use client';

import { type ComponentProps, useId, useState } from 'react';
import { controlLook, describeField, FieldFrame, type FieldWords } from './field-frame.tsx';
import { joinClasses } from './join-classes.ts';
import { checkRange, formatDecimal, parseDecimal } from './parse-decimal.ts';

export type NumberFieldProps = FieldWords &
  Omit<ComponentProps<'input'>, 'children' | 'value' | 'defaultValue' | 'min' | 'max' | 'type' | 'onChange'> & {
    readonly defaultValue?: number | null | undefined;
    readonly min?: number;
    readonly max?: number;
    /** Shown inside, after the number, and in the range sentence: "minutes". */
    readonly unit?: string;
    /** Whole numbers only. */
    readonly whole?: boolean;
    /** Called with the number, or null for an empty field, or undefined for what can't stand. */
    readonly onValueChange?: (value: number | null | undefined) => void;
  };

/** A number with its unit and range. It keeps what was typed and says the allowed range when the field is left. */
export function NumberField({
  label,
  help,
  error,
  optional,
  className,
  id,
  defaultValue,
  min,
  max,
  unit,
  whole = false,
  onValueChange,
  onBlur,
  ...rest
}: NumberFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const [text, setText] = useState(defaultValue == null ? '' : formatDecimal(defaultValue));
  const [left, setLeft] = useState(false);
  const check = (typed: string): { value: number | null | undefined; problem: string | null } => {
    if (typed.trim() === '') return { value: null, problem: null };
    const value = parseDecimal(typed);
    const problem =
      checkRange(value, { min, max, unit }) ??
      (whole && !Number.isInteger(value) ? `A whole number${unit ? ` of ${unit}` : ''}.` : null);
    return { value: problem ? undefined : value, problem };
  };
  const shownError = error ?? (left ? check(text).problem : null);
  return (
    <FieldFrame
      id={fieldId}
      label={label}
      help={help}
      error={shownError}
      optional={optional ?? false}
      className={className}
    >
      <span className="relative block">
        <input
          {...rest}
          {...describeField(fieldId, { help, error: shownError })}
          type="text"
          inputMode={whole ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onValueChange?.(check(event.target.value).value);
          }}
          onBlur={(event) => {
            setLeft(true);
            onBlur?.(event);
          }}
          className={joinClasses(controlLook(Boolean(shownError)), 'tabular-nums', unit && 'pr-24')}
        />
        {unit ? (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-3.5 flex items-center text-md text-ink-3 dense:right-2.5 dense:text-xs"
          >
            {unit}
          </span>
        ) : null}
      </span>
    </FieldFrame>
  );
}
