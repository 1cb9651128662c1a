import { type RunKind, runKinds } from '../vocabulary.ts';

export const commandNames = ['audit', 'place', 'build', 'progress', 'simulate', 'explain'] as const;
export type CommandName = (typeof commandNames)[number];

/** What stands behind `groundwork` on the command line. */
export interface CommandOptions {
  readonly command: CommandName;
  /** A file, "-" or nothing for standard input; for `explain` also a rule's id. */
  readonly operand: string | null;
  readonly json: boolean;
  /** Write the routine with every fix made, in place of the findings. */
  readonly fix: boolean;
  readonly age: number | null;
  readonly runs: readonly RunKind[] | null;
  readonly weeks: number | null;
  /** How many synthetic runners, and which. */
  readonly runners: number | null;
  readonly seed: number | null;
}

export type ReadOptions =
  | { readonly kind: 'run'; readonly options: CommandOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'bad'; readonly says: string };

export const usage = `groundwork <command> [file] [options]

  audit      a routine in the notation: findings by line, verdicts, fixes
  place      a running week: the days that take strength, and why
  build      a runner (JSON) into a program, written in the notation
  progress   a log (JSON): what the next session asks for, and why; or an exercise: stay, go up, extend or go back
  simulate   synthetic runners living through weeks under the engine, and what came of them
  explain    every finding of a routine in full, or one rule: groundwork explain S21

  A log is { "exercise": "Goblet squat", "planned": { "sets": 3, "reps": 6, "range": [4, 6], "load": "20kg", "rir": 2 },
  "age": 34, "sessions": [ { "date": "2026-03-02", "sets": [ { "reps": 6, "load": "20kg", "rir": 3 }, … ], "pain": 0 } ] };
  its schema is input.schema.json.

  Without a file, or with "-", standard input is read.

  --json           JSON by the schema that comes with the package
  --fix            audit: write the routine with every fix made
  --age 42         audit, explain: years
  --runs a,b,…     audit, explain: seven runs, Monday first: easy,easy,speed,rest,easy,long,rest
  --weeks 6        audit, explain: how long a routine without weeks has been done; simulate: 4 to 52
  --runners 1000   simulate: how many
  --seed 1         simulate: the same number gives the same runners

  Exit: 0 clean, 1 something was found, 2 the input could not be used.
`;

/** Arguments as options, or what is wrong with them. */
export function readOptions(args: readonly string[]): ReadOptions {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return { kind: 'help' };
  const command = commandNames.find((known) => known === name);
  if (command === undefined)
    return { kind: 'bad', says: `No command “${name}”. There are ${commandNames.join(', ')}.` };
  let operand: string | null = null;
  let json = false;
  let fix = false;
  let age: number | null = null;
  let weeks: number | null = null;
  let runners: number | null = null;
  let seed: number | null = null;
  let runs: readonly RunKind[] | null = null;
  for (let index = 0; index < rest.length; index += 1) {
    const [flag = '', inline] = splitFlag(rest[index] ?? '');
    const readValue = () => {
      if (inline !== undefined) return inline;
      index += 1;
      return rest[index];
    };
    switch (flag) {
      case '--help':
      case '-h':
        return { kind: 'help' };
      case '--json':
        json = true;
        break;
      case '--fix':
        fix = true;
        break;
      case '--age':
        age = readWhole(readValue(), 13, 100);
        if (age === null) return { kind: 'bad', says: '--age wants years, 13 to 100.' };
        break;
      case '--weeks':
        weeks = readWhole(readValue(), 1, 104);
        if (weeks === null) return { kind: 'bad', says: '--weeks wants a number, 1 to 104.' };
        break;
      case '--runners':
        runners = readWhole(readValue(), 1, 100_000);
        if (runners === null) return { kind: 'bad', says: '--runners wants a number, 1 to 100000.' };
        break;
      case '--seed':
        seed = readWhole(readValue(), 0, 1_000_000);
        if (seed === null) return { kind: 'bad', says: '--seed wants a whole number, 0 to 1000000.' };
        break;
      case '--runs':
        runs = readRunKinds(readValue() ?? '');
        if (runs === null) return { kind: 'bad', says: `--runs wants seven of ${runKinds.join(', ')}, Monday first.` };
        break;
      default:
        if (flag.startsWith('-') && flag !== '-') return { kind: 'bad', says: `No option “${flag}”.` };
        if (operand !== null) return { kind: 'bad', says: `One file at a time: “${operand}” or “${flag}”.` };
        operand = flag;
    }
  }
  return { kind: 'run', options: { command, operand, json, fix, age, runs, weeks, runners, seed } };
}

/** "--age=42" as its two halves. */
function splitFlag(word: string): readonly [string, string?] {
  const equals = word.indexOf('=');
  return word.startsWith('--') && equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [word];
}

function readWhole(text: string | undefined, min: number, max: number): number | null {
  const value = /^\d{1,7}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : null;
}

/** Seven kinds between commas or spaces, Monday first; null when they are not. */
export function readRunKinds(text: string): readonly RunKind[] | null {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  const kinds = words.flatMap((word) => runKinds.find((kind) => kind === word) ?? []);
  return words.length === 7 && kinds.length === 7 ? kinds : null;
}
