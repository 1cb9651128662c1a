/** The dotted underline of every "why". */
export const whyTriggerLook =
  'cursor-pointer font-medium text-ink-2 underline decoration-dotted decoration-1 underline-offset-3 hover:text-ink hover:decoration-solid aria-expanded:text-ink aria-expanded:decoration-solid';

/** What is read out after a bare "Why": ": day before speed", or the rest of a title that starts with it. */
export const continueWhy = (title: string): string => (title.startsWith('Why ') ? title.slice(3) : `: ${title}`);
