/** The dotted underline of every "why". */
export const whyTriggerLook =
  'cursor-pointer font-medium text-ink-2 underline decoration-dotted decoration-1 underline-offset-3 hover:text-ink hover:decoration-solid aria-expanded:text-ink aria-expanded:decoration-solid';
