import type { Finding, FindingCode } from './finding.ts';
import { formatRest } from './format-prescription.ts';
import { areaLabels } from './labels.ts';
import {
  startSentence,
  type TextData,
  writeCount,
  writeDay,
  writeDistance,
  writeExercise,
  writeNumber,
  writeRun,
} from './text-parts.ts';
import { areas, type Severity } from './vocabulary.ts';

/** The words of one finding: the bold fact, one sentence of reason, and the fix. */
export interface FindingText {
  readonly title: string;
  readonly claim: string;
  /** Left out where there is nothing to do. */
  readonly instead?: string;
}

/** The words for everything that the checks can say. Titles state the fact, claims the reason, both without blame. */
export const findingTexts: Readonly<
  Record<FindingCode, (data: TextData, at: Finding['at'], severity: Severity) => FindingText>
> = {
  M1_NO_STRENGTH_OR_POWER: ({ because }, at) => ({
    title: `No strength or power ${sayWeeks(at)}`,
    claim:
      because === 'kit'
        ? 'With the kit at hand nothing can be loaded enough. The plan trains stability until that changes.'
        : because === 'pain'
          ? 'Every heavy exercise touches a painful site. The plan goes round it until that settles.'
          : because === 'screening'
            ? 'What is heavy is left out after the health questions. The plan trains the rest.'
            : 'Running already trains staying power. Force is what it leaves out.',
    instead:
      because === 'kit'
        ? 'A pair of dumbbells or a kettlebell opens the heavy rungs'
        : because === 'pain'
          ? 'Look again when the pain is 2 or less'
          : because === 'screening'
            ? 'Ask again when something has changed'
            : 'Make one exercise a session heavy: 3 × 6, three minutes of rest',
  }),
  M1_STRENGTH_REPS: ({ exercise, reps, min, max }) => ({
    title: `${writeExercise(exercise)} at ${reps} reps`,
    claim: `Strength comes from sets of about six. ${startSentence(Number(reps) > Number(max) ? 'more' : 'fewer')} than ${Number(reps) > Number(max) ? max : min} train something else.`,
    instead: `Set ${min} to ${max} reps, with a load to match`,
  }),
  M1_GROUP_DOSE: ({ exercise, sets, reps, min, max, setsMax }) => {
    const asked = min === max ? `sets of ${min}` : `${min} to ${max} reps`;
    return {
      title: `${writeExercise(exercise)} at ${sets} × ${reps}`,
      claim: `This runner does ${asked}, ${writeNumber(Number(setsMax))} sets at most: fewer reps would be too heavy, more would train something else.`,
      instead: `Set ${asked}, ${writeNumber(Number(setsMax))} sets or fewer`,
    };
  },
  M1_REST_TOO_SHORT: ({ exercise, restSec, min }) => ({
    title: `${writeExercise(exercise)} rests ${formatRest(Number(restSec))}`,
    claim: `Heavy or fast sets need ${formatRest(Number(min))} or more. At ${formatRest(Number(restSec))} it becomes endurance work.`,
    instead: 'Set 3 min',
  }),
  M1_POWER_DOSE: ({ exercise, reps, min, max }) => ({
    title:
      reps === undefined ? `${writeExercise(exercise)} is not done fast` : `${writeExercise(exercise)} at ${reps} reps`,
    claim: 'Power is three to six reps, each as fast as form allows. A slow rep trains something else.',
    instead: reps === undefined ? 'Mark it as fast, and stop the set when it slows' : `Set ${min} to ${max} fast reps`,
  }),
  M1_TOO_MANY_HIGH_REP: ({ highRep, max }, at) => ({
    title: `${startSentence(writeCount(Number(highRep), 'high-rep exercise'))} ${saySession(at)}`,
    claim: `One or two a session serve stability; more than ${writeNumber(Number(max))} make it an endurance session.`,
    instead: 'Make the lower-body ones heavier with fewer reps, or turn core work into holds',
  }),
  M1_ENDURANCE_DOSE: ({ slots, slotsPerWeek, of, reps, restSec }, at) => ({
    title:
      slotsPerWeek === undefined
        ? `${slots} of ${of} exercises are endurance work ${saySession(at)}`
        : slotsPerWeek === of
          ? 'All of it is endurance work'
          : `${slotsPerWeek} of ${of} exercises a week are endurance work`,
    claim: `Sets of ${reps ?? 'many'}${restSec === undefined ? '' : ` with ${formatRest(Number(restSec))} of rest`} train what you already train most. Strength comes from a load that allows about six, then a real rest.`,
    instead: 'Two heavy lifts a session, 3 × 6, three minutes between sets; keep one or two light exercises',
  }),
  M2_NO_OVERLOAD: ({ exercise, weeks }) => ({
    title: `${writeExercise(exercise)} does not rise in ${writeCount(Number(weeks), 'week')}`,
    claim: 'The same load, reps and seconds each time stop being a reason to adapt.',
    instead: 'Add a rep each week, then weight, then the next rung',
  }),
  M2_EXERCISE_CHURN: ({ weeksPerExercise, min, max }) => ({
    title: 'Nothing has time to get harder',
    claim: `An exercise stays ${writeCount(Number(weeksPerExercise), 'week')} here. What keeps changing cannot be loaded a little more than last time; ${writeNumber(Number(min))} to ${writeNumber(Number(max))} weeks can.`,
    instead: `Keep each exercise for a block of ${writeNumber(Number(max))} weeks`,
  }),
  M2_STALE_EXERCISE: ({ exercise, weeks, max }) => ({
    title: `${writeExercise(exercise)} for ${writeCount(Number(weeks), 'week')}`,
    claim: `Past ${writeNumber(Number(max))} weeks most exercises have given what they have. One that still rises may stay.`,
    instead: 'Take the next rung, or say why it stays',
  }),
  M2_NEXT_NOT_HARDER: ({ from, to }) => ({
    title: `${writeExercise(to)} is easier than what it replaces`,
    claim: `After a block of ${startLower(writeExercise(from))} the next exercise for the same muscles is a harder one.`,
    instead: 'Take the next rung of the ladder, or note the reason for the step back',
  }),
  M2_BLOCK_LENGTH: ({ weeks, min, max }) => ({
    title: `A block of ${writeCount(Number(weeks), 'week')}`,
    claim: `${startSentence(writeNumber(Number(min)))} weeks are the least in which an exercise can rise, ${writeNumber(Number(max))} the most before it goes stale.`,
    instead: `Cut the block at ${writeNumber(Number(min))} to ${writeNumber(Number(max))} weeks`,
  }),
  M3_TOO_MANY_SESSIONS: ({ sessions, target }, at) => ({
    title: `${startSentence(writeCount(Number(sessions), 'session'))} where ${writeNumber(Number(target))} would do`,
    claim: `Running is already the impact. More than ${writeNumber(Number(target))} ${sayWeeks(at, 'a week')} leave you tired and add little.`,
    instead: `${startSentence(writeCount(Number(target), 'session'))} of four or five exercises`,
  }),
  M3_ONE_SESSION: (_, at) => ({
    title: `One session ${sayWeeks(at)}`,
    claim: 'One a week keeps what is there; two build.',
    instead: 'Add a second session when the week has room',
  }),
  M3_SESSION_SIZE: ({ exercises, min, max }, at) => ({
    title: `${startSentence(writeCount(Number(exercises), 'exercise'))} ${saySession(at)}`,
    claim:
      Number(exercises) > Number(max)
        ? 'Four or five done well beat a long list done tired.'
        : 'Fewer than four leave an area out.',
    instead: `Keep ${writeNumber(Number(min))} to ${writeNumber(Number(max))}`,
  }),
  M3_HIGH_RES_CAP: ({ count, max }, at) => ({
    title: `${startSentence(writeNumber(Number(count)))} heavy lower-body slots ${sayWeeks(at)}`,
    claim: `Past ${writeNumber(Number(max))} a week the legs pay for it on the run.`,
    instead: 'Drop one, or make it a stability dose',
  }),
  M3_AREA_GAP: ({ area, reason }, at) => ({
    title: `No ${sayArea(area)} work ${sayWeeks(at)}`,
    claim:
      reason === undefined
        ? `Running does not fill this gap; one slot a week does.`
        : `Past ${String(reason).replace('age>', '')}, calves may not be missing: they work hardest in running and lose power earliest.`,
    instead: area === 'calves' ? 'Add a calf raise' : `Add one ${sayArea(area)} exercise a week`,
  }),
  M3_CALF_TARGET: ({ slots, target }, at) => ({
    title: `Calves ${Number(slots) === 1 ? 'once' : `${writeNumber(Number(slots))} times`} ${sayWeeks(at)}`,
    claim: `Past 35, ${writeNumber(Number(target))} calf slots a week are the aim. One keeps the rule.`,
    instead: 'Add a second calf raise when there is time for it',
  }),
  M3_NO_PURPOSE: ({ exercise }) => ({
    title: `${writeExercise(exercise)} does not say what it is for`,
    claim: 'A runner who knows why an exercise is there does it.',
    instead: 'Write its purpose in a few words',
  }),
  M4_ON_LONG: (_, at, severity) =>
    sayDayFinding(
      severity,
      `on the long-run day${sayDay(at)}`,
      'The long run is the week’s biggest load; beside it one or the other suffers.',
      'Move it to an open day',
    ),
  M4_AFTER_LONG: ({ run }, at, severity) =>
    sayDayFinding(
      severity,
      `the day after ${run === 'race' ? 'a race' : 'the long run'}${sayDay(at)}`,
      'The legs are still busy recovering.',
      'Move it to an open day, or keep it light',
    ),
  M4_ON_SPEED: ({ run }, at, severity) =>
    sayDayFinding(
      severity,
      `on the day of ${writeRun(run ?? 'speed')}${sayDay(at)}`,
      'Speed and heavy sets ask for the same fresh legs.',
      'Move it to an open day',
    ),
  M4_BEFORE_SPEED: ({ run }, at, severity) =>
    sayDayFinding(
      severity,
      `the day before ${run === 'race' ? 'a race' : writeRun(run ?? 'speed')}${sayDay(at)}`,
      'Heavy legs the day before would cost more there than the session gives.',
      'Move it to an open day, or keep it light',
    ),
  M4_BEFORE_LONG: (_, at) => ({
    title: `Strength the day before the long run${sayDay(at)}`,
    claim: 'Allowed, and noted: if the long run suffers, this is the first thing to move.',
    instead: 'Move it earlier where the week has room',
  }),
  M4_ON_RACE: (_, at) => ({
    title: `Strength on race day${sayDay(at)}`,
    claim: 'Everything else waits on race day.',
    instead: 'Leave it out',
  }),
  M4_CONSECUTIVE: ({ other, otherDay, days }, at) => ({
    title: `Heavy legs ${Number(days) <= 1 ? 'two days in a row' : `${writeCount(Number(days), 'day')} apart`}${sayDay(at)}`,
    claim: `Session ${other} on ${writeDay(otherDay)} is too close for the second to be worth much.`,
    instead: 'Leave a day between them, or reduce one to a single heavy lift',
  }),
  M4_HEAVY_BEFORE_RACE: ({ days, min, distance }, at) => ({
    title: `Heavy legs ${writeCount(Number(days), 'day')} before a race${sayDay(at)}`,
    claim: `Before the ${writeDistance(distance)} the last heavy day is ${writeCount(Number(min), 'day')} out. A missed session costs little, tired legs cost the race.`,
    instead: 'Keep mobility, foot and easy core',
  }),
  M4_HEAVY_AFTER_RACE: ({ days, min, distance }, at) => ({
    title: `Heavy legs ${writeCount(Number(days), 'day')} after a race${sayDay(at)}`,
    claim: `After the ${writeDistance(distance)} heavy work comes back from the ${sayOrdinal(Number(min))} day on.`,
    instead: 'Keep it light until then',
  }),
  M4_NEW_BEFORE_RACE: ({ exercise, days, min }) => ({
    title: `${writeExercise(exercise)} would be new ${writeCount(Number(days), 'day')} before the race`,
    claim: `A first week on a new exercise leaves soreness. Nothing new goes in during the last ${Number(min) - 1} days.`,
    instead: 'Hold the rung until after the race',
  }),
};

