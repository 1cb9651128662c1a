export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this many lines a comparison would take longer than it helps. */
const mostLines = 1500;

/** What became of a text, line by line: the longest run of lines that both have stays. Null for texts that are too long. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] | null {
  if (before.length > mostLines || after.length > mostLines) return null;
  const width = after.length + 1;
  // shared[i * width + j]: the most lines that before from i on and after from j on have in common.
  const shared = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => shared[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      shared[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const now = after[j];
    if (old !== undefined && old === now) {
      lines.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'gone', text: old });
      i += 1;
    } else if (now !== undefined) {
      lines.push({ kind: 'new', text: now });
      j += 1;
    }
  }
  return lines;
}
