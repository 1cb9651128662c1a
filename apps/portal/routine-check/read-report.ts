import { type Verdict, verdicts } from '@groundwork/engine/audit';
import type { AuditInput } from '@groundwork/engine/audit-input';
import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { explainCannotTell, explainFinding } from '@groundwork/engine/explain';
import type { Explanation } from '@groundwork/engine/explanation';
import { type Finding, type Mistake, mistakes } from '@groundwork/engine/finding';
import { mistakeLabels } from '@groundwork/engine/labels';
import { auditRoutine, type RoutineAudit, type RoutineFinding } from '@groundwork/engine/notation/audit-routine';
import { describeProblem, type NotationProblem } from '@groundwork/engine/notation/notation-problem';
import { parseNotation, type ReadNotation } from '@groundwork/engine/notation/parse-notation';
import { type ReadRoutine, readRoutine } from '@groundwork/engine/notation/read-routine';
import { type RunKind, type Severity, type Weekday, weekdays } from '@groundwork/engine/vocabulary';
import { capitalise, countOf, countWord, joinWords } from '@groundwork/ui/count-words';

/** What a visitor has written, and what she has said beside it. */
export interface RoutineFacts {
  readonly text: string;
  /** Years, 13 to 100. */
  readonly age: number | null;
  /** For how many weeks the one written week has been done, 1 to 104. */
  readonly weeks: number;
  /** Monday to Sunday; runs that the text states go before. */
  readonly runs: readonly RunKind[] | null;
}

/** A line of the text with what was found on it. */
interface ReportLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly isHeading: boolean;
  /** Catalogue ids whose first line this is. */
  readonly exercises: readonly string[];
  readonly mistakes: readonly Mistake[];
}

export interface ReportFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly explanation: Explanation;
  /** Line numbers from 1. */
  readonly lines: readonly number[];
  /** How many more sessions or weeks have the same. */
  readonly alsoIn: number;
}

export interface MistakeReport {
  readonly mistake: Mistake;
  readonly label: string;
  readonly verdict: Verdict;
  readonly findings: readonly ReportFinding[];
  readonly cannotTell: readonly Explanation[];
}

/** A name or a part that was not taken as it stands. */
export interface ReportProblem {
  readonly id: string;
  readonly kind: 'unknown' | 'guessed' | 'not_understood';
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly sentence: string;
  /** Names to put in its place. */
  readonly suggestions: readonly string[];
}

export interface ReportFact {
  readonly label: string;
  readonly value: string;
  readonly state: 'good' | 'bad' | 'unknown';
}

/** A day of the first week that holds a session. */
export interface ReportDay {
  readonly day: Weekday;
  readonly run: RunKind;
  readonly sessions: number;
  /** A session stands in the way of a run. */
  readonly isBarred: boolean;
}

export interface RoutineReport {
  readonly headline: string;
  readonly summary: string;
  readonly mistakes: readonly MistakeReport[];
  readonly lines: readonly ReportLine[];
  readonly lineCount: number;
  readonly problems: readonly ReportProblem[];
  readonly facts: readonly ReportFact[];
  readonly week: readonly ReportDay[] | null;
  /** The runs that the text states; null where it states none. */
  readonly writtenRuns: readonly RunKind[] | null;
  /** Whether an error or a warning has something that can be changed. */
  readonly canBeFixed: boolean;
}

/** More lines than anybody reads in a report; the checks see all of them. */
const mostLines = 300;
const mostProblems = 60;

