import { explainReason } from '../explain.ts';
import type { Reason } from '../reason.ts';
import type { ExampleLine, Said } from '../rule-example.ts';

/** The reasons that a rule carries, in the engine's words, each code once. */
export function sayReasons(ruleId: string, reasons: readonly Reason[]): readonly Said[] {
  const own = reasons.filter(({ rule }) => rule === ruleId);
  return own
    .filter(({ code }, index) => own.findIndex((one) => one.code === code) === index)
    .map((reason) => ({ code: reason.code, explanation: explainReason(reason) }));
}

/** A fact of a case. */
export const factLine = (label: string, text: string, said: readonly Said[] = []): ExampleLine => ({
  label,
  text,
  isHeading: false,
  exerciseId: null,
  said,
});

export const headingLine = (text: string, said: readonly Said[] = []): ExampleLine => ({
  label: '',
  text,
  isHeading: true,
  exerciseId: null,
  said,
});
