import { type RunKind, runKinds } from '@groundwork/engine/vocabulary';
import type { RoutineFacts } from './read-report.ts';

const key = 'groundwork.routine-check';
/** A longer text is checked, and not kept: a browser gives a site about five million characters for everything. */
const mostKept = 400_000;

export const noFacts: RoutineFacts = { text: '', age: null, weeks: 1, runs: null };

/** What was typed here before, on this device. Anything else under the key counts as nothing. */
export function readKept(storage: Pick<Storage, 'getItem'>): RoutineFacts {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return noFacts;
    const { text, age, weeks, runs } = kept as Readonly<Record<string, unknown>>;
    return {
      text: typeof text === 'string' ? text : '',
      age: isWhole(age, 13, 100) ? age : null,
      weeks: isWhole(weeks, 1, 104) ? weeks : 1,
      runs: Array.isArray(runs) && runs.length === 7 && runs.every(isRunKind) ? runs : null,
    };
  } catch {
    return noFacts;
  }
}

/** With what was typed on a slow phone before the page came alive, of which nothing has told it. */
export function readTyped(fields: HTMLElement | null, kept: RoutineFacts): RoutineFacts {
  const typedIn = (name: string) =>
    fields?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)?.value ?? '';
  const [text, age, weeks] = [typedIn('text'), Number(typedIn('age')), Number(typedIn('weeks'))];
  const typed: Partial<RoutineFacts> = {
    ...(text === '' ? {} : { text }),
    ...(isWhole(age, 13, 100) ? { age } : {}),
    ...(isWhole(weeks, 1, 104) ? { weeks } : {}),
  };
  return Object.keys(typed).length === 0 ? kept : { ...kept, ...typed };
}

/** Keeps it for the next visit; without a word where the browser keeps nothing, as in a private window. */
export function keep(storage: Pick<Storage, 'setItem' | 'removeItem'>, facts: RoutineFacts): void {
  try {
    const isEmpty = facts.text === '' && facts.age === null && facts.weeks === 1 && facts.runs === null;
    if (isEmpty || facts.text.length > mostKept) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(facts));
  } catch {
    // Nothing depends on it.
  }
}

const isWhole = (value: unknown, min: number, max: number): value is number =>
  Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
const isRunKind = (value: unknown): value is RunKind => (runKinds as readonly unknown[]).includes(value);
