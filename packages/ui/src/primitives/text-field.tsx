import { type ComponentProps, useId } from 'react';
import { controlLook, describeField, FieldFrame, type FieldWords } from './field-frame.tsx';
import { joinClasses } from './join-classes.ts';

export type TextFieldProps = FieldWords & Omit<ComponentProps<'input'>, 'children'>;

/** A line of text. Works in a plain form: give it a `name`. */
export function TextField({ label, help, error, optional, className, id, ...rest }: TextFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame id={fieldId} label={label} help={help} error={error} optional={optional ?? false} className={className}>
      <input
        {...rest}
        {...describeField(fieldId, { help, error })}
        className={joinClasses(controlLook(Boolean(error)))}
      />
    </FieldFrame>
  );
}
