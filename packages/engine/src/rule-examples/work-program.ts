// A program built for a runner, and one week of it.
import { buildProgram } from '../build-program.ts';
import { findExercise } from '../catalogue/catalogue.ts';
import { applyEdit } from '../edit-program.ts';
import { explainFinding } from '../explain.ts';
import { formatDose } from '../format-prescription.ts';
import {
  equipmentLabels,
  experienceLabels,
  painSiteLabels,
  raceDistanceLabels,
  runKindLabels,
  sessionLoadLabels,
  weekdayLabels,
  weekPhaseLabels,
} from '../labels.ts';
import { formatLoad } from '../load.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Profile } from '../profile.ts';
import type { PlannedSession, Program, ProgramWeek } from '../program.ts';
import type { ExampleLine, RuleCase } from '../rule-example.ts';
import { joinWords, startSentence, writeExercise } from '../text-parts.ts';
import type { SessionLabel } from '../vocabulary.ts';
import { exampleRunner } from './example-runner.ts';
import { factLine, headingLine, sayReasons } from './say.ts';
import type { WorkedCase } from './work-example.ts';

/** The Monday on which every example's program starts. */
const startsOn: PlainDate = '2026-01-05';

export function workProgram(ruleId: string, put: Extract<RuleCase, { kind: 'program' }>): WorkedCase {
  const { runner, weeks, sessionsPerWeek } = put;
  const profile = { ...exampleRunner, ...runner };
  const built = buildProgram({ profile, startsOn, weeks, sessionsPerWeek });
  if (!built.ok) throw new RangeError(JSON.stringify(built.problems));
  const { findings, notes, holds } = built.value;
  const program = editFirst(built.value.program, put, profile);
  const week = program.weeks[put.week - 1];
  if (!week) throw new RangeError(`No week ${put.week}`);
  const block = program.blocks[week.block - 1];
  const own = findings.filter((finding) => finding.rule === ruleId);
  return {
    lines: [
      ...describeRunner(runner),
      headingLine(
        `Week ${week.number} of ${weeks}, block ${week.block}: ${weekPhaseLabels[week.phase].toLowerCase()}`,
        sayReasons(ruleId, [
          ...(week.number === block?.firstWeek ? block.reasons : []),
          ...week.warnings,
          ...week.days.flatMap(({ reasons }) => reasons),
        ]),
      ),
      ...listSessions(week, put.session).flatMap((session) => listLines(ruleId, session)),
    ],
    said: [
      ...sayReasons(ruleId, [...notes, ...holds]),
      ...own.map((finding) => ({ code: finding.code, explanation: explainFinding(finding) })),
    ],
    cannotTell: [],
    faults: findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code])),
  };
}

function editFirst(program: Program, put: Extract<RuleCase, { kind: 'program' }>, profile: Profile): Program {
  if (!put.edit) return program;
  const session = program.weeks[put.week - 1]?.sessions.find(({ label }) => label === (put.session ?? 'A'));
  const slot = session?.prescriptions[0]?.slot;
  if (!session || slot === undefined) throw new RangeError(`Nothing to edit in week ${put.week}`);
  const edited = applyEdit(
    program,
    { kind: 'set_prescription', session: session.key, slot, reach: 'session', fields: put.edit },
    profile,
  );
  if (!edited.ok) throw new RangeError(JSON.stringify(edited.problems));
  return edited.value;
}

const listSessions = ({ sessions }: ProgramWeek, label: SessionLabel | undefined) =>
  sessions.filter((session) => label === undefined || session.label === label);

function listLines(ruleId: string, session: PlannedSession): readonly ExampleLine[] {
  const { day, label, load, minutes, reasons } = session;
  return [
    headingLine(
      `${weekdayLabels[day]}: session ${label}, ${sessionLoadLabels[load].toLowerCase()}, ${minutes} min`,
      sayReasons(ruleId, reasons),
    ),
    ...session.prescriptions.map((prescription) => ({
      label: '',
      text: [
        `${findExercise(prescription.exerciseId)?.name ?? prescription.exerciseId}:`,
        formatDose(prescription)
          .map(({ text }) => text)
          .join(', '),
      ].join(' '),
      isHeading: false,
      exerciseId: prescription.exerciseId,
      said: sayReasons(ruleId, prescription.reasons),
    })),
  ];
}

/** What sets the runner apart from the article's. */
function describeRunner(runner: Partial<Profile>): readonly ExampleLine[] {
  const { age, experience, runningMonths, equipment, minutesPerSession, painSites, runningWeek, unavailable } = runner;
  const lines: ExampleLine[] = [];
  const add = (label: string, text: string | undefined) => {
    if (text !== undefined) lines.push(factLine(label, text));
  };
  const orNone = (words: readonly string[]) => (words.length === 0 ? 'None' : startSentence(joinWords(words)));
  add('Age', age?.toString());
  add('Experience', experience && experienceLabels[experience]);
  add('Running for', runningMonths === undefined ? undefined : `${runningMonths} months`);
  add('Kit', equipment && orNone(equipment.map((item) => equipmentLabels[item].toLowerCase())));
  add('Time', minutesPerSession === undefined ? undefined : `${minutesPerSession} min a session`);
  add('Hurts', painSites && orNone(painSites.map((site) => painSiteLabels[site].toLowerCase())));
  add('Runs', runningWeek?.map(({ kind }) => runKindLabels[kind]).join(', '));
  add('Not on', unavailable && orNone(unavailable.map((day) => weekdayLabels[day])));
  for (const { date, distance } of runner.races ?? []) add('Race', `${raceDistanceLabels[distance]} on ${date}`);
  for (const [exercise, load] of Object.entries(runner.workingLoads ?? {})) {
    add('Known load', `${writeExercise(exercise)}, ${formatLoad(load)}`);
  }
  return lines;
}
