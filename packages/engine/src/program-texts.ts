import { findExercise } from './catalogue/catalogue.ts';
import { formatRest } from './format-prescription.ts';
import { areaLabels, equipmentLabels, experienceLabels, ladderLabels, painSiteLabels } from './labels.ts';
import { formatLoad } from './load.ts';
import type { programReasonCodes } from './reason.ts';
import {
  type CodeText,
  startSentence,
  type TextData,
  writeCount,
  writeDay,
  writeDistance,
  writeExercise,
  writeNumber,
} from './text-parts.ts';
import {
  type Area,
  areas,
  type ExerciseFlag,
  exerciseFlags,
  experiences,
  ladders,
  loadUnits,
  painSites,
} from './vocabulary.ts';

export type ProgramReasonCode = (typeof programReasonCodes)[number];

/** The words for why a program looks as it does: its blocks, exercises, doses, sessions and weeks. */
export const programTexts: Readonly<Record<ProgramReasonCode, (data: TextData) => CodeText>> = {
  BLOCK_LENGTH: ({ weeks, total, cutBy }) => ({
    label: 'block length',
    title: weeks === undefined ? 'The length of the block' : `A block of ${writeCount(Number(weeks), 'week')}`,
    claim: `Four to six weeks let an exercise be learnt, loaded and finished before it goes stale.${
      cutBy === 'race'
        ? ` The ${total === undefined ? '' : `${total} `}weeks are cut so that new exercises start away from the race.`
        : cutBy === 'time_off'
          ? ` The ${total === undefined ? '' : `${total} `}weeks are cut so that a block starts after the time away.`
          : ''
    }`,
  }),
  BLOCK_NEXT_RUNGS: ({ new: fresh, kept }) => ({
    label: 'next rungs',
    title: Number(kept ?? 1) === 0 ? 'New exercises' : 'The next rungs',
    claim:
      fresh === undefined
        ? 'The same areas go on with a harder exercise each, where its conditions are met.'
        : `${startSentence(writeCount(Number(fresh), 'exercise'))} ${Number(fresh) === 1 ? 'is' : 'are'} new in this block${Number(kept ?? 0) === 0 ? '' : ` and ${writeNumber(Number(kept))} ${Number(kept) === 1 ? 'stays' : 'stay'}`}; each says why.`,
  }),

  BLOCK_FOCUS: ({ focus, distance }) => ({
    label: focus === undefined ? 'what it is for' : sayFocus(focus),
    title: focus === undefined ? 'What the block is for' : `A block for ${sayFocus(focus)}`,
    claim: sayFocusWhy(focus, distance),
  }),

  AREA_SLOT: ({ area, ladder, rung, rungs }) => ({
    label: sayArea(area),
    title:
      rung === undefined
        ? `Here for ${sayArea(area)}`
        : `${startSentence(sayLadder(ladder))}, rung ${rung} of ${rungs}`,
    claim: whyArea(area),
  }),
  STRENGTH_NEEDED: () => ({
    label: 'the heavy one',
    title: 'Here to be heavy',
    claim: 'Each week holds at least one strength exercise, and this is the first on its ladder that can be loaded.',
  }),
  START_RUNG: ({ experience }) => ({
    label: 'starting rung',
    title: 'Where the ladder starts',
    claim: `${experience === undefined ? 'Experience' : `"${sayExperience(experience)}"`} sets the first rung. From there it gets harder every block.`,
  }),
  START_KNOWN_LOAD: ({ exercise }) => ({
    label: 'known load',
    title: 'Started where the load is known',
    claim: `A working load is known for ${exercise === undefined ? 'this exercise' : sayExercise(exercise)}, so the ladder is entered there.`,
  }),
  START_FIRST_RUNG_FOOT: ({ months }) => ({
    label: 'first rung',
    title: 'Feet start at the first rung',
    claim: `${Number(months ?? 0) === 0 ? 'With less than a month' : `After ${writeCount(Number(months), 'month')}`} of running, foot work starts gently and climbs from there.`,
  }),
  KIT_SUBSTITUTE: ({ wanted }) => ({
    label: 'kit at hand',
    title: 'Chosen for the kit at hand',
    claim: `${sayWanted(wanted)} comes first here, and ${sayKitOf(wanted)} is not at hand. This is the nearest that can be done.`,
    instead: 'Add the kit to the profile and the next build takes it up',
  }),
  PAIN_SUBSTITUTE: ({ wanted, site }) => ({
    label: 'spares a site',
    title: 'Chosen to spare what hurts',
    claim: `${sayWanted(wanted)} loads ${saySite(site)}. This one trains the same area without it.`,
  }),
  NO_HEAVY_SUBSTITUTE: ({ wanted }) => ({
    label: 'in its place',
    title: 'In place of a heavier one',
    claim: `${sayWanted(wanted)} has no place in this session: it would be one heavy exercise too many, or is there already.`,
  }),
  SCREENING_SUBSTITUTE: ({ wanted }) => ({
    label: 'as screened',
    title: 'Chosen by the health questions',
    claim: `${sayWanted(wanted)} is left out after the health questions; this one trains the same area.`,
  }),
  AGE_SUBSTITUTE: ({ wanted }) => ({
    label: 'for the age',
    title: 'Chosen for the age',
    claim: `${sayWanted(wanted)} waits for a later age; this one trains the same area more gently.`,
  }),
  EXPERIENCE_SUBSTITUTE: ({ wanted }) => ({
    label: 'for now',
    title: 'Chosen for the experience so far',
    claim: `${sayWanted(wanted)} asks for more practice under load. This one builds it.`,
  }),
  NEXT_RUNG: ({ from, to }) => ({
    label: 'next rung',
    title: 'One rung up',
    claim: `${sayWanted(from, 'The last exercise')} has had its block; ${to === undefined ? 'the next rung' : sayExercise(to)} trains the same muscles with a harder task.`,
  }),
  NEXT_RUNG_SEED_PATH: ({ from, to }) => ({
    label: 'glute path',
    title: 'The next step of the glute path',
    claim: `${sayWanted(from, 'The last exercise')} gives way to ${to === undefined ? 'the next' : sayExercise(to)}, as on the article’s path of 24 weeks.`,
  }),
  STAY_TOP_OF_LADDER: () => ({
    label: 'top of the ladder',
    title: 'The top of the ladder',
    claim: 'There is no harder rung. It keeps rising by load, reps or seconds instead.',
  }),
  STAY_KIT: ({ wanted }) => ({
    label: 'waits for kit',
    title: 'The next rung waits for kit',
    claim: `${sayWanted(wanted, 'The next rung')} comes next, and ${sayKitOf(wanted)} is not at hand. Until then this one keeps rising.`,
    instead: 'Add the kit to the profile and the ladder goes on',
  }),
  STAY_PAIN: ({ wanted, site }) => ({
    label: 'held for pain',
    title: 'Held because of pain',
    claim: `${sayWanted(wanted, 'The next rung')} loads ${saySite(site)}. It waits until that has settled.`,
  }),
  STAY_LIMIT: ({ wanted, because }) => ({
    label: 'held',
    title: 'The next rung waits',
    claim: `${sayWanted(wanted, 'The next rung')} ${sayLimit(because)}. This one keeps rising.`,
  }),
  STAY_TOO_FEW_WEEKS: ({ weeks, min }) => ({
    label: 'too early',
    title: 'Too early for the next rung',
    claim: `${sayWeeksSoFar(weeks)} An exercise stays ${writeNumber(Number(min ?? 4))} at least.`,
  }),
  BACK_ON_RUNG: ({ exercise }) => ({
    label: 'back again',
    title: 'Back where it was',
    claim: `${sayWanted(exercise)} had to give way for want of room in the week. There is room again, so it goes on.`,
  }),
  STAY_AFTER_GAP: ({ days, percent }) => ({
    label: 'the block anew',
    title: 'The same again after the gap',
    claim: `After ${days === undefined ? 'the time away' : writeCount(Number(days), 'day')} without it the exercise stays and starts from the beginning, about ${percent ?? 15} % lighter.`,
  }),
  STAY_BEFORE_RACE: ({ days, distance }) => ({
    label: 'waits for the race',
    title: 'The next rung waits for the race',
    claim: `It would be new ${days === undefined ? 'shortly' : writeCount(Number(days), 'day')} before the ${writeDistance(distance)}, and a first week on a new exercise leaves soreness.`,
  }),

  RUNG_TOO_EARLY: ({ weeksDone, min }) => ({
    label: 'too early',
    title: 'Too early for the next rung',
    claim: `${sayWeeksSoFar(weeksDone)} An exercise stays ${writeNumber(Number(min ?? 4))} at least; until then it gets harder by reps, band or load.`,
  }),
  RUNG_NOT_MASTERED: () => ({
    label: 'not yet',
    title: 'Not yet at the top of its range',
    claim: 'The next rung comes when the top of the range was reached in two sessions.',
  }),
  RUNG_READY: ({ to }) => ({
    label: 'ready',
    title: 'Ready for the next rung',
    claim: `${to === undefined ? 'The next rung' : writeExercise(to)} comes next: the weeks are done, the range is mastered and pain is low.`,
  }),
  RUNG_EXTEND: ({ weeksDone, weeks }) => ({
    label: 'two weeks more',
    title: 'Decide: up, on, or back',
    claim: `${weeksDone === undefined ? 'The block is' : startSentence(`${writeCount(Number(weeksDone), 'week')} are`)} done. ${startSentence(writeCount(Number(weeks ?? 2), 'more week', 'more weeks'))} on this rung need a reason.`,
  }),
  RUNG_BACK: ({ painMax }) => ({
    label: 'one rung back',
    title: 'One rung back',
    claim: `${painMax === undefined || Number(painMax) <= 2 ? 'The range is not there after a whole block' : `Pain reached ${painMax} of 10`}, so the easier neighbour is the better place to build.`,
  }),
  RUNG_PAIN: ({ painMax }) => ({
    label: 'held for pain',
    title: 'Held because of pain',
    claim: `Pain reached ${painMax === undefined ? 'more than 2' : painMax} of 10, so nothing is added for now.`,
  }),

  DOSE_STRENGTH: ({ low, high, rir, restSeconds }) => ({
    label: 'strength dose',
    title: 'A dose for strength',
    claim:
      low === undefined
        ? 'About six reps with two left in you, and a rest long enough to do it again.'
        : `${startSentence(sayRange(low, high))} reps with ${writeNumber(Number(rir ?? 2))} left in you, and ${formatRest(Number(restSeconds ?? 180))} of rest to do it again.`,
  }),
  DOSE_HEAVIER: ({ low, high }) => ({
    label: 'heavier',
    title: 'Fewer reps, heavier',
    claim: `Closer to the race, ${low === undefined ? 'fewer reps' : `${sayRange(low, high)} reps`} with as much in reserve: that takes a heavier weight.`,
  }),
  DOSE_POWER: ({ low, high, restSeconds }) => ({
    label: 'power dose',
    title: 'A dose for power',
    claim: `${low === undefined ? 'Few' : startSentence(sayRange(low, high))} at a time, each as fast as form allows${restSeconds === undefined ? '' : `, ${formatRest(Number(restSeconds))} of rest`}. When one slows, the set is over.`,
  }),
  JUMPS_GATE: ({ weeks }) => ({
    label: 'jumps from here',
    title: 'Jumps come after strength',
    claim: `They start after ${writeCount(Number(weeks ?? 8), 'week')} of strength work, a few contacts at a time: runners land often enough.`,
  }),
  DOSE_STABILITY: ({ low, high, measure }) => ({
    label: 'stability dose',
    title: 'A dose for stability',
    claim: `Control counts here, so it rises${low === undefined ? '' : ` from ${low} to ${high} ${sayMeasure(measure)}`} before it gets heavier or harder.`,
  }),
  DOSE_MOBILITY: ({ low, high, measure }) => ({
    label: 'mobility dose',
    title: 'A dose for mobility',
    claim: `Range comes from calm repetition${low === undefined ? '' : `, ${low} to ${high} ${sayMeasure(measure)}`}; there is no need to push.`,
  }),
  DOSE_YOUTH: ({ min, max }) => ({
    label: 'under 18',
    title: 'A dose for under 18',
    claim: `${min === undefined ? 'Six to fifteen' : startSentence(sayRange(min, max))} reps with three left: technique first, no maximum.`,
  }),
  DOSE_BONE: ({ min, max, sets }) => ({
    label: 'for the bones',
    title: 'A dose for the bones',
    claim: `Up to ${sets === undefined ? 'three' : writeNumber(Number(sets))} sets of ${min === undefined || min === max ? (min ?? 8) : sayRange(min, max)}, with a load that could be lifted eight to twelve times. The load rises, the reps stay.`,
  }),
  SCREEN_CAUTION: ({ flag }) => ({
    label: 'with care',
    title: 'With care, and the coach looking',
    claim: `${sayCaution(flag)} After the health questions the coach looks at each such exercise.`,
  }),
  HIGH_REP_LIMIT: ({ max, high }) => ({
    label: 'fewer reps',
    title: `Reps kept ${high === undefined ? 'low' : `at ${high} at most`}`,
    claim: `${startSentence(writeCount(Number(max ?? 2), 'high-rep exercise'))} a session are enough, and they are already there.`,
  }),
  LOAD_KNOWN: ({ load, unit }) => ({
    label: 'known load',
    title: 'Weight from a known load',
    claim: `It starts from the working load on file${load === undefined ? '' : `, ${sayLoad(load, unit)}`}, rounded to what can be loaded.`,
  }),
  LOAD_BY_FEEL: ({ rir }) => ({
    label: 'by feel',
    title: 'Weight by feel',
    claim: `No working load is known, and none is invented. Choose one that leaves ${rir === undefined ? 'the stated reps' : writeCount(Number(rir), 'rep')} in you, and log it.`,
  }),
  START_OF_RANGE: ({ low, high }) => ({
    label: 'start of the range',
    title: 'The start of the range',
    claim: `${low === undefined ? 'The dose starts low' : `It starts at ${low} and climbs to ${high}`}, so that every week can ask for a little more.`,
  }),
  DELOAD_FIRST_WEEK: ({ sets, rir }) => ({
    label: 'easy first week',
    title: 'An easy first week',
    claim: `New exercises start with ${sets === undefined ? 'fewer sets' : writeCount(Number(sets), 'set')}${rir === undefined ? '' : ` and ${writeNumber(Number(rir))} reps in reserve`}: less soreness, and the block’s rest comes first.`,
  }),
  DELOAD_EXTRA: ({ from, sets }) => ({
    label: 'easy week',
    title: 'An easy week in between',
    claim: `${from === undefined || from === sets ? 'The same work, lighter' : `${startSentence(writeNumber(Number(sets)))} ${Number(sets) === 1 ? 'set' : 'sets'} instead of ${writeNumber(Number(from))}, lighter`} and with more in reserve: it has been some weeks since the last easy one.`,
  }),
  RISE_REPS: ({ from, to }) => ({
    label: 'more reps',
    title: from === undefined ? 'A rep more' : `From ${from} to ${to} reps`,
    claim: 'The same exercise for more reps than last time, up to the top of the range.',
  }),
  RISE_SECONDS: ({ from, to }) => ({
    label: 'longer',
    title: from === undefined ? 'A little longer' : `From ${from} to ${to} seconds`,
    claim: 'The same hold for longer than last time.',
  }),
  RISE_LOAD: ({ from, to, unit, low }) => ({
    label: 'heavier',
    title: from === undefined ? 'A step heavier' : `From ${sayLoad(from, unit)} to ${sayLoad(to, unit)}`,
    claim: `The time before asks for the top of the range, so the load steps up and the reps start again${low === undefined ? '' : ` at ${low}`}.`,
  }),
  RISE_LOAD_BY_FEEL: ({ low }) => ({
    label: 'heavier',
    title: 'A step heavier, by feel',
    claim: `The time before asks for the top of the range: take the next weight up and start again${low === undefined ? '' : ` at ${low} reps`}.`,
  }),
  RISE_TEMPO: ({ tempo }) => ({
    label: 'slower',
    title: 'Slower on the way down',
    claim: `The reps are full, so each one takes longer${tempo === undefined ? '' : ` (${tempo})`}: harder without more weight.`,
  }),
  SAME_AGAIN: ({ amount, measure }) => ({
    label: 'the same again',
    title: 'The same again',
    claim: `${amount === undefined ? 'The dose' : startSentence(`${amount} ${sayMeasure(measure)}`)} once more: small steps leave some weeks as they are.`,
  }),
  LIGHT_DOSE: ({ sets }) => ({
    label: 'light',
    title: 'A light dose',
    claim: `${sets === undefined ? 'Easy sets' : startSentence(writeCount(Number(sets), 'easy set'))}, far from tired: the session stands near something harder.`,
  }),
  TAPER_VOLUME_DOWN_INTENSITY_HELD: ({ from, sets, distance }) => ({
    label: 'taper',
    title: 'Less work, the same load',
    claim: `${from === undefined || from === sets ? 'Fewer sets' : `${startSentence(writeNumber(Number(sets)))} ${Number(sets) === 1 ? 'set' : 'sets'} instead of ${writeNumber(Number(from))}`} before the ${writeDistance(distance)}: freshness comes from less work, and the load stays so that nothing is lost.`,
  }),
  AFTER_RACE_EASE: () => ({
    label: 'after the race',
    title: 'Easy after the race',
    claim: 'Two sets with four reps in reserve: the first session back only wakes the legs.',
  }),
  TIME_SHORTER_REST: ({ from, to }) => ({
    label: 'shorter rest',
    title: 'A shorter rest, for time',
    claim: `The session has to fit its time, so the rest ${from === undefined ? 'is at its minimum' : `goes from ${formatRest(Number(from))} to ${formatRest(Number(to))}`}.`,
  }),
  TIME_FEWER_SETS: ({ from, to }) => ({
    label: 'fewer sets',
    title: 'Fewer sets, for time',
    claim: `The session has to fit its time${from === undefined ? '' : `: ${writeNumber(Number(to))} sets instead of ${writeNumber(Number(from))}`}. Two good sets beat three hurried ones.`,
  }),

  SUPERSET_FOR_TIME: ({ lift, exercise, restSeconds }) => ({
    label: 'by turns',
    title: 'By turns, for time',
    claim: `${sayWanted(exercise, 'Light work')} is done while ${lift === undefined ? 'the lift' : writeExercise(lift)} rests: one set each, then ${restSeconds === undefined ? 'the rest' : `what is left of the ${formatRest(Number(restSeconds))}`}. Nothing heavy loses its rest.`,
    instead: 'With more time each can be done on its own',
  }),

  SESSION_FULL: ({ exercises: count }) => ({
    label: 'full',
    title: 'A full session',
    claim: `Its day is open${count === undefined ? '' : `, and it holds ${writeCount(Number(count), 'exercise')}`}: what needs fresh legs comes first.`,
  }),
  SESSION_REDUCED: () => ({
    label: 'reduced',
    title: 'A reduced session',
    claim: 'A single heavy lift, and the rest of the time for other areas.',
  }),
  SESSION_LIGHT: ({ effort }) => ({
    label: 'light',
    title: 'A light session',
    claim: `Nothing heavy, no jumps, an effort of ${writeNumber(Number(effort ?? 3))} of ten at most.`,
  }),
  SESSION_TIME: ({ minutes, before }) => ({
    label: 'fits the time',
    title: 'Cut to the time there is',
    claim: `${before === undefined ? 'The session' : `It would take ${before} minutes; it`} is cut to ${minutes === undefined ? 'the time that was given' : `${minutes}`}: rests first, then sets, then light exercises.`,
  }),
  SESSION_SUPERSETS: ({ minutes, before, pairs }) => ({
    label: 'by turns',
    title: 'Light work inside the rests',
    claim: `${before === undefined ? 'The session would take too long' : `It would take ${before} minutes`}; with ${pairs === undefined ? 'exercises' : writeCount(Number(pairs), 'pair')} done by turns it takes ${minutes === undefined ? 'less' : minutes}. Every heavy set keeps its whole rest.`,
  }),
  WARM_UP_GENERAL: ({ minutes }) => ({
    label: 'get warm',
    title: 'Get warm',
    claim: `${minutes === undefined ? 'A few' : startSentence(writeNumber(Number(minutes)))} minutes of brisk walking or easy cycling, then a few leg swings and slow squats. A run just before counts as this.`,
  }),
  WARM_UP_SPRINGS: () => ({
    label: 'wake the ankles',
    title: 'Wake the ankles',
    claim:
      'Ten slow calf raises and ten small springs on both feet: the ankles are stiff and quick before the first jump.',
  }),
  WARM_UP_RAMP: ({ exercise, sets }) => ({
    label: 'ramp up',
    title: `Ramp up to ${exercise === undefined ? 'the first lift' : writeExercise(exercise)}`,
    claim: `${sets === undefined ? 'Light sets' : startSentence(writeCount(Number(sets), 'light set'))} of the same movement, far from hard, ${sets === 1 ? 'makes' : 'make'} the first work set a good one. Nothing of it is logged.`,
  }),
  TIME_SLOT_DROPPED: ({ exercise, minutes }) => ({
    label: 'left out for time',
    title: 'Left out for time',
    claim: `${sayWanted(exercise, 'One exercise')} does not fit into ${minutes === undefined ? 'the time' : `${minutes} minutes`}; what matters most stays.`,
    instead: 'A few more minutes would bring it back',
  }),
  TAPER_MAIN_LIFT_DROPPED: ({ exercise }) => ({
    label: 'taper',
    title: 'One main lift less',
    claim: `${sayWanted(exercise, 'One main lift')} rests during the taper; the others keep their load.`,
  }),
  RACE_NO_HEAVY: ({ days }) => ({
    label: 'race ahead',
    title: 'No heavy legs before the race',
    claim: `The race is ${days === undefined ? 'close' : `${writeCount(Number(days), 'day')} away`}. What heavy work gives now would come too late.`,
  }),
  AFTER_RACE_NO_HEAVY: ({ days }) => ({
    label: 'after the race',
    title: 'No heavy legs after the race',
    claim: `The race was ${days === undefined ? 'just now' : `${writeCount(Number(days), 'day')} ago`}. The legs come first.`,
  }),

  GAP_REDUCED: ({ hours }) => ({
    label: 'reduced session',
    title: 'Reduced, close to the last one',
    claim: `Heavy sessions lie ${writeNumber(Number(hours ?? 48))} hours apart. This one comes sooner, so it keeps a single heavy lift.`,
  }),
  BLOCK_LIGHTER: ({ load }) => ({
    label: load === undefined ? 'smaller session' : `${load} session`,
    title: 'As in the rest of the block',
    claim:
      'Most weeks of the block have no room for more here. This one has, but one bigger session in between would build nothing.',
  }),
  IN_SEASON_ONE_SESSION: ({ kept }) => ({
    label: 'in season',
    title: 'One session between races',
    claim: `Races lie close together: ${kept === undefined ? 'one session' : `the session on ${writeDay(kept)}`} keeps strength, this one makes room.`,
  }),
  TIME_OFF_BODYWEIGHT: () => ({
    label: 'holiday',
    title: 'Light, without kit',
    claim: 'The holiday allows body-weight work: mobility, foot, hip and easy core, far from tired.',
  }),
  RACE_DAYS_OFF: ({ days }) => ({
    label: 'race ahead',
    title: 'Off before the race',
    claim: `The race is ${days === undefined ? 'close' : `${writeCount(Number(days), 'day')} away`}. No session stands here.`,
  }),
  AFTER_RACE_DAY_OFF: ({ days }) => ({
    label: 'after the race',
    title: 'Off after the race',
    claim: `The race was ${days === undefined ? 'just now' : `${writeCount(Number(days), 'day')} ago`}. The legs recover before anything else.`,
  }),
  RACE_B_ONE_SESSION: ({ days, kept }) => ({
    label: 'race ahead',
    title: 'One session before the race',
    claim: `The race along the way is ${days === undefined ? 'close' : `${writeCount(Number(days), 'day')} off`}: ${kept === undefined ? 'one session' : `the session on ${writeDay(kept)}`} keeps strength, this one makes room.`,
  }),
  NOTHING_TO_DO: () => ({
    label: 'nothing left',
    title: 'Nothing left for this session',
    claim: 'With the kit, the pain sites and the time as they are, no exercise remains.',
  }),
  TAPER_WEEK: ({ distance }) => ({
    label: 'taper week',
    title: 'A week before a race',
    claim: `The ${writeDistance(distance)} is near: there is less work, the load stays, nothing new goes in.`,
  }),
  TIME_OFF_WEEK: ({ kind, days }) => ({
    label: kind === 'sick' ? 'sick' : 'holiday',
    title: kind === 'sick' ? 'A week with sick days' : 'A week with a holiday',
    claim: `${days === undefined ? 'Some days' : startSentence(writeCount(Number(days), 'day'))} of this week ${Number(days ?? 2) === 1 ? 'is' : 'are'} off. What they would have held is not made up for.`,
  }),
  BACK_AFTER_GAP: ({ days, blockWeek }) => ({
    label: 'after the gap',
    title: 'Back after a gap',
    claim: `${days === undefined ? 'Some days' : startSentence(writeCount(Number(days), 'day'))} have gone by since the last session. ${sayBack(blockWeek)}`,
  }),
  IN_SEASON_WEEK: ({ weeks, distance }) => ({
    label: 'in season',
    title: 'A week in season',
    claim: `The ${writeDistance(distance)} comes ${weeks === undefined ? 'soon' : writeCount(Number(weeks), 'week')} after the race before: strength is kept with less, the load stays.`,
  }),
  DELOAD_WEEK: () => ({
    label: 'easy week',
    title: 'An easy week',
    claim: 'The block opens with fewer sets and more in reserve while the exercises are new.',
  }),
  AFTER_RACE_WEEK: ({ distance }) => ({
    label: 'after the race',
    title: 'A week after a race',
    claim: `The ${writeDistance(distance)} is behind: recovery first, and strength comes back step by step.`,
  }),

  NOTE_AREA_LEFT_OUT: ({ area, because, week, throughWeek }) => ({
    label: 'area left out',
    title: `No work for ${sayArea(area)}${week === undefined ? '' : week === throughWeek ? ` in week ${week}` : ` in weeks ${week} to ${throughWeek}`}`,
    ...sayLeftOut(because),
  }),
  NOTE_SLOT_LEFT_OUT: ({ area, because }) => ({
    label: 'exercise left out',
    title: area === undefined ? 'One exercise fewer' : `One exercise fewer for ${sayArea(area)}`,
    ...sayLeftOut(because),
  }),
  NOTE_NO_STRENGTH_KIT: () => ({
    label: 'no heavy kit',
    title: 'Nothing heavy without kit',
    claim: 'With the kit at hand no exercise can be loaded enough for strength, so the program trains stability.',
    instead: 'A pair of dumbbells or a kettlebell opens the heavy rungs',
  }),
  NOTE_NO_STRENGTH_PAIN: () => ({
    label: 'no heavy work',
    title: 'Nothing heavy for now',
    claim: 'Every heavy exercise touches a site that hurts, so the program goes round it.',
    instead: 'Look again when the pain is 2 or less',
  }),
  NOTE_NO_STRENGTH_SCREENING: () => ({
    label: 'no heavy work',
    title: 'Nothing heavy for now',
    claim: 'What is heavy is left out after the health questions, so the program trains the rest.',
    instead: 'Ask again when something has changed',
  }),
  NOTE_START_NEAR_RACE: ({ days }) => ({
    label: 'race is near',
    title: 'The race is near',
    claim: `It is ${days === undefined ? 'close' : `${writeCount(Number(days), 'day')} off`}. New exercises this close to it leave soreness, so the program begins gently.`,
    instead: 'Start after the race',
  }),
  NOTE_ONE_SESSION: () => ({
    label: 'one session',
    title: 'One session a week',
    claim: 'There is room for one session. It keeps what is there; two build.',
  }),
  NOTE_NO_LOADS: () => ({
    label: 'no weights yet',
    title: 'No weights yet',
    claim: 'No working loads are known, so the first weeks go by feel. Logged sets fill them in.',
  }),

  HOLD_MINOR: ({ age }) => ({
    label: 'coach first',
    title: 'Waits for the coach',
    claim: `${age === undefined ? 'Under 18' : `At ${age}`} the coach reads the program before it is used, and a guardian agrees.`,
  }),
  EDIT_BY_COACH: () => ({
    label: 'set by the coach',
    title: 'Set by the coach',
    claim: 'The coach chose this value. The engine leaves it and only suggests.',
  }),
};

