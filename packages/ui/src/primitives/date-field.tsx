import type { PlainDate } from '@groundwork/engine/plain-date';
import { TextField, type TextFieldProps } from './text-field.tsx';

export type DateFieldProps = Omit<TextFieldProps, 'type' | 'min' | 'max' | 'value' | 'defaultValue'> & {
  readonly value?: PlainDate;
  readonly defaultValue?: PlainDate;
  readonly min?: PlainDate;
  readonly max?: PlainDate;
};

/** A calendar date without a zone; the browser's picker, whose value is always ISO. */
export function DateField(props: DateFieldProps) {
  return <TextField {...props} type="date" />;
}
