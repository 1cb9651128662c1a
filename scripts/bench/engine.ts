// Started by itself, without a loader in between: what it measures is the engine as Node.js reads it.
import { buildProgram, programWeeks } from '@groundwork/engine/build-program';
import { auditProgram } from '@groundwork/engine/check-program';
import { decidePlacement } from '@groundwork/engine/decide-placement';
import { buildRoutine } from '@groundwork/engine/notation/build-routine';
import { formatNotation } from '@groundwork/engine/notation/format-notation';
import { parseNotation } from '@groundwork/engine/notation/parse-notation';
import { placeStrength } from '@groundwork/engine/placement';
import { addDays } from '@groundwork/engine/plain-date';
import { type PlannedProgram, planProgram } from '@groundwork/engine/plan-program';
import type { Profile } from '@groundwork/engine/profile';
import type { Program } from '@groundwork/engine/program';
import { simulate } from '@groundwork/engine/simulate/simulate';
import { placeNaively } from '@groundwork/engine/testing/place-naively';
import { readWeekMasks } from '@groundwork/engine/week-masks';
import { listPlacementProblems, listProfiles, startsOn } from './engine-inputs.ts';
import type { Figure } from './figure.ts';
import { type Spans, timeCalls } from './time-calls.ts';

const PROBLEMS = 10_000;
/** Enough that no input is met twice while the caches are warm with it, few enough to hold. */
const RUNNERS = 200;
const AUDITED_WEEKS = 24;
const LIVES = 150;

interface Built {
  readonly profile: Profile;
  readonly program: Program;
}

const spans = JSON.parse(process.argv[2] ?? '{"warmUp":10,"round":3}') as Spans;
process.stdout.write(
  JSON.stringify([...measurePlacement(), ...measureBuilding(), ...measureReading(), ...measureLiving()]),
);

function measurePlacement(): readonly Figure[] {
  const problems = listPlacementProblems(PROBLEMS);
  const problemAt = (turn: number) => problems[turn % PROBLEMS] as (typeof problems)[number];
  for (const problem of problems) checkAgainstSearch(problem);
  const search = time((turn) => placeNaively(problemAt(turn)));
  const decided = time((turn) => decidePlacement(readWeekMasks(problemAt(turn)), 2));
  const explained = time((turn) => placeStrength(problemAt(turn)));
  const floor = { what: 'exhaustive search', value: search.perSecond };
  return [
    {
      what: `week decided, as good as an exhaustive search on all of ${PROBLEMS} random problems`,
      value: decided.perSecond,
      unit: 'ops/s',
      floor,
      target: { of: 'value', least: 1_000_000 },
    },
    {
      what: 'week decided, with every reason',
      value: explained.perSecond,
      unit: 'ops/s',
      floor,
      note: describeHeld(explained.bytesHeld),
    },
  ];
}

function checkAgainstSearch(problem: ReturnType<typeof listPlacementProblems>[number]): void {
  const { tier, sessions } = placeStrength(problem);
  const plan = sessions.map(({ day, load }) => `${day}:${load}`).join(' ');
  const best = placeNaively(problem);
  if (best.tier !== tier || best.plan !== plan) {
    throw new Error(`${problem.week.join(' ')}: the search finds ${best.tier} ${best.plan}, not ${tier} ${plan}.`);
  }
}

function measureBuilding(): readonly Figure[] {
  const weeks = programWeeks.max;
  const profiles = listProfiles(RUNNERS, weeks);
  const profileAt = (turn: number) => profiles[turn % RUNNERS] as Profile;
  const programs = profiles.map((profile) => build(profile, weeks));
  const copied = timeCopies(programs);
  const built = time((turn) => build(profileAt(turn), weeks));
  const planned = profiles.map((profile) => plan(profile, weeks));
  const moved = profiles.map(moveARun);
  const replanned = time((turn) => plan(moved[turn % RUNNERS] as Profile, weeks, planned[turn % RUNNERS]));
  return [
    {
      what: `${weeks}-week program built, with all rules and reasons`,
      value: built.perSecond,
      unit: 'ops/s',
      floor: copied,
      target: { of: 'value', least: 5_000 },
      note: describeHeld(built.bytesHeld),
      tried:
        'equal weeks are placed once, the runs are read once for placing and checking, doses are planned once a block, the reasons that programs have in common are one object and lists keep no spare room: a program holds over a quarter less, which the pace hardly shows. What is left is spread evenly: a quarter checks the whole, a fifth plans ten blocks, a fifth writes some 450 prescriptions, a tenth places the weeks, the rest gives memory back. No two weeks of a block ask for the same dose, so little of a program is twice in it. More would take a cache over programs, which holds what clients are given and answers this table rather than a coach, or reasons made on demand: functions in place of data for everybody who keeps, sends or compares a program.',
    },
    {
      what: `${weeks}-week program planned again after one moved run`,
      value: 1000 / replanned.perSecond,
      unit: 'ms',
      target: { of: 'value', most: 0.1 },
      tried:
        'blocks that neither the move nor what follows from it has touched are taken over, and so is the reading of their weeks. Two fifths of what is left build the one or two other blocks, a third is the check of the whole, which looks across all weeks and alone takes as long as the target.',
    },
  ];
}

