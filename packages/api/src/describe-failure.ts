import { stripVTControlCharacters } from 'node:util';

/** One link of an error's chain of causes. */
export interface FailureLink {
  readonly name: string;
  /** SQLSTATE or the system's code. */
  readonly code?: string;
  readonly constraint?: string;
  readonly text?: string;
  /** Where it was thrown, nearest first. */
  readonly frames?: readonly string[];
}

const deepest = 5;
const keptFrames = 8;

/** What may be written down of a failure: names, codes and places in the code; in texts whatever might be somebody's is masked. */
export function describeFailure(error: unknown): readonly FailureLink[] {
  if (!(error instanceof Error)) return [{ name: typeof error, text: maskText(String(error)) }];
  const links: FailureLink[] = [];
  for (let link: unknown = error; link instanceof Error && links.length < deepest; link = link.cause)
    links.push(describeLink(link));
  return links;
}

function describeLink(error: Error): FailureLink {
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const constraint =
    'constraint' in error && typeof error.constraint === 'string' ? { constraint: error.constraint } : {};
  // A query that failed carries its values in its text; its cause says what went wrong.
  const text = error.message.startsWith('Failed query:') ? 'Failed query' : maskText(error.message);
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, keptFrames)
    .map((line) => line.trim());
  return { name: error.name, ...code, ...constraint, text, frames };
}

const masks: readonly (readonly [RegExp, string])[] = [
  [/[^\s@<>"'(]+@[^\s@<>"')]+/g, '[address]'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '[id]'],
  [/"[^"]*"/g, '"…"'],
  [/\?[^\s]*/g, '?…'],
  [/[A-Za-z0-9_-]{24,}/g, '[token]'],
];
const longestText = 300;

/** A text without addresses, ids, tokens, queries and whatever stands in double quotes. */
export const maskText = (text: string): string =>
  masks
    .reduce((masked, [pattern, sign]) => masked.replace(pattern, sign), stripVTControlCharacters(text))
    .slice(0, longestText);