const areaWhys: Readonly<Record<Area, string>> = {
  glutes: 'Glutes are trained every week: they hold the pelvis level and drive the push-off.',
  quads: 'Quads are trained every week: they carry the knee on hills and landings.',
  hamstrings: 'Hamstrings are trained every week: they slow the swing of the leg and help the hip.',
  calves: 'Calves are trained every week: no muscle works harder in running.',
  ankle: 'The ankle is trained every week: it has to bend far enough and stay in line.',
  foot: 'The foot is part of the article’s example sessions: it carries every landing.',
  core: 'The core is trained every week: it keeps the trunk quiet while the legs work.',
  power: 'A few quick jumps train the spring of the stride once strength is there.',
};

function whyArea(area: string | number | undefined): string {
  const known = areas.find((name) => name === area);
  return known ? areaWhys[known] : 'It belongs to the areas that every week covers.';
}

function sayArea(area: string | number | undefined): string {
  const known = areas.find((name) => name === area);
  return known ? areaLabels[known].toLowerCase() : 'this area';
}

function sayLadder(ladder: string | number | undefined): string {
  const known = ladders.find((name) => name === ladder);
  return known ? ladderLabels[known].toLowerCase() : 'the ladder';
}

/** "the front of the knee", or plain words where the site is not known. */
function saySite(site: string | number | undefined): string {
  const known = painSites.find((name) => name === site);
  return known ? `the site that hurts (${painSiteLabels[known].toLowerCase()})` : 'the site that hurts';
}

