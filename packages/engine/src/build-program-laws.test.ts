import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isScreenedOut } from './adapt/is-screened-out.ts';
import { isOverride } from './adapt/place-under.ts';
import { articleRules, listSetAside, mostSessions } from './adapt/rule-set.ts';
import { type BuildInput, type BuiltProgram, buildProgram } from './build-program.ts';
import { findExercise, isPossibleWith } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
import { isHighResistance } from './high-resistance.ts';
import { lastHeavyDaysBefore, noHeavyDaysAfter } from './parameters.ts';
import { addDays, daysBetween, weekdayOf } from './plain-date.ts';
import type { PlannedSession, Prescription } from './program.ts';
import { reasonCodes } from './reason.ts';
import { findRule } from './rules.ts';
import { listDatedWeeks } from './run-calendar.ts';
import { classifyRun } from './run-class.ts';
import { isLightWork } from './runner-limits.ts';
import { laddersOf } from './session-template.ts';
import { estimateSetSeconds } from './set-seconds.ts';
import { arbitraryBuildInput } from './testing/arbitrary-profile.ts';
import { listTurns } from './turns.ts';

const build = (input: BuildInput): BuiltProgram => {
  const built = buildProgram(input);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value;
};

const sessionsOf = ({ program }: BuiltProgram): readonly PlannedSession[] =>
  program.weeks.flatMap((week) => week.sessions);
const prescriptionsOf = (built: BuiltProgram): readonly Prescription[] =>
  sessionsOf(built).flatMap((session) => session.prescriptions);

const exerciseOf = ({ exerciseId }: Prescription): Exercise => {
  const exercise = findExercise(exerciseId);
  if (!exercise) throw new Error(`Not in the catalogue: ${exerciseId}`);
  return exercise;
};

const isExcuse = (code: string) =>
  code.endsWith('_SUBSTITUTE') || code === 'STRENGTH_NEEDED' || code === 'GAP_RUNG_DOWN' || code === 'BACK_ON_RUNG';

const isHeavy = (prescription: Prescription) => isHighResistance(exerciseOf(prescription), prescription);

/** Where an exercise stands among the others (rule ORDER). */
const rankInSession = (prescription: Prescription): number => {
  const { ladder } = exerciseOf(prescription);
  if (prescription.goal === 'power') return 1;
  if (prescription.goal === 'strength') return ladder === 'quads' || ladder === 'glute_max_hinge' ? 2 : 3;
  return ladder === 'ankle_mobility' ? 5 : 4;
};

/** Holds for every program of every runner: what breaks it is listed, and the list stays empty. */
const law = (title: string, listBreaks: (built: BuiltProgram, input: BuildInput) => readonly unknown[]) =>
  test(title, () => {
    fc.assert(
      fc.property(arbitraryBuildInput, (input) => {
        expect(listBreaks(build(input), input)).toEqual([]);
      }),
    );
  });

