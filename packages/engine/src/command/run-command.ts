// The command line without the machine: words and a text in, a report and an exit code out.

import { estimateOneRepMax } from '../adapt/estimate-one-rep-max.ts';
import type { ExerciseLog } from '../adapt/exercise-log.ts';
import { articleRules, type ClientRules, parseRuleSet, type RuleSetProblem, rulesFor } from '../adapt/rule-set.ts';
import { buildRecord } from '../adapt/training-record.ts';
import { type BuildInput, type BuildProblem, buildProgram, programWeeks } from '../build-program.ts';
import { findExercise } from '../catalogue/catalogue.ts';
import { engineVersion } from '../engine-version.ts';
import { explainCannotTell, explainFinding, explainReason, explainRepair, explainTier } from '../explain.ts';
import { mistakes } from '../finding.ts';
import { mistakeLabels, severityLabels, weekdayLabels } from '../labels.ts';
import { formatLoad } from '../load.ts';
import { applyFixes } from '../notation/apply-fixes.ts';
import { auditRoutine, type RoutineAudit } from '../notation/audit-routine.ts';
import { buildRoutine } from '../notation/build-routine.ts';
import { formatNotation } from '../notation/format-notation.ts';
import { nameExercise } from '../notation/match-exercise.ts';
import { describeProblem } from '../notation/notation-problem.ts';
import { parseNotation } from '../notation/parse-notation.ts';
import type { RoutineContext } from '../notation/read-routine.ts';
import { parseProfile } from '../parse-profile.ts';
import { type PlacementInput, placeStrength } from '../placement.ts';
import { type RungOption, suggestRung } from '../progression.ts';
import { findRule, listRules } from '../rules.ts';
import { formatSimulation } from '../simulate/format-simulation.ts';
import { simulate } from '../simulate/simulate.ts';
import { splitBlocks } from '../split-blocks.ts';
import { suggestRepairs } from '../suggest-repairs.ts';
import { startSentence } from '../text-parts.ts';
import { type RunKind, runKinds, type Weekday, weekdays } from '../vocabulary.ts';
import { type CommandOptions, readRunKinds } from './command-options.ts';
import { listFixLines } from './list-fix-lines.ts';
import { readExerciseLogs } from './read-exercise-logs.ts';

export const exitCodes = { clean: 0, findings: 1, badInput: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface CommandOutput {
  /** For standard output. */
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** Runs one command on a text. Never throws on any input: what can't be used is exit code 2, with what is wrong. */
export function runCommand(options: CommandOptions, input: string): CommandOutput {
  switch (options.command) {
    case 'audit':
      return runAudit(options, input);
    case 'explain':
      return runExplain(options, input);
    case 'place':
      return runPlace(options, input);
    case 'build':
      return runBuild(options, input);
    case 'progress':
      return runProgress(options, input);
    case 'simulate':
      return runSimulate(options);
    default: {
      const unknown: never = options.command;
      throw new TypeError(`Unknown command: ${unknown}`);
    }
  }
}

type Fields = Readonly<Record<string, unknown>>;

function write(options: CommandOptions, exitCode: ExitCode, result: Fields, lines: readonly string[]): CommandOutput {
  const { command } = options;
  const text = options.json
    ? JSON.stringify({ command, engine: engineVersion, exitCode, ...result }, null, 2)
    : lines.join('\n').trimEnd();
  return { text: `${text}\n`, exitCode };
}

/** An answer to an input that can't be used. */
export function refuse(options: CommandOptions, errors: readonly string[]): CommandOutput {
  return write(options, exitCodes.badInput, { errors }, errors);
}

/** A JSON object, or undefined for any other text. */
function readJson(input: string): Fields | undefined {
  if (!input.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(input) as Fields;
  } catch {
    return undefined;
  }
}

/** Notation as it is, or `{ "notation": "…", "age": 42, "runs": [ … ], "weeks": 6 }`; options go before fields. */
function readText(
  options: CommandOptions,
  input: string,
): { readonly text: string; readonly context: RoutineContext } | { readonly errors: readonly string[] } {
  const isJson = input.trimStart().startsWith('{');
  const fields = readJson(input);
  if (isJson && fields === undefined) return { errors: ['This is no valid JSON.'] };
  if (fields !== undefined && typeof fields.notation !== 'string') {
    return { errors: ['“notation” is missing: the routine as text.'] };
  }
  const text = fields === undefined ? input : String(fields.notation);
  if (text.trim() === '') return { errors: ['There is nothing to read: write one exercise on each line.'] };
  const age = options.age ?? readNumber(fields?.age, 13, 100);
  const weeks = options.weeks ?? readNumber(fields?.weeks, 1, 104);
  const runs = options.runs ?? readRuns(fields?.runs);
  const errors: string[] = [];
  if (age === undefined) errors.push('“age” wants years, 13 to 100.');
  if (weeks === undefined) errors.push('“weeks” wants a number, 1 to 104.');
  if (runs === undefined) errors.push(`“runs” wants seven of ${runKinds.join(', ')}, Monday first.`);
  if (errors.length > 0) return { errors };
  return { text, context: { age: age ?? null, runs: runs ?? null, ...(weeks == null ? {} : { weeks }) } };
}

/** Null where it is left out, undefined where it is none. */
function readNumber(value: unknown, min: number, max: number): number | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined;
}

function readRuns(value: unknown): readonly RunKind[] | null | undefined {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) return undefined;
  return readRunKinds(value.join(' ')) ?? undefined;
}