/** A name at the start of a sentence. */
function sayWanted(exercise: string | number | undefined, otherwise = 'The exercise first in line'): string {
  return exercise === undefined ? otherwise : writeExercise(exercise);
}

/** A name inside a sentence: "goblet squat". */
function sayExercise(exercise: string | number): string {
  const name = writeExercise(exercise);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** What it takes to do an exercise: "a barbell and rack" reads as "barbell and squat rack", alternatives joined by "or". */
function sayKitOf(exercise: string | number | undefined): string {
  const sets = findExercise(String(exercise))?.equipment ?? [];
  const named = sets
    .filter((set) => set.length > 0)
    .map((set) => set.map((item) => equipmentLabels[item].toLowerCase()).join(' with '));
  return named.length > 0 ? `its kit (${named.join(' or ')})` : 'its kit';
}

function sayWeeksSoFar(weeks: string | number | undefined): string {
  return weeks === undefined || Number(weeks) === 0
    ? 'It has only just begun.'
    : `It has had ${writeCount(Number(weeks), 'week')} so far.`;
}

/** Why the sessions could not hold something, and what would let them. */
function sayLeftOut(because: string | number | undefined): { readonly claim: string; readonly instead: string } {
  switch (because) {
    case 'kit':
      return {
        claim: 'What would train it needs kit that is not at hand.',
        instead: 'Add the kit to the profile when it is there',
      };
    case 'pain':
      return {
        claim: 'What would train it loads a site that hurts.',
        instead: 'Look again when the pain is 2 or less',
      };
    case 'screening':
      return {
        claim: 'What would train it is left out after the health questions.',
        instead: 'Ask again when something has changed',
      };
    case 'age':
      return { claim: 'What would train it waits for a later age.', instead: 'Leave it out for now' };
    case 'experience':
      return {
        claim: 'What would train it asks for more practice under load.',
        instead: 'Look again after this block',
      };
    case 'heavy':
      return {
        claim: 'What would train it is heavy, and the days of these weeks are not open to that.',
        instead: 'See what moving one run would open',
      };
    case 'used':
      return { claim: 'What would train it already stands in another place.', instead: 'Leave it as it is' };
    case 'time':
      return { claim: 'The time for a session does not hold it.', instead: 'A few more minutes would bring it back' };
    case 'race':
      return { claim: 'A race is close, and nothing new goes in before it.', instead: 'Take it up after the race' };
    case 'sessions':
    case 'days':
      return {
        claim: 'The days of these weeks do not leave a session for it.',
        instead: 'See what moving one run would open',
      };
    default:
      return {
        claim: 'With the kit, the pain sites and the time as they are, no exercise remains.',
        instead: 'Change them in the profile',
      };
  }
}

function sayFocus(focus: string | number): string {
  switch (focus) {
    case 'strength':
      return 'strength';
    case 'power':
      return 'power';
    case 'maintain':
      return 'the season';
    default:
      return 'the base';
  }
}

function sayFocusWhy(focus: string | number | undefined, distance: string | number | undefined): string {
  const race = distance === undefined ? 'race' : writeDistance(distance);
  switch (focus) {
    case 'strength':
      return `On the way to the ${race} the lifts get heavier, with fewer reps.`;
    case 'power':
      return `The last block before the ${race} gives more to jumps and less to the lifts, which stay heavy.`;
    case 'maintain':
      return 'Races lie close together, so strength is kept and not built.';
    default:
      return 'Early on the base counts: every area, enough reps to learn the movements, a little more each week.';
  }
}

function sayBack(blockWeek: string | number | undefined): string {
  switch (blockWeek) {
    case 'start':
      return 'The block starts again, lighter.';
    case 'new_block':
      return 'Training starts anew, one rung down where there is one.';
    default:
      return 'The week before is repeated, lighter and with a set fewer.';
  }
}

function sayLimit(because: string | number | undefined): string {
  switch (because) {
    case 'screening':
      return 'is left out after the health questions';
    case 'age':
      return 'waits for a later age';
    case 'experience':
      return 'asks for more practice under load';
    case 'heavy':
      return 'would be one heavy exercise too many';
    case 'used':
      return 'is already in the week';
    default:
      return 'is more than the profile allows for now';
  }
}

function sayExperience(experience: string | number | undefined): string {
  const known = experiences.find((name) => name === experience);
  return known ? experienceLabels[known] : 'Experience';
}

function sayRange(low: string | number | undefined, high: string | number | undefined): string {
  const isLong = Number(high) > 10;
  const say = (value: string | number | undefined) => (isLong ? String(value) : writeNumber(Number(value)));
  return low === high ? say(low) : `${say(low)} to ${say(high)}`;
}

function sayMeasure(measure: string | number | undefined): string {
  return measure === 'seconds' ? 'seconds' : 'reps';
}

function sayLoad(hundredths: string | number | undefined, unit: string | number | undefined): string {
  return formatLoad({ hundredths: Number(hundredths), unit: loadUnits.find((name) => name === unit) ?? 'kg' });
}

const cautions: Readonly<Record<ExerciseFlag, string>> = {
  balance: 'It asks for balance: a hand on something firm keeps it safe.',
  kneeling: 'It is done kneeling: something soft under the knees.',
  prone: 'It is done lying on the front.',
  side_lying: 'It is done lying on one side.',
  supine: 'It is done lying on the back.',
  valsalva: 'It tempts to hold the breath: breathe out with the effort.',
};

function sayCaution(flag: string | number | undefined): string {
  const known = exerciseFlags.find((one) => one === flag);
  return known === undefined ? 'It asks for care.' : cautions[known];
}
