import superjson, { type SuperJSONResult } from 'superjson';

/** By path. */
type Annotations = Record<string, ['Date'] | ['undefined']>;

/** Deeper than any answer; beyond it the library finds out whether a value holds itself. */
const mostLevels = 64;

/**
 * As `superjson.serialize`, for what is written as JSON right after, at a fraction of its work: our answers are plain data with dates in it, which
 * `JSON.stringify` writes as they are, so only the places of dates and of undefined have to be found. Objects that stand in several places arrive
 * as several equal ones. Whatever else a value holds, the library serialises it all.
 * @throws as the library does, for keys that change prototypes.
 */
export function serializeAnswer(value: unknown): SuperJSONResult {
  const annotations: Annotations = {};
  if (typeof value !== 'object' || !annotate(value, null, 0, annotations)) return superjson.serialize(value);
  const json = value as SuperJSONResult['json'];
  return Object.keys(annotations).length === 0 ? { json } : { json, meta: { values: annotations, v: 1 } };
}

/** Notes what JSON cannot say of itself, by its path. False when it meets something that is not for this file. */
function annotate(node: object | null, path: string | null, level: number, into: Annotations): boolean {
  if (node === null) return true;
  if (level > mostLevels) return false;
  if (Array.isArray(node)) {
    for (let index = 0; index < node.length; index += 1) {
      if (!annotateChild(node[index], path, String(index), level, into)) return false;
    }
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(node);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const key in node) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return false;
    if (!annotateChild((node as Record<string, unknown>)[key], path, key, level, into)) return false;
  }
  return true;
}

function annotateChild(child: unknown, path: string | null, key: string, level: number, into: Annotations): boolean {
  switch (typeof child) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(child) && !Object.is(child, -0);
    case 'undefined':
      into[join(path, key)] = ['undefined'];
      return true;
    case 'object':
      if (child instanceof Date) {
        into[join(path, key)] = ['Date'];
        return !Number.isNaN(child.getTime());
      }
      return annotate(child, child === null ? null : join(path, key), level + 1, into);
    default:
      return false;
  }
}

/** The root has no path; an empty key is one. */
const join = (path: string | null, key: string): string => {
  const escaped = key.includes('.') || key.includes('\\') ? key.replaceAll('\\', '\\\\').replaceAll('.', '\\.') : key;
  return path === null ? escaped : `${path}.${escaped}`;
};