describe('what is built', () => {
  law('never fails its own checks', ({ findings }) => findings.filter(({ severity }) => severity === 'error'));

  law('explains every warning in a note', ({ findings, notes }) =>
    findings.filter(
      (finding) =>
        finding.severity === 'warning' &&
        !notes.some(({ code, data }) =>
          finding.code === 'M3_AREA_GAP'
            ? code === 'NOTE_AREA_LEFT_OUT' && data.area === finding.data.area
            : finding.code === 'M4_NEW_BEFORE_RACE' && code === 'NOTE_START_NEAR_RACE',
        ),
    ),
  );

  law('fits the minutes of the client', (built, { profile }) =>
    sessionsOf(built).filter(({ minutes }) => minutes > profile.minutesPerSession),
  );

  law('keeps the order: power, heavy lifts for many joints, heavy ones for one, stability, mobility', (built) =>
    sessionsOf(built).filter(({ prescriptions }) => {
      // Light work in a lift's rest stands behind its lift.
      const ranks = listTurns(prescriptions).flatMap(([lead]) => (lead ? [rankInSession(lead)] : []));
      return ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0));
    }),
  );

  law('pairs light work of another area with one heavy lift, and leaves the lift its whole rest', (built) =>
    sessionsOf(built).flatMap(({ prescriptions }) =>
      listTurns(prescriptions).filter(([lift, light, third]) => {
        if (!lift || !light) return lift?.superset !== null;
        const areas = [exerciseOf(lift).area, exerciseOf(light).area];
        return (
          third !== undefined ||
          lift.goal !== 'strength' ||
          light.goal === 'strength' ||
          light.goal === 'power' ||
          isHeavy(light) ||
          areas[0] === areas[1] ||
          // A taper holds the dose of the block before, which may have been longer; the lift then rests longer too.
          (!light.reasons.some(({ code }) => code === 'TAPER_VOLUME_DOWN_INTENSITY_HELD') &&
            estimateSetSeconds(light) + 30 > lift.restSeconds) ||
          lift.restSeconds < 120 ||
          ![lift, light].every(({ reasons }) => reasons.some(({ code }) => code === 'SUPERSET_FOR_TIME'))
        );
      }),
    ),
  );

  law('pairs nothing where the time would do without', (built) =>
    sessionsOf(built).filter(({ prescriptions, reasons }) => {
      const isPaired = prescriptions.some(({ superset }) => superset !== null);
      return isPaired && !reasons.some(({ code }) => code === 'SESSION_SUPERSETS');
    }),
  );

  law('drops nothing for time while a pair could still be made', (built) =>
    sessionsOf(built).filter(({ prescriptions, load, reasons }) => {
      if (load !== 'full' || !reasons.some(({ code }) => code === 'TIME_SLOT_DROPPED')) return false;
      const free = prescriptions.filter(({ superset, goal }) => superset === null && goal === 'strength');
      const light = prescriptions.filter(
        (one) =>
          one.superset === null &&
          ['ankle', 'foot'].includes(exerciseOf(one).area) &&
          isLightWork(exerciseOf(one)) &&
          estimateSetSeconds({ ...one, amount: one.range[1], tempo: '3-1-1' }) + 30 <= 120,
      );
      return free.some((lift) => ['quads', 'glutes', 'hamstrings'].includes(exerciseOf(lift).area)) && light.length > 0;
    }),
  );

  law(
    'doses strength at the reps of the rules with two minutes and more (S3, S7), power at 3 to 6 fast ones or in contacts (S4)',
    (built, { rules = articleRules }) =>
      prescriptionsOf(built).filter((prescription) => {
        const { goal, measure, amount, restSeconds, explosive } = prescription;
        const { strengthRepsMin, strengthRepsMax } = rules.parameters;
        const isStrengthDose =
          measure === 'reps' && amount >= strengthRepsMin && amount <= strengthRepsMax && restSeconds >= 120;
        if (goal === 'strength') return !isStrengthDose;
        if (goal !== 'power') return explosive;
        // Drills on stiff ankles go by contacts or seconds; their catalogue dose starts where a set of jumps ends.
        const isDrill = measure === 'seconds' || exerciseOf(prescription).prescription.max > 6;
        return !explosive || (!isDrill && (amount < 3 || amount > 6 || restSeconds < 120));
      }),
  );

  law(
    'has two sessions at most in a week, three where that is set aside, as many exercises in each as the rules allow, and eight heavy ones between them (S14 to S16)',
    ({ program }, { rules = articleRules }) =>
      program.weeks.filter(
        ({ sessions }) =>
          sessions.length > mostSessions(rules) ||
          sessions.some(({ prescriptions }) => prescriptions.length > rules.parameters.slotsMax) ||
          sessions.flatMap(({ prescriptions }) => prescriptions).filter(isHeavy).length > 8,
      ),
  );

  law('needs only kit that is at hand', (built, { profile }) =>
    prescriptionsOf(built).filter((prescription) => !isPossibleWith(exerciseOf(prescription), profile.equipment)),
  );

  law('loads no painful site', (built, { profile }) =>
    prescriptionsOf(built).filter((prescription) =>
      exerciseOf(prescription).painWatch.some((site) => profile.painSites.includes(site)),
    ),
  );

  law('has no impact where bone or shin hurts', (built, { profile }) =>
    profile.painSites.some((site) => site === 'bone' || site === 'shin')
      ? prescriptionsOf(built).filter((prescription) => exerciseOf(prescription).impact > 0)
      : [],
  );

  law(
    'takes the stand-in for what kit, pain, age or experience bars from the same ladder, or from the role’s own',
    (built) =>
      prescriptionsOf(built).flatMap(({ reasons }) =>
        reasons.filter(({ code, data }) => {
          if (!code.endsWith('_SUBSTITUTE')) return false;
          const [wanted, chosen] = [findExercise(String(data.wanted)), findExercise(String(data.exercise))];
          if (!wanted || !chosen) return true;
          return !Object.values(laddersOf).some(
            (ladders) => ladders.includes(wanted.ladder) && ladders.includes(chosen.ladder),
          );
        }),
      ),
  );

  law('gives every prescription a purpose and reasons', (built) =>
    prescriptionsOf(built).filter(({ purpose, reasons }) => purpose === '' || reasons.length < 3),
  );

  law('gives only reasons of a known code, a rule and whole data', (built) => {
    const { program, notes, holds } = built;
    const sessions = sessionsOf(built);
    const reasons = [
      ...sessions.flatMap((session) => session.prescriptions.flatMap((prescription) => prescription.reasons)),
      ...sessions.flatMap((session) => session.reasons),
      ...program.blocks.flatMap((block) => block.reasons),
      ...program.weeks.flatMap((week) => [...week.warnings, ...week.days.flatMap((day) => day.reasons)]),
      ...notes,
      ...holds,
    ];
    return [
      ...sessions.filter((session) => session.reasons.length === 0),
      ...program.blocks.filter((block) => block.reasons.length === 0),
      ...reasons.filter(
        ({ code, rule, data }) =>
          !(reasonCodes as readonly string[]).includes(code) ||
          findRule(rule) === undefined ||
          Object.values(data).some((value) => value === undefined || Number.isNaN(value) || value === ''),
      ),
    ];
  });

  law(
    'puts nothing on a race, a long run or a day off, and goes against no rule that is not set aside',
    (built, input) => {
      const { profile, startsOn, weeks, rules = articleRules } = input;
      const isSetAside = (rule: string) => listSetAside(rules).some((one) => one.rule === rule);
      const dated = listDatedWeeks(profile, startsOn, weeks);
      return built.program.weeks.flatMap((week, index) =>
        week.sessions.filter(({ day, load, date }) => {
          const at = daysBetween(week.startsOn, date);
          const around = dated[index];
          const on = classifyRun(around?.runs[at] ?? 'rest');
          const before = classifyRun((at === 0 ? around?.before : around?.runs[at - 1]) ?? 'rest');
          const after = classifyRun((at === 6 ? around?.after : around?.runs[at + 1]) ?? 'rest');
          if (weekdayOf(date) !== day || profile.unavailable.includes(day)) return true;
          if (on === 'long' || on === 'race' || (on === 'speed' && !isSetAside('S23'))) return true;
          if (load === 'light') return false;
          const verdict = week.days.find((one) => one.day === day);
          const isOverridden =
            verdict?.reasons.some(({ code, data }) => isOverride(code) && data.set !== 'S14') ?? false;
          if (before === 'race' || after === 'race' || verdict?.legal === isOverridden) return true;
          return (before === 'long' && !isSetAside('S22')) || (after === 'speed' && !isSetAside('S24'));
        }),
      );
    },
  );

  law('says on its days what its sessions are', ({ program }) =>
    program.weeks.filter(({ days, sessions }) => {
      const placed = days.filter((verdict) => verdict.placed !== null).map((verdict) => [verdict.day, verdict.placed]);
      return JSON.stringify(placed) !== JSON.stringify(sessions.map(({ day, load }) => [day, load]));
    }),
  );

  law('keeps light sessions without heavy slots or jumps, and reduced ones at one heavy slot', (built) =>
    sessionsOf(built).filter(({ load, prescriptions }) => {
      const heavy = prescriptions.filter(isHeavy).length;
      const jumps = prescriptions.filter((prescription) => exerciseOf(prescription).impact > 0).length;
      return load === 'light' ? heavy + jumps > 0 : load === 'reduced' && heavy > 1;
    }),
  );

  law('shows every override in use in the warnings of its week', ({ program }) =>
    program.weeks.filter(({ days, warnings }) => {
      const used = days.flatMap(({ reasons }) => reasons.filter(({ code }) => isOverride(code)));
      return JSON.stringify(used) !== JSON.stringify(warnings.filter(({ code }) => isOverride(code)));
    }),
  );

  law('keeps heavy legs away from races and holds less in a taper', (built, { profile, rules = articleRules }) =>
    profile.races.flatMap((race) =>
      sessionsOf(built).filter(({ date, prescriptions, load }) => {
        const days = daysBetween(date, race.date);
        if (Math.abs(days) <= 1) return true;
        if (race.priority === 'A' && days > 0 && days < rules.parameters.mobilityOnlyDays) return true;
        const isBefore = days > 0 && days < lastHeavyDaysBefore[race.distance];
        const isAfter = days < 0 && -days <= noHeavyDaysAfter[race.distance];
        if ((isBefore || isAfter) && (load !== 'light' || prescriptions.some(isHeavy))) return true;
        const isTaper = race.priority === 'A' && days > 0 && days <= rules.parameters.taperDays;
        return isTaper && prescriptions.some(({ sets }) => sets > 2);
      }),
    ),
  );

  law('goes down a ladder only for a reason', ({ program }) => {
    const last = new Map<string, Exercise>();
    return program.weeks.flatMap(({ sessions }) =>
      sessions.flatMap(({ prescriptions, label }) =>
        prescriptions.filter((prescription) => {
          const exercise = exerciseOf(prescription);
          const key = `${label} ${exercise.ladder}`;
          const before = last.get(key);
          last.set(key, exercise);
          if (!before || exercise.rung >= before.rung) return false;
          return !prescription.reasons.some(({ code }) => isExcuse(code));
        }),
      ),
    );
  });

  law(
    'covers its weeks with blocks of four to six, and its dates without a gap',
    ({ program }, { weeks, startsOn }) => [
      ...program.blocks.filter(({ firstWeek, lastWeek }) => lastWeek - firstWeek < 3 || lastWeek - firstWeek > 5),
      ...(program.blocks.at(-1)?.lastWeek === weeks && program.weeks.length === weeks ? [] : ['weeks']),
      ...program.weeks.filter((week, index) => {
        const block = program.blocks[week.block - 1];
        return (
          week.startsOn !== addDays(startsOn, index * 7) ||
          !block ||
          week.number < block.firstWeek ||
          week.number > block.lastWeek ||
          week.sessions.some(({ date }) => daysBetween(week.startsOn, date) < 0 || daysBetween(week.startsOn, date) > 6)
        );
      }),
    ],
  );

  // Whoever reads of a program's blocks only where each ends knows their numbers and where they begin.
  law('numbers its blocks from one, each beginning where the one before it ends', ({ program }) =>
    program.blocks.filter(
      ({ number, firstWeek }, index) =>
        number !== index + 1 || firstWeek !== (program.blocks[index - 1]?.lastWeek ?? 0) + 1,
    ),
  );

  law('is the same, byte for byte, when built again, and survives JSON', (built, input) => {
    const text = JSON.stringify(built);
    const isSame = JSON.stringify(build(input)) === text;
    const survives = JSON.stringify(JSON.parse(text)) === text && !text.includes('undefined');
    return isSame && survives ? [] : [{ isSame, survives }];
  });

  law('asks minors for 6 to 15 reps with three in reserve, and holds for the coach', (built, { profile }) => {
    if (profile.age >= 18) return built.holds.filter(({ code }) => code === 'HOLD_MINOR');
    if (built.holds[0]?.code !== 'HOLD_MINOR') return ['no hold'];
    return prescriptionsOf(built).filter((prescription) => {
      const { measure, amount, rir } = prescription;
      if (exerciseOf(prescription).impact > 2) return true;
      return (measure === 'reps' && (amount < 6 || amount > 15)) || (rir !== null && rir < 3);
    });
  });

  law('holds for whoever the screening holds, and keeps to all its limits', (built, { profile }) => {
    const { screening } = profile;
    if (screening === null) return built.holds.filter(({ code }) => code.startsWith('SCREEN_'));
    if (screening.autoPlan === false && built.holds.length === 0) return ['no hold'];
    return prescriptionsOf(built).filter(
      (prescription) =>
        isScreenedOut(exerciseOf(prescription), screening) ||
        (prescription.goal === 'strength' && prescription.rir !== null && prescription.rir < screening.minRir),
    );
  });

  law('gives a load only where a working load is known, in the client’s unit', (built, { profile }) =>
    prescriptionsOf(built).filter(
      ({ exerciseId, load }) =>
        load !== null && (profile.workingLoads[exerciseId] === undefined || load.unit !== profile.unit),
    ),
  );

  law('stays within the bounds of a prescription', (built) =>
    prescriptionsOf(built).filter(
      ({ sets, measure, amount, range, rir, restSeconds }) =>
        sets < 1 ||
        sets > 6 ||
        !Number.isInteger(amount) ||
        amount < (measure === 'reps' ? 1 : 5) ||
        amount > (measure === 'reps' ? 50 : 300) ||
        range[0] > range[1] ||
        range[0] < 1 ||
        (rir !== null && (rir < 0 || rir > 5 || !Number.isInteger(rir * 2))) ||
        restSeconds < 0 ||
        restSeconds > 600,
    ),
  );
});
