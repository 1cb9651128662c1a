/** A run of words that stayed, or one that was replaced by another. */
export interface WordRun {
  readonly same: string;
  readonly was: string;
  readonly is: string;
}

/** "3 × 6 a side" against "3 × 5 a side": what stayed and what changed, word by word where both have as many words. */
export function compareWords(old: string, now: string): readonly WordRun[] {
  const before = split(old);
  const after = split(now);
  if (before.length !== after.length) return [{ same: '', was: old, is: now }];
  const runs: { same: string[]; was: string[]; is: string[] }[] = [];
  let lastChanged: boolean | undefined;
  for (const [place, word] of after.entries()) {
    const was = before[place] ?? '';
    const changed = was !== word;
    if (changed !== lastChanged) runs.push({ same: [], was: [], is: [] });
    lastChanged = changed;
    const run = runs.at(-1);
    if (changed) {
      run?.was.push(was);
      run?.is.push(word);
    } else run?.same.push(word);
  }
  return runs.map(({ same, was, is }) => ({ same: same.join(' '), was: was.join(' '), is: is.join(' ') }));
}

const split = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));