const verdictWords = { fails: 'fails', warns: 'warns', passes: 'passes', cannot_tell: 'can’t tell' } as const;

function runAudit(options: CommandOptions, input: string): CommandOutput {
  const read = readText(options, input);
  if ('errors' in read) return refuse(options, read.errors);
  const { routine, problems, places } = parseNotation(read.text);
  if (options.fix) {
    const fixed = applyFixes(routine, read.context);
    const notation = formatNotation(fixed.routine);
    const exitCode = fixed.applied.length > 0 ? exitCodes.findings : exitCodes.clean;
    return write(options, exitCode, { notation, fixes: fixed.applied.length }, [notation]);
  }
  const audited = auditRoutine(routine, read.context, places);
  const lines = problems.map(describeProblem);
  if (lines.length > 0) lines.push('');
  for (const mistake of mistakes) {
    lines.push(`${mistake}. ${mistakeLabels[mistake]}: ${verdictWords[audited.verdicts[mistake]]}`);
    for (const { finding, lines: at, fix } of audited.findings) {
      if (finding.mistake !== mistake) continue;
      const { title, instead } = explainFinding(finding);
      lines.push(`   ${severityLabels[finding.severity]}${sayLines(at)}: ${title} (${finding.rule})`);
      if (instead !== null && finding.severity !== 'info') lines.push(`      ${instead}.`);
      if (fix !== null && finding.severity !== 'info') {
        for (const change of listFixLines(routine, fix).slice(0, mostFixLines)) lines.push(`      ${change}`);
      }
    }
    for (const silent of audited.cannotTell.filter((one) => one.mistake === mistake)) {
      lines.push(`   ${explainCannotTell(silent).title} (${silent.rule})`);
    }
  }
  return write(options, exitOf(audited), describeAudit(audited, problems, routine), lines);
}

/** More would hide the next finding. */
const mostFixLines = 12;

function exitOf({ findings }: RoutineAudit): ExitCode {
  return findings.some(({ finding }) => finding.severity !== 'info') ? exitCodes.findings : exitCodes.clean;
}

function describeAudit(
  audited: RoutineAudit,
  problems: ReturnType<typeof parseNotation>['problems'],
  routine: ReturnType<typeof parseNotation>['routine'],
): Fields {
  return {
    verdicts: audited.verdicts,
    findings: audited.findings.map(({ finding, lines, fix }) => ({
      ...finding,
      lines,
      ...explainFinding(finding),
      rule: finding.rule,
      fix: fix === null ? null : listFixLines(routine, fix),
    })),
    cannotTell: audited.cannotTell.map((one) => ({ ...one, title: explainCannotTell(one).title })),
    problems: problems.map((problem) => ({ ...problem, says: describeProblem(problem) })),
  };
}

function sayLines(lines: readonly number[]): string {
  const [first] = lines;
  if (first === undefined) return '';
  return lines.length === 1
    ? `, line ${first}`
    : `, lines ${lines.slice(0, 6).join(', ')}${lines.length > 6 ? ' …' : ''}`;
}