/** A light session on a closed day is a note: the engine places one there itself where nothing better is open. */
function sayDayFinding(severity: Severity, where: string, claim: string, instead: string): FindingText {
  return severity === 'info'
    ? { title: `Light session ${where}`, claim: 'Nothing heavy is in it, so it may stand here.' }
    : { title: `Strength ${where}`, claim, instead };
}

/** "in week 3", "in weeks 16 to 18", or the given words where the finding has no week. */
function sayWeeks({ week, throughWeek }: Finding['at'], otherwise = 'in the week'): string {
  if (week === undefined) return otherwise;
  return throughWeek === undefined || throughWeek === week ? `in week ${week}` : `in weeks ${week} to ${throughWeek}`;
}

/** "in session A, week 3" */
function saySession(at: Finding['at']): string {
  const weeks = at.week === undefined ? '' : `, ${sayWeeks(at).replace('in ', '')}`;
  return at.session === undefined ? sayWeeks(at) : `in ${saySessionLabel(at.session)}${weeks}`;
}

/** A session is labelled by a letter; in a pasted routine by its day, its name, or its number. */
function saySessionLabel(session: string): string {
  if (session.length === 1) return `session ${session}`;
  const day = writeDay(session);
  return day === session ? `“${session}”` : `${day}’s session`;
}

/** ", Tuesday of week 3" */
function sayDay({ day, week, throughWeek }: Finding['at']): string {
  const weeks =
    week === undefined
      ? ''
      : throughWeek === undefined || throughWeek === week
        ? ` of week ${week}`
        : ` of weeks ${week} to ${throughWeek}`;
  return day === undefined ? '' : `, ${writeDay(day)}${weeks}`;
}

function sayArea(area: string | number | undefined): string {
  const known = areas.find((name) => name === area);
  if (known === 'calves') return 'calf';
  return known ? areaLabels[known].toLowerCase().replace(/s$/, '') : String(area ?? '');
}

function sayOrdinal(value: number): string {
  const endings: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };
  return `${value}${value > 10 && value < 14 ? 'th' : (endings[value % 10] ?? 'th')}`;
}

function startLower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
