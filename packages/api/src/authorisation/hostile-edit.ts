import fc from 'fast-check';

/** What is done to a valid input. */
export type HostileEdit =
  /** The place-th key of the input, counted through, gets another value; the whole input where it has no keys. */
  | { readonly kind: 'replace'; readonly place: number; readonly value: unknown }
  /** A key more in the place-th object. */
  | { readonly kind: 'add'; readonly place: number; readonly key: string; readonly value: unknown }
  /** Another input altogether. */
  | { readonly kind: 'whole'; readonly value: unknown };

const deep = (depth: number): unknown => {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

/** An own key that assignment would take for the prototype. */
const polluting: unknown = JSON.parse('{"__proto__": {"polluted": true}}');

/** What PostgreSQL cannot store, what no field is meant for, what reads as code somewhere. */
const texts: readonly unknown[] = [
  ...[
    'a\u0000b',
    'a\udc00b',
    'no_such_exercise',
    'x'.repeat(900_000),
    '',
    ' ',
    '\ud800',
    '\u0000',
    '\u202etxt',
    '\r\n',
    '😀'.repeat(2_000),
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', "'; drop table client; --", '%'],
  ...['2026-02-30', '2026-13-01', '2025-02-29', '0000-00-00', '2026-3-2', '2026-03-24', '9999-12-31', '+020260-01-01'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'not-an-id'],
  ...['Etc/GMT+14', 'Mars/Olympus', '../../etc/passwd', 'w99-A', 'B9', 'a@b', 'ä@ö.example'],
];
const numbers: readonly unknown[] = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, -1, 1e308, 5e-324],
  ...[Number.NEGATIVE_INFINITY, -0, 0.1 + 0.2, 1.5, 2 ** 31, 2 ** 53],
];
const dates: readonly unknown[] = [Number.NaN, 8.64e15, -8.64e15, 0, 1.8e12].map((time) => new Date(time));
const shapes: readonly unknown[] = [
  ...[null, polluting, {}, [], Array.from({ length: 5_000 }, () => ({}))],
  ...[undefined, true, false, [[]], [null], deep(2_000), { constructor: { prototype: {} } }],
  ...[{ toString: null, valueOf: null }, { length: 7, 0: 'easy' }, 10n, new Map([['a', 1]]), new Set([1]), /x/],
  ...[new URL('https://evil.example'), new Error('boo'), new Uint8Array(4)],
];
/** How many from the head of each list are tried everywhere, not by chance. */
const always = 4;

const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts, ...numbers, ...dates, ...shapes) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 100 }) },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.integer(), fc.date({ noInvalidDate: false })) },
  { weight: 1, arbitrary: fc.anything({ withDate: true, withNullPrototype: true, withBigInt: true, withMap: true }) },
);

const place = fc.nat({ max: 200 });
const key = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'practiceId',
  'clientId',
  'role',
  'coachId',
  'status',
  '',
  '0',
);

export const hostileEdit: fc.Arbitrary<HostileEdit> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('replace' as const), place, value }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), place, key, value }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('whole' as const), value }) },
);

/** The worst of everything in every place of an input, each of its kind: a text for a text, a number for a number. */
export function listWorstEdits(input: unknown): readonly HostileEdit[] {
  return listPaths(input).flatMap((path, place) => {
    const values = [...kindOf(readPath(input, path)).slice(0, always), ...shapes.slice(0, 2)];
    return values.map((value): HostileEdit => ({ kind: 'replace', place, value }));
  });
}

function kindOf(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return texts;
  if (typeof value === 'number') return numbers;
  return value instanceof Date ? dates : shapes;
}

/** The edited copy of an input. */
export function applyEdit(input: unknown, edit: HostileEdit): unknown {
  switch (edit.kind) {
    case 'whole':
      return edit.value;
    case 'add': {
      const objects = [[], ...listPaths(input)].filter((path) => isRecord(readPath(input, path)));
      const path = objects[edit.place % Math.max(1, objects.length)];
      return path ? withKey(input, path, edit.key, edit.value) : edit.value;
    }
    case 'replace': {
      const paths = listPaths(input);
      const path = paths[edit.place % Math.max(1, paths.length)];
      return path ? withKey(input, path.slice(0, -1), path.at(-1) ?? '', edit.value) : edit.value;
    }
    default: {
      const unknown: never = edit;
      throw new TypeError(`Unknown edit: ${String(unknown)}`);
    }
  }
}

type Path = readonly string[];

const isRecord = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null && Object.getPrototypeOf(node) === Object.prototype;

const listPaths = (node: unknown, above: Path = []): readonly Path[] =>
  isRecord(node) || Array.isArray(node)
    ? Object.entries(node).flatMap(([name, inner]) => [[...above, name], ...listPaths(inner, [...above, name])])
    : [];

function readPath(node: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined) return node;
  const inner =
    isRecord(node) || Array.isArray(node) ? Object.entries(node).find(([one]) => one === name)?.[1] : undefined;
  return readPath(inner, rest);
}

/** Defined, not assigned: `__proto__` becomes a key like any other. */
function withKey(node: unknown, [name, ...rest]: Path, key: string, value: unknown): unknown {
  const copy: object = Array.isArray(node) ? [...node] : { ...(isRecord(node) ? node : {}) };
  const inner = name === undefined ? value : withKey(readPath(node, [name]), rest, key, value);
  return Object.defineProperty(copy, name ?? key, {
    value: inner,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}