/** Everything that the page says about a text. Null where the text holds nothing to check. */
export function readReport(facts: RoutineFacts): RoutineReport | null {
  const notation = parseNotation(facts.text);
  if (notation.routine.weeks.length === 0) return null;
  const context = { age: facts.age, weeks: facts.weeks, runs: facts.runs };
  const read = readRoutine(notation.routine, context);
  const audited = auditRoutine(notation.routine, context, notation.places);
  const placed = audited.findings.map((one) => ({ ...one, lines: findLines(one, notation) }));
  const reports = mistakes.map((mistake) => reportMistake(mistake, { ...audited, findings: placed }));
  return {
    headline: writeHeadline(reports),
    summary: writeSummary(read.input),
    mistakes: reports,
    lines: listLines(facts.text, notation, placed),
    lineCount: countLines(facts.text.trimEnd()),
    problems: notation.problems.slice(0, mostProblems).map(reportProblem),
    facts: listFacts(read.input, audited),
    week: describeWeek(read, audited),
    writtenRuns: findWrittenRuns(notation, read),
    canBeFixed: audited.findings.some(({ finding, fix }) => finding.severity !== 'info' && fix !== null),
  };
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'info'];
const scopeOrder: readonly Finding['scope'][] = ['program', 'week', 'session', 'slot'];

function reportMistake(mistake: Mistake, { findings, cannotTell, verdicts: given }: RoutineAudit): MistakeReport {
  const own = findings.filter(({ finding }) => finding.mistake === mistake);
  const grouped = groupFindings(own).sort(
    (one, other) =>
      severityOrder.indexOf(one.finding.severity) - severityOrder.indexOf(other.finding.severity) ||
      scopeOrder.indexOf(one.finding.scope) - scopeOrder.indexOf(other.finding.scope),
  );
  return {
    mistake,
    label: mistakeLabels[mistake],
    verdict: given[mistake],
    findings: grouped.map(({ finding, lines, alsoIn }, index) => ({
      id: `${mistake}-${index}`,
      severity: finding.severity,
      explanation: explainFinding(finding),
      lines,
      alsoIn,
    })),
    cannotTell: cannotTell.filter((one) => one.mistake === mistake).map(explainCannotTell),
  };
}

/** The lines that a fix would change say where the trouble is; a finding without one points at its week or session. */
function findLines({ fix, lines }: RoutineFinding, { places }: ReadNotation): readonly number[] {
  const found = new Set<number>();
  for (const change of fix?.changes ?? []) {
    if (!('at' in change)) continue;
    const place = places.weeks[change.at.week]?.days[change.at.day];
    const line = 'line' in change.at ? place?.lines[change.at.line] : place?.line;
    if (line !== undefined) found.add(line);
  }
  return found.size === 0 ? lines : [...found].sort((one, other) => one - other);
}

/** The same thing in several sessions or weeks is said once, for all their lines; of two closed days each is said. */
function groupFindings(findings: readonly RoutineFinding[]) {
  const groups = new Map<string, { finding: Finding; lines: readonly number[]; alsoIn: number }>();
  for (const { finding, lines } of findings) {
    const { code, severity, data, at } = finding;
    const key = JSON.stringify([code, severity, data, finding.mistake === 4 ? at.day : null]);
    const known = groups.get(key);
    if (known) {
      known.alsoIn += 1;
      known.lines = [...new Set([...known.lines, ...lines])].sort((one, other) => one - other);
    } else groups.set(key, { finding, lines, alsoIn: 0 });
  }
  return [...groups.values()];
}

function writeHeadline(reports: readonly MistakeReport[]): string {
  const count = (verdict: Verdict) => reports.filter((report) => report.verdict === verdict).length;
  const [fails, warns, passes] = verdicts.map(count);
  if (fails === reports.length) return 'All four mistakes are in here. All four can be fixed.';
  if (fails) return `${capitalise(countWord(fails))} of the four mistakes ${fails === 1 ? 'is' : 'are'} in here.`;
  if (warns) return `No mistake, and ${countOf(warns, 'thing')} to look at.`;
  if (passes === reports.length) return 'None of the four mistakes is in here.';
  return passes ? 'Nothing against it, as far as can be told.' : 'Too little to tell yet.';
}