/** Two days of one week change places. */
function moveARun(profile: Profile): Profile {
  const monday = addDays(startsOn, 5 * 7);
  const [mon, tue, ...rest] = profile.weekOverrides[monday] ?? profile.runningWeek;
  const [wed, thu, fri, sat, sun] = rest;
  return { ...profile, weekOverrides: { ...profile.weekOverrides, [monday]: [tue, mon, wed, thu, fri, sat, sun] } };
}

function measureReading(): readonly Figure[] {
  const profiles = listProfiles(RUNNERS, AUDITED_WEEKS);
  const programs = profiles.map((profile) => build(profile, AUDITED_WEEKS));
  const built: readonly Built[] = profiles.map((profile, index) => ({ profile, program: programs[index] as Program }));
  const at = (turn: number) => built[turn % RUNNERS] as Built;
  const copied = timeCopies(programs);
  const audited = time((turn) => auditProgram(at(turn)));
  const texts = built.map(({ program, profile }) => formatNotation(buildRoutine(program, profile)));
  const textAt = (turn: number) => texts[turn % RUNNERS] as string;
  const split = time((turn) => textAt(turn).split('\n').map(splitWords));
  const parsed = time((turn) => parseNotation(textAt(turn)));
  return [
    {
      what: `${AUDITED_WEEKS}-week program audited`,
      value: audited.perSecond,
      unit: 'ops/s',
      floor: copied,
      target: { of: 'value', least: 10_000 },
      note: describeHeld(audited.bytesHeld),
      tried:
        'one pass a check and over each reason, slots spelt out rather than spread, merged findings, sets of codes. A third of the time waits for memory: the programs in turn are larger than the caches. Keeping what was read of a week behind its object doubled the pace of a second audit, took a third off the first and held 110 KB more a program; who audits again hands the last reading in.',
    },
    {
      what: `notation of ${AUDITED_WEEKS} weeks parsed`,
      value: parsed.perSecond,
      unit: 'ops/s',
      floor: { what: 'the same text split into words', value: split.perSecond },
      target: { of: 'value', least: 2_000 },
      note: describeHeld(parsed.bytesHeld),
      tried:
        'lines are read once from left to right, a name that was matched is not matched again, and a second exercise on a line is looked for only where a digit follows.',
    },
  ];
}

function measureLiving(): readonly Figure[] {
  const weeks = programWeeks.max;
  const profiles = listProfiles(RUNNERS, weeks);
  const built = time((turn) => build(profiles[turn % RUNNERS] as Profile, weeks));
  const lived = time((turn) => {
    const { breaches, groups } = simulate({ runners: 1, weeks, seed: turn % LIVES });
    if (breaches.length > 0) throw new Error(`Runner ${turn}: ${JSON.stringify(breaches[0])}`);
    return groups;
  });
  return [
    {
      what: `${weeks} weeks of a simulated client lived: logs, adapting, checks`,
      value: lived.perSecond,
      unit: 'ops/s',
      floor: { what: 'a program of as many weeks built', value: built.perSecond },
    },
  ];
}

function plan(profile: Profile, weeks: number, last?: PlannedProgram): PlannedProgram {
  const result = planProgram({ profile, startsOn, weeks, sessionsPerWeek: 2 }, last);
  if (!result.ok)
    throw new Error(`The bench asks for a program that can't be planned: ${JSON.stringify(result.problems)}`);
  return result.value;
}

function build(profile: Profile, weeks: number): Program {
  const result = buildProgram({ profile, startsOn, weeks, sessionsPerWeek: 2 });
  if (!result.ok)
    throw new Error(`The bench asks for a program that can't be built: ${JSON.stringify(result.problems)}`);
  return result.value.program;
}

/** What it takes only to make so many objects: each program through JSON and back. */
function timeCopies(programs: readonly Program[]) {
  const texts = programs.map((program) => JSON.stringify(program));
  const { perSecond } = time((turn) => JSON.parse(texts[turn % texts.length] as string));
  return { what: 'the same program read from JSON', value: perSecond };
}

function splitWords(line: string): readonly string[] {
  return line.split(' ');
}

function time(call: (turn: number) => unknown) {
  return timeCalls(call, spans);
}

function describeHeld(bytes: number): string {
  return `${bytes < 1024 ? `${Math.round(bytes)} B` : `${(bytes / 1024).toFixed(1)} KB`} held a result`;
}