function runExplain(options: CommandOptions, input: string): CommandOutput {
  const rule = options.operand === null ? undefined : findRule(options.operand);
  if (rule) {
    const { id, title, statement, why, source, parameters } = rule;
    const tuned = parameters.length > 0 ? [`Parameters: ${parameters.join(', ')}`] : [];
    return write(options, exitCodes.clean, { rule }, [
      `${id}  ${title}`,
      `${startSentence(statement)}.`,
      why,
      `Source: ${source}`,
      ...tuned,
    ]);
  }
  const read = readText(options, input);
  if ('errors' in read) {
    return refuse(options, [
      ...read.errors,
      `Or name a rule: ${listRules()
        .map(({ id }) => id)
        .join(', ')}.`,
    ]);
  }
  const { routine, problems, places } = parseNotation(read.text);
  const audited = auditRoutine(routine, read.context, places);
  const lines = audited.findings.flatMap(({ finding, lines: at }) => {
    const { title, claim, rule: of, source, instead } = explainFinding(finding);
    return [
      `${severityLabels[finding.severity]}${sayLines(at)}: ${title}`,
      `  ${claim}`,
      `  Rule ${of.id}: ${of.statement}.`,
      `  Source: ${source}`,
      ...(instead === null ? [] : [`  Instead: ${instead}.`]),
      '',
    ];
  });
  if (lines.length === 0) lines.push('Nothing to explain: no rule has anything to say.');
  return write(options, exitOf(audited), describeAudit(audited, problems, routine), lines);
}

/** Seven runs as words, notation with days, or `{ "week": [ … ], "sessions": 2, "before", "after", "unavailable" }`. */
function readWeek(options: CommandOptions, input: string): PlacementInput | undefined {
  const fields = readJson(input);
  if (fields !== undefined) {
    const week = readRuns(fields.week);
    const sessions = fields.sessions ?? 2;
    const known = (value: unknown) => value === undefined || runKinds.some((kind) => kind === value);
    const unavailable = fields.unavailable ?? [];
    if (!week || (sessions !== 1 && sessions !== 2) || !known(fields.before) || !known(fields.after)) return undefined;
    if (!Array.isArray(unavailable) || unavailable.some((day) => !weekdays.some((one) => one === day)))
      return undefined;
    return {
      week,
      sessions,
      unavailable: unavailable as Weekday[],
      ...(fields.before === undefined ? {} : { before: fields.before as RunKind }),
      ...(fields.after === undefined ? {} : { after: fields.after as RunKind }),
    };
  }
  const plain = options.runs ?? readRunKinds(input);
  if (plain !== null) return { week: plain, sessions: 2 };
  const days = parseNotation(input).routine.weeks[0]?.days ?? [];
  if (!days.some(({ run }) => run !== null)) return undefined;
  const runs = weekdays.map((day) => days.find((one) => one.day === day && one.run !== null)?.run);
  return { week: runs.map((run) => run?.kind ?? 'rest'), sessions: 2, notes: runs.map((run) => run?.note) };
}

function runPlace(options: CommandOptions, input: string): CommandOutput {
  const week = readWeek(options, input);
  if (week === undefined) {
    return refuse(options, [
      `A running week is seven of ${runKinds.join(', ')}, Monday first, or days such as “## Monday: easy 8 km”.`,
    ]);
  }
  const placement = placeStrength(week);
  const repairs = suggestRepairs(week);
  const { title, claim } = explainTier(placement.tier);
  const lines = [`${placement.tier}  ${title}. ${claim}`, ''];
  for (const { day, placed, reasons } of placement.days) {
    const run = week.week[weekdays.indexOf(day)] ?? 'rest';
    lines.push(
      `${weekdayLabels[day].padEnd(10)} ${run.padEnd(10)} ${placed === null ? '' : `${placed} session`}`.trimEnd(),
    );
    for (const reason of reasons) lines.push(`   ${explainReason(reason, placement.days).claim} (${reason.rule})`);
  }
  if (repairs.length > 0) lines.push('', 'Would open the week:');
  for (const repair of repairs.slice(0, 3))
    lines.push(`   ${explainRepair(repair, week.week).title}, gives ${repair.gives.tier}`);
  const exitCode = placement.tier === 'T0' ? exitCodes.clean : exitCodes.findings;
  return write(options, exitCode, { placement, repairs }, lines);
}