const heavyOf = ({ weeks }: AuditInput, index: number) =>
  weeks[index]?.sessions.flatMap(({ slots }) =>
    slots.filter(({ highResistance, goal }) => highResistance === true || goal === 'strength'),
  ).length ?? 0;

/** Of the week that holds the most of it. */
function most(input: AuditInput, read: (index: number) => number): number {
  return input.weeks.reduce((highest, _, index) => Math.max(highest, read(index)), 0);
}

const countSessions = (input: AuditInput) => most(input, (index) => input.weeks[index]?.sessions.length ?? 0);

function writeSummary(input: AuditInput): string {
  const sessions = countSessions(input);
  if (sessions === 0) return 'No strength session is written down.';
  const heavy = most(input, (index) => heavyOf(input, index));
  const isKnown = input.weeks.some(({ sessions: all }) => all.some(({ slots }) => slots.length > 0));
  const strength = `${capitalise(countOf(sessions, 'strength session'))} a week`;
  if (!isKnown) return `${strength}, without the exercises in ${sessions === 1 ? 'it' : 'them'}.`;
  return heavy === 0
    ? `${strength}, and nothing in ${sessions === 1 ? 'it' : 'them'} is heavy.`
    : `${strength}, with ${countOf(heavy, 'heavy exercise')}.`;
}

