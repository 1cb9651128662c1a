/** Kept with a capital inside a sentence. */
const properNouns = /^(Romanian|Bulgarian|Nordic|Copenhagen|Pallof|Swiss|Cossack|Spanish)\b/;
/** What fits the button on the narrowest phone. */
const longest = 24;

/** "Start with the side plank"; without the name where it would not fit. */
export function nameStart(exercise: string | undefined): string {
  if (!exercise || exercise.length > longest) return 'Start the first set';
  const name = properNouns.test(exercise) ? exercise : exercise.charAt(0).toLowerCase() + exercise.slice(1);
  return `Start with the ${name}`;
}
