'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button.tsx';

/** The button of a `<form action={…}>`: busy while the form's own action runs. */
export function SubmitButton({ variant = 'primary', ...rest }: Omit<ButtonProps, 'busy' | 'type'>) {
  const { pending } = useFormStatus();
  return <Button {...rest} variant={variant} type="submit" busy={pending} />;
}