function runBuild(options: CommandOptions, input: string): CommandOutput {
  const fields = readJson(input);
  if (fields === undefined) {
    return refuse(options, [
      'A build wants JSON: { "profile": { … }, "startsOn": "2026-03-02", "weeks": 12, "sessionsPerWeek": 2 }.',
    ]);
  }
  const profile = parseProfile(fields.profile);
  if (!profile.ok) {
    return refuse(
      options,
      profile.problems.map(({ path, code, allowed }) => {
        const range =
          allowed === null
            ? ''
            : `; allowed: ${'words' in allowed ? allowed.words.join(', ') : `${allowed.min} to ${allowed.max}`}`;
        return `profile${path === '' ? '' : `.${path}`}: ${code.replaceAll('_', ' ')}${range}`;
      }),
    );
  }
  const { startsOn, weeks, sessionsPerWeek = 2 } = fields;
  const rules = readRules(fields);
  if ('problems' in rules) return refuse(options, rules.problems);
  const built = buildProgram({
    profile: profile.value,
    startsOn: String(startsOn),
    weeks: Number(weeks),
    sessionsPerWeek: sessionsPerWeek as BuildInput['sessionsPerWeek'],
    rules,
  });
  if (!built.ok) return refuse(options, built.problems.map(sayBuildProblem));
  const { program, notes, holds, findings } = built.value;
  const notation = formatNotation(buildRoutine(program, profile.value));
  const comments = [...holds, ...notes].map(
    (reason) => `// ${explainReason(reason).title}. ${explainReason(reason).claim}`,
  );
  const isFound = holds.length > 0 || findings.some(({ severity }) => severity !== 'info');
  const exitCode = isFound ? exitCodes.findings : exitCodes.clean;
  return write(options, exitCode, { program, notes, holds, findings, notation }, [...comments, notation]);
}

function isNumbers(value: unknown): value is Readonly<Record<string, number>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'number');
}

function sayBuildProblem(problem: BuildProblem): string {
  switch (problem.code) {
    case 'not_a_date':
    case 'not_a_monday':
      return `startsOn: ${problem.code.replaceAll('_', ' ')}`;
    case 'out_of_range':
      return `${problem.field}: ${problem.allowed.min} to ${problem.allowed.max}`;
    case 'no_blocks':
      return `weeks: no blocks of 4 to 6 weeks; ${problem.allowed.join(' or ')} would do`;
    default: {
      const unknown: never = problem;
      throw new TypeError(`Unknown problem: ${JSON.stringify(unknown)}`);
    }
  }
}

/** One client on the command line, so that her overrides need no name. */
const onlyClient = 'client';

function readRules(fields: Readonly<Record<string, unknown>>): ClientRules | { readonly problems: readonly string[] } {
  const { parameters, ruleSet = articleRules.name, overrides = [] } = fields;
  if (parameters !== undefined && !isNumbers(parameters)) return { problems: ['parameters: names with numbers'] };
  if (!Array.isArray(overrides)) return { problems: ['overrides: [{ "rule": "S24", "reason": "…" }]'] };
  const parsed = parseRuleSet({
    name: String(ruleSet),
    ...(parameters === undefined ? {} : { parameters }),
    overrides: overrides.map((one: { readonly rule?: unknown; readonly reason?: unknown } | null) => ({
      clientId: onlyClient,
      rule: String(one?.rule ?? ''),
      reason: String(one?.reason ?? ''),
    })),
  });
  return parsed.ok ? rulesFor(parsed.value, onlyClient) : { problems: parsed.problems.map(sayRuleSetProblem) };
}

function sayRuleSetProblem(problem: RuleSetProblem): string {
  switch (problem.code) {
    case 'unknown_rule_set':
      return `ruleSet: ${problem.allowed.join(' or ')}`;
    case 'parameter': {
      const { parameter, allowed } = problem.problem;
      return `parameters.${parameter}: ${allowed === null ? 'unknown' : `${allowed.min} to ${allowed.max}`}`;
    }
    case 'not_overridable':
      return `overrides: ${problem.allowed.join(', ')} can be set aside`;
    case 'no_reason':
    case 'overridden_twice':
      return `overrides.${problem.rule}: ${problem.code.replaceAll('_', ' ')}`;
    default: {
      const unknown: never = problem;
      throw new TypeError(`Unknown problem: ${JSON.stringify(unknown)}`);
    }
  }
}

/** A log of sessions, or the state of one exercise on its ladder. */
function runProgress(options: CommandOptions, input: string): CommandOutput {
  const fields = readJson(input);
  if (fields?.sessions !== undefined) return runLog(options, fields);
  return runRung(options, fields);
}