function listFacts(input: AuditInput, { findings, cannotTell }: RoutineAudit): readonly ReportFact[] {
  const dataOf = (code: Finding['code']) => findings.find(({ finding }) => finding.code === code)?.finding.data;
  const isSilent = (...codes: readonly string[]) => cannotTell.some(({ code }) => codes.includes(code));
  const sessions = countSessions(input);
  const tooMany = dataOf('M3_TOO_MANY_SESSIONS');
  const heavy = most(input, (index) => heavyOf(input, index));
  const endurance = dataOf('M1_ENDURANCE_DOSE');
  const churn = dataOf('M2_EXERCISE_CHURN');
  const barred = new Set(
    findings
      .filter(({ finding }) => finding.mistake === 4 && finding.severity === 'error')
      .map(({ finding }) => finding.at.session ?? finding.at.day),
  ).size;
  const gaps = new Set(
    findings
      .filter(({ finding }) => finding.code === 'M3_AREA_GAP')
      .map(({ finding }) => String(finding.data.area).toLowerCase()),
  );
  const tell = (isKnown: boolean, value: string, isBad: boolean): Pick<ReportFact, 'value' | 'state'> =>
    isKnown ? { value, state: isBad ? 'bad' : 'good' } : { value: 'cannot tell', state: 'unknown' };
  return [
    {
      label: 'Strength sessions a week',
      ...tell(
        sessions > 0,
        tooMany ? `${sessions}, ${countWord(Number(tooMany.target))} are enough` : String(sessions),
        Boolean(tooMany),
      ),
    },
    {
      label: 'Heavy exercises a week',
      ...tell(
        heavy > 0 || !isSilent('GOALS_NOT_STATED'),
        heavy === 0 ? 'none' : String(heavy),
        dataOf('M1_NO_STRENGTH_OR_POWER') !== undefined,
      ),
    },
    {
      label: 'Endurance exercises a week',
      ...tell(
        endurance !== undefined || !isSilent('DOSES_NOT_STATED'),
        endurance === undefined ? 'few or none' : `${endurance.slotsPerWeek ?? endurance.slots} of ${endurance.of}`,
        endurance !== undefined,
      ),
    },
    {
      label: 'Weeks on one exercise',
      ...tell(
        !isSilent('TOO_FEW_WEEKS'),
        churn ? `${churn.weeksPerExercise}, aim for ${churn.min} to ${churn.max}` : 'long enough',
        churn !== undefined,
      ),
    },
    {
      label: 'Sessions on a closed day',
      ...tell(!isSilent('RUNS_NOT_KNOWN'), barred === 0 ? 'none' : `${barred} of ${sessions}`, barred > 0),
    },
    {
      label: 'Areas left out',
      ...tell(
        gaps.size > 0 || !isSilent('AREAS_NOT_KNOWN', 'SESSIONS_NOT_ALL_KNOWN'),
        gaps.size === 0 ? 'none' : joinWords([...gaps]),
        gaps.size > 0,
      ),
    },
  ];
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function listLines(
  text: string,
  { routine, places }: ReadNotation,
  findings: readonly RoutineFinding[],
): readonly ReportLine[] {
  const headings = new Set<number>();
  const exercises = new Map<number, string[]>();
  const seen = new Set<string>();
  places.weeks.forEach((week, weekIndex) => {
    if (routine.weeks[weekIndex]?.weeks) headings.add(week.line);
    week.days.forEach((place, dayIndex) => {
      const session = routine.weeks[weekIndex]?.days[dayIndex]?.session;
      if (!place.lines.includes(place.line)) headings.add(place.line);
      place.lines.forEach((line, index) => {
        const id = session?.lines[index]?.exercise ?? '';
        if (seen.has(id) || !findExercise(id)) return;
        seen.add(id);
        exercises.set(line, [...(exercises.get(line) ?? []), id]);
      });
    });
  });
  const marked = new Map<number, Set<Mistake>>();
  for (const { finding, lines } of findings) {
    if (finding.severity === 'info') continue;
    for (const line of lines) marked.set(line, (marked.get(line) ?? new Set()).add(finding.mistake));
  }
  const lines: ReportLine[] = [];
  let start = 0;
  for (let number = 1; start <= text.length && lines.length < mostLines; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const own = text.slice(start, end).trim();
    if (own !== '') {
      lines.push({
        number,
        text: own.slice(0, 500),
        isHeading: headings.has(number),
        exercises: exercises.get(number) ?? [],
        mistakes: [...(marked.get(number) ?? [])].sort(),
      });
    }
    start = end + 1;
  }
  return lines;
}

function reportProblem(problem: NotationProblem, index: number): ReportProblem {
  const { code, line, column, found, exercises } = problem;
  const names = exercises.flatMap((id) => findExercise(id)?.name ?? []);
  return {
    id: `${line}-${column}-${index}`,
    kind: code === 'unknown_exercise' ? 'unknown' : code === 'corrected_exercise' ? 'guessed' : 'not_understood',
    line,
    column,
    found,
    sentence: describeProblem(problem),
    suggestions: code === 'unknown_exercise' ? names : [],
  };
}

/** The first week with a session: what runs and what is lifted on each of its days. Null without runs or days. */
export function describeWeek(
  { input, sources }: ReadRoutine,
  { findings }: Pick<RoutineAudit, 'findings'>,
): readonly ReportDay[] | null {
  const index = input.weeks.findIndex(({ sessions }) => sessions.length > 0);
  const week = input.weeks[index];
  const number = sources[index]?.number;
  if (!week?.runs || number === undefined || !week.sessions.some(({ day }) => day !== null)) return null;
  const barred = new Set(
    findings
      .filter(({ finding: { mistake, severity, at } }) => {
        const isThisWeek = (at.week ?? number) <= number && number <= (at.throughWeek ?? at.week ?? number);
        return mistake === 4 && severity === 'error' && isThisWeek;
      })
      .map(({ finding }) => finding.at.day),
  );
  return weekdays.map((day, at) => ({
    day,
    run: week.runs?.[at] ?? 'rest',
    sessions: week.sessions.filter((session) => session.day === day).length,
    isBarred: barred.has(day),
  }));
}

function findWrittenRuns({ routine }: ReadNotation, { input }: ReadRoutine): readonly RunKind[] | null {
  const isWritten = routine.weeks.some(({ days }) => days.some(({ day, run }) => day !== null && run !== null));
  return isWritten ? (input.weeks.find(({ runs }) => runs !== null)?.runs ?? null) : null;
}
