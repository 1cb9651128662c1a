import { type ComponentProps, useId } from 'react';
import { controlLook, describeField, FieldFrame, type FieldWords } from './field-frame.tsx';
import { joinClasses } from './join-classes.ts';

export type TextAreaFieldProps = FieldWords & Omit<ComponentProps<'textarea'>, 'children'>;

/** Several lines of text; grows with what is typed where the browser can. */
export function TextAreaField({ label, help, error, optional, className, id, rows = 3, ...rest }: TextAreaFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame id={fieldId} label={label} help={help} error={error} optional={optional ?? false} className={className}>
      <textarea
        {...rest}
        {...describeField(fieldId, { help, error })}
        rows={rows}
        className={joinClasses(
          controlLook(Boolean(error)),
          'h-auto min-h-24 resize-y py-3 field-sizing-content dense:h-auto dense:min-h-16 dense:py-1.5',
        )}
      />
    </FieldFrame>
  );
}