/** What the sessions of one exercise lead to, one after the other. */
function runLog(options: CommandOptions, fields: Fields): CommandOutput {
  const read = readExerciseLogs(fields);
  if (!read.ok) return refuse(options, read.problems);
  const { logs, context, planned } = read.value;
  const record = buildRecord(logs, context);
  const last = record.steps.get(planned.exerciseId);
  if (!last) return refuse(options, ['sessions: at least one, with its sets.']);
  const { state, why, changes } = last;
  const next = { load: state.load ?? planned.load, amount: state.amount, tempo: state.tempo };
  const heaviest = findEstimate(logs, context.profile.age);
  const asked = [
    `${planned.sets}x${next.amount}${planned.measure === 'seconds' ? 's' : ''}`,
    ...(next.load === null ? [] : [formatLoad(next.load)]),
    ...(next.tempo === null ? [] : [`tempo ${next.tempo}`]),
    ...(planned.rir === null ? [] : [`@RIR${planned.rir}`]),
  ];
  const lines = [`Next: ${nameExercise(planned.exerciseId)} ${asked.join(' ')}`];
  for (const reason of [why, ...changes.filter(({ code }) => code !== why.code)]) {
    const { title, claim, instead } = explainReason(reason);
    lines.push(`   ${title}. ${claim} (${reason.rule})`);
    if (instead !== null) lines.push(`      ${instead}.`);
  }
  if (heaviest !== null) lines.push(`   A single would be ${heaviest}.`);
  const isOpen = changes.some(({ kind }) => kind === 'question' || kind === 'note');
  const result = { exercise: planned.exerciseId, next, why, changes, oneRepMax: heaviest };
  return write(options, isOpen ? exitCodes.findings : exitCodes.clean, result, lines);
}

/** From the last set that allows one; null where none does, and for a minor. */
function findEstimate(logs: readonly ExerciseLog[], age: number): string | null {
  for (const { sets } of [...logs].reverse()) {
    for (const { load, amount, rir } of sets) {
      if (load === null) continue;
      const estimate = estimateOneRepMax({ load, reps: amount, rir, age });
      if (estimate.ok) return estimate.value.shown;
    }
  }
  return null;
}

function runRung(options: CommandOptions, fields: Fields | undefined): CommandOutput {
  const exercise = typeof fields?.exercise === 'string' ? fields.exercise : undefined;
  const weeksDone = readNumber(fields?.weeksDone, 0, 104);
  const painMax = readNumber(fields?.painMax ?? 0, 0, 10);
  if (exercise === undefined || weeksDone == null || painMax == null || typeof fields?.criteriaMet !== 'boolean') {
    return refuse(options, [
      'Progress wants a log in JSON: { "exercise": "Goblet squat", "planned": { … }, "sessions": [ … ] }; see --help.',
      'Or an exercise: { "exercise": "Goblet squat", "weeksDone": 5, "criteriaMet": true, "painMax": 0 }.',
    ]);
  }
  const [line] = parseNotation(JSON.stringify(exercise)).routine.weeks[0]?.days[0]?.session?.lines ?? [];
  const current = findExercise(line?.exercise ?? '');
  if (!current) return refuse(options, [`“${exercise}” is not in the catalogue.`]);
  const choices = suggestRung({ current: current.id, weeksDone, criteriaMet: fields.criteriaMet, painMax });
  const lines = choices.flatMap((choice, index) => {
    const { title, claim } = explainReason(choice.reason);
    return [`${index === 0 ? 'Do' : 'Or'}: ${sayDecision(choice)}`, `   ${title}. ${claim} (${choice.reason.rule})`];
  });
  const exitCode = choices[0]?.decision === 'stay' ? exitCodes.clean : exitCodes.findings;
  return write(options, exitCode, { exercise: current.id, options: choices }, lines);
}

function sayDecision({ decision, next, fromWeek, change }: RungOption): string {
  const how = change === null ? '' : `, ${change.replaceAll('_', ' ')}`;
  return `${decision}: ${nameExercise(next)} from week ${fromWeek}${how}`;
}

const usualRunners = 1_000;
const usualSeed = 1;

/** Needs no input: the seed decides everything. */
function runSimulate(options: CommandOptions): CommandOutput {
  const weeks = options.weeks ?? programWeeks.max;
  if (splitBlocks(weeks) === undefined || weeks > programWeeks.max) {
    return refuse(options, [`--weeks: ${programWeeks.min} to ${programWeeks.max}, and not 7.`]);
  }
  const simulation = simulate({ runners: options.runners ?? usualRunners, weeks, seed: options.seed ?? usualSeed });
  const exitCode = simulation.breaches.length === 0 ? exitCodes.clean : exitCodes.findings;
  return write(options, exitCode, { ...simulation }, formatSimulation(simulation));
}
