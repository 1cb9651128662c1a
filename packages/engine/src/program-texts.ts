import { formatRest } from './format-prescription.ts';
import { areaLabels, equipmentLabels, experienceLabels, ladderLabels, painSiteLabels } from './labels.ts';
import type { programReasonCodes } from './reason.ts';
import { type CodeText, startSentence, type TextData, writeCount, writeExercise, writeNumber } from './text-parts.ts';
import { areas, equipment, experiences, ladders, painSites } from './vocabulary.ts';

export type ProgramReasonCode = (typeof programReasonCodes)[number];

/** The words for why a program looks as it does: its blocks, exercises, doses, sessions and weeks. */
export const programTexts: Readonly<Record<ProgramReasonCode, (data: TextData) => CodeText>> = {
  BLOCK_LENGTH: ({ weeks }) => ({
    label: 'block length',
    title: weeks === undefined ? 'The length of the block' : `A block of ${writeCount(Number(weeks), 'week')}`,
    claim: 'Four to six weeks let an exercise be learnt, loaded and finished before it goes stale.',
  }),
  BLOCK_NEXT_RUNGS: () => ({
    label: 'next rungs',
    title: 'A new block, the next rungs',
    claim: 'The same areas go on with a harder exercise each, where its conditions are met.',
  }),

  AREA_SLOT: ({ area }) => ({
    label: 'weekly area',
    title: `Here for ${sayArea(area)}`,
    claim: `${startSentence(sayArea(area))} are one of the areas that every week covers.`.replace(
      /^(Core|Ankle|Foot|Power) are/,
      '$1 is',
    ),
  }),
  START_RUNG: ({ experience, rung }) => ({
    label: 'starting rung',
    title: 'Where the ladder starts',
    claim: `${experience === undefined ? 'Your experience' : `"${sayExperience(experience)}"`} puts the start at ${rung === undefined ? 'this rung' : `rung ${rung}`}. It gets harder every block.`,
  }),
  START_KNOWN_LOAD: ({ exercise }) => ({
    label: 'known load',
    title: 'Started where the load is known',
    claim: `A working load is known for ${exercise === undefined ? 'this exercise' : writeExercise(exercise)}, so the ladder is entered there.`,
  }),
  START_FIRST_RUNG_FOOT: ({ months }) => ({
    label: 'first rung',
    title: 'Feet start at the first rung',
    claim: `With ${months === undefined ? 'little' : writeCount(Number(months), 'month')} of running, foot work starts gently and climbs from there.`,
  }),
  KIT_SUBSTITUTE: ({ from, missing }) => ({
    label: 'kit at hand',
    title: 'Chosen for the kit at hand',
    claim: `${from === undefined ? 'The exercise first in line' : writeExercise(from)} needs ${missing === undefined ? 'kit that is not there' : sayKit(missing)}. This is the nearest that can be done.`,
  }),
  PAIN_SUBSTITUTE: ({ from, site }) => ({
    label: 'spares a site',
    title: site === undefined ? 'Chosen to spare a painful site' : `Chosen to spare: ${saySite(site)}`,
    claim: `${from === undefined ? 'The exercise first in line' : writeExercise(from)} loads the site that hurts. This one trains the same area without it.`,
  }),
  NO_HEAVY_SUBSTITUTE: ({ from }) => ({
    label: 'light here',
    title: 'A light exercise instead of a heavy one',
    claim: `${from === undefined ? 'The heavy exercise' : writeExercise(from)} has no place in this session; the area is trained lightly.`,
  }),
  AGE_SUBSTITUTE: ({ from }) => ({
    label: 'for the age',
    title: 'Chosen for the age',
    claim: `${from === undefined ? 'The exercise first in line' : writeExercise(from)} waits; this one suits better at this age.`,
  }),
  PAIN_AREA_FIRST: ({ site }) => ({
    label: 'painful area first',
    title: 'The painful area comes first',
    claim: `Slots are short, so the ladder round ${site === undefined ? 'the painful site' : `the site that hurts (${saySite(site)})`} keeps its place.`,
  }),
  NEXT_RUNG: ({ from, to }) => ({
    label: 'next rung',
    title: 'One rung up',
    claim: `After its block, ${from === undefined ? 'the last exercise' : writeExercise(from)} gives way to ${to === undefined ? 'the next on the ladder' : writeExercise(to)}: the same muscles, a harder task.`,
  }),
  NEXT_RUNG_SEED_PATH: ({ from, to }) => ({
    label: 'glute path',
    title: 'The next step of the glute path',
    claim: `${from === undefined ? 'The last exercise' : writeExercise(from)} gives way to ${to === undefined ? 'the next' : writeExercise(to)}, as on the article’s path of 24 weeks.`,
  }),
  STAY_TOP_OF_LADDER: () => ({
    label: 'top of the ladder',
    title: 'The top of the ladder',
    claim: 'There is no harder rung. The load keeps rising instead.',
  }),
  STAY_KIT: ({ to, missing }) => ({
    label: 'waits for kit',
    title: 'The next rung waits for kit',
    claim: `${to === undefined ? 'The next rung' : writeExercise(to)} needs ${missing === undefined ? 'kit that is not there' : sayKit(missing)}. Until then this one keeps rising.`,
    instead: 'Add the kit to the profile and the ladder goes on',
  }),
  STAY_PAIN: ({ site }) => ({
    label: 'held for pain',
    title: 'Held because of pain',
    claim: `The next rung loads ${site === undefined ? 'a site that hurts' : `the ${saySite(site)}`}. It waits until that has settled.`,
  }),
  STAY_LIMIT: () => ({
    label: 'held',
    title: 'The next rung is past this runner’s limit',
    claim: 'The step up is more than the profile allows for now, so this exercise stays and rises.',
  }),
  STAY_TOO_FEW_WEEKS: ({ weeks, min }) => ({
    label: 'too early',
    title: 'Too early for the next rung',
    claim: `${weeks === undefined ? 'The exercise' : `${startSentence(writeCount(Number(weeks), 'week'))}`} ${weeks === undefined ? 'is' : Number(weeks) === 1 ? 'is' : 'are'} not enough: it stays ${writeNumber(Number(min ?? 4))} at least. Until then it gets harder by reps or band.`,
  }),
  STAY_BEFORE_RACE: ({ days }) => ({
    label: 'waits for the race',
    title: 'The next rung waits for the race',
    claim: `It would be new ${days === undefined ? 'shortly' : writeCount(Number(days), 'day')} before the race. Nothing new goes in during the last 21 days.`,
  }),

  DOSE_STRENGTH: () => ({
    label: 'strength dose',
    title: 'A dose for strength',
    claim: 'About six reps with two left in you, and a rest long enough to do it again.',
  }),
  DOSE_POWER: () => ({
    label: 'power dose',
    title: 'A dose for power',
    claim: 'Few reps, each as fast as form allows. When one slows, the set is over.',
  }),
  DOSE_STABILITY: () => ({
    label: 'stability dose',
    title: 'A dose for stability',
    claim: 'Control counts here, so it rises in reps or seconds before it gets heavier.',
  }),
  DOSE_MOBILITY: () => ({
    label: 'mobility dose',
    title: 'A dose for mobility',
    claim: 'Range comes from calm repetition; there is no need to push.',
  }),
  DOSE_YOUTH: () => ({
    label: 'under 18',
    title: 'A dose for under 18',
    claim: 'Six to fifteen reps with three left: technique first, no maximum.',
  }),
  HIGH_REP_LIMIT: ({ max }) => ({
    label: 'high reps kept low',
    title: 'Reps kept under twelve',
    claim: `${startSentence(writeNumber(Number(max ?? 2)))} high-rep exercises a session are enough, so this one stays below twelve.`,
  }),
  LOAD_KNOWN: () => ({
    label: 'from a known load',
    title: 'Weight from a known load',
    claim: 'It starts from the working load that is on file, rounded to what can be loaded.',
  }),
  LOAD_BY_FEEL: () => ({
    label: 'by feel',
    title: 'Weight by feel',
    claim: 'No working load is known, and none is invented. Choose one that leaves the stated reps in you, and log it.',
  }),
  DELOAD_FIRST_WEEK: () => ({
    label: 'easy first week',
    title: 'An easy first week',
    claim: 'New exercises start with fewer sets and more in reserve: less soreness, and the block’s rest comes first.',
  }),
  RISE_REPS: () => ({
    label: 'more reps',
    title: 'A rep more',
    claim: 'The same load for more reps than last time, up to the top of the range.',
  }),
  RISE_SECONDS: () => ({
    label: 'longer',
    title: 'A little longer',
    claim: 'The same hold for more seconds than last time.',
  }),
  RISE_LOAD: () => ({
    label: 'heavier',
    title: 'A step heavier',
    claim: 'The top of the range is reached, so the load steps up and the reps start again.',
  }),
  RISE_LOAD_BY_FEEL: () => ({
    label: 'heavier',
    title: 'A step heavier, by feel',
    claim: 'The top of the range is reached: take the next weight up and start again at the low end.',
  }),
  RISE_TEMPO: () => ({
    label: 'slower',
    title: 'Slower on the way down',
    claim: 'The reps are full, so each one takes longer: harder without more weight.',
  }),
  LIGHT_DOSE: () => ({
    label: 'light',
    title: 'A light dose',
    claim: 'Two easy sets, far from tired: the session may stand near a hard run.',
  }),
  TAPER_VOLUME_DOWN_INTENSITY_HELD: () => ({
    label: 'taper',
    title: 'Fewer sets, the same load',
    claim: 'Before a race, freshness comes from less work. The load stays, so nothing is lost.',
  }),
  AFTER_RACE_EASE: () => ({
    label: 'after the race',
    title: 'Easy after the race',
    claim: 'Two sets with four reps in reserve: the first session back only wakes the legs.',
  }),
  TIME_SHORTER_REST: ({ restSec }) => ({
    label: 'shorter rest',
    title: 'A shorter rest, for time',
    claim: `The session has to fit its time, so the rest is ${restSec === undefined ? 'at its minimum' : formatRest(Number(restSec))}.`,
  }),
  TIME_FEWER_SETS: () => ({
    label: 'a set fewer',
    title: 'A set fewer, for time',
    claim: 'The session has to fit its time. Two good sets are better than three hurried ones.',
  }),

  SESSION_FULL: () => ({
    label: 'full',
    title: 'A full session',
    claim: 'Its day is open: heavy lifts first, then core, ankle and foot.',
  }),
  SESSION_REDUCED: () => ({
    label: 'reduced',
    title: 'A reduced session',
    claim: 'It stands next to the other session, so it keeps a single heavy lift.',
  }),
  SESSION_LIGHT: () => ({
    label: 'light',
    title: 'A light session',
    claim: 'Its day is closed to heavy work: nothing heavy, no jumps, an effort of three of ten.',
  }),
  SESSION_TIME: ({ minutes }) => ({
    label: 'fits the time',
    title: 'Cut to the time there is',
    claim: `The session fits into ${minutes === undefined ? 'the time that was given' : `${minutes} minutes`}.`,
  }),
  TIME_SLOT_DROPPED: ({ exercise }) => ({
    label: 'left out for time',
    title: 'Left out for time',
    claim: `${exercise === undefined ? 'One exercise' : writeExercise(exercise)} does not fit into the time; the lifts that matter most stay.`,
  }),
  TAPER_MAIN_LIFT_DROPPED: ({ exercise }) => ({
    label: 'taper',
    title: 'One main lift less',
    claim: `${exercise === undefined ? 'One main lift' : writeExercise(exercise)} rests during the taper; the others keep their load.`,
  }),
  RACE_NO_HEAVY: ({ days }) => ({
    label: 'race ahead',
    title: 'No heavy legs before the race',
    claim: `The race is ${days === undefined ? 'close' : `${writeCount(Number(days), 'day')} away`}. What heavy work gives now would come too late.`,
  }),
  RACE_MOBILITY_ONLY: ({ days }) => ({
    label: 'race ahead',
    title: 'Mobility only before the race',
    claim: `The race is ${days === undefined ? 'close' : `${writeCount(Number(days), 'day')} away`}. Loose legs are all that is wanted.`,
  }),
  AFTER_RACE_NO_HEAVY: ({ days }) => ({
    label: 'after the race',
    title: 'No heavy legs after the race',
    claim: `The race was ${days === undefined ? 'just now' : `${writeCount(Number(days), 'day')} ago`}. The legs come first.`,
  }),

  RACE_DAYS_OFF: ({ days }) => ({
    label: 'race ahead',
    title: 'Off before the race',
    claim: `The race is ${days === undefined ? 'close' : `${writeCount(Number(days), 'day')} away`}. No session stands here.`,
  }),
  AFTER_RACE_DAY_OFF: () => ({
    label: 'after the race',
    title: 'Off after the race',
    claim: 'The legs recover from the race before anything else.',
  }),
  RACE_B_ONE_SESSION: () => ({
    label: 'race week',
    title: 'One session in the week of the race',
    claim: 'A race along the way: one session keeps strength, the other makes room.',
  }),
  NOTHING_TO_DO: () => ({
    label: 'nothing left',
    title: 'Nothing left for this session',
    claim: 'With the kit, the pain sites and the time as they are, no exercise remains.',
  }),
  TAPER_WEEK: ({ race }) => ({
    label: 'taper week',
    title: 'A taper week',
    claim: `${race === undefined ? 'A race is close' : 'The race is near'}: sets drop, the load stays, nothing new goes in.`,
  }),
  DELOAD_WEEK: () => ({
    label: 'easy week',
    title: 'An easy week',
    claim: 'The block opens with fewer sets and more in reserve while the exercises are new.',
  }),
  AFTER_RACE_WEEK: () => ({
    label: 'after the race',
    title: 'A week after a race',
    claim: 'Recovery first; strength comes back step by step.',
  }),

  NOTE_AREA_LEFT_OUT: ({ area }) => ({
    label: 'area left out',
    title: `No ${area === undefined ? 'work for one area' : sayArea(area)} in this program`,
    claim: 'With the kit and the pain sites as they are, no exercise of this area remains.',
    instead: 'Change the kit or the pain sites in the profile',
  }),
  NOTE_SLOT_LEFT_OUT: () => ({
    label: 'slot left out',
    title: 'One exercise fewer',
    claim: 'The time for a session does not hold another exercise.',
    instead: 'A few more minutes would bring it back',
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
  NOTE_START_NEAR_RACE: ({ days }) => ({
    label: 'race is near',
    title: 'The race is near',
    claim: `It is ${days === undefined ? 'close' : `${writeCount(Number(days), 'day')} off`}. Starting strength now would leave sore legs at the start; it begins gently.`,
  }),
  NOTE_ONE_SESSION: () => ({
    label: 'one session',
    title: 'One session a week',
    claim: 'The running week has room for one session. It keeps what is there; two build.',
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

function sayArea(area: string | number | undefined): string {
  const known = areas.find((name) => name === area);
  return known ? areaLabels[known].toLowerCase() : sayLadder(area);
}

function sayLadder(ladder: string | number | undefined): string {
  const known = ladders.find((name) => name === ladder);
  return known ? ladderLabels[known].toLowerCase() : String(ladder ?? 'this area');
}

function saySite(site: string | number | undefined): string {
  const known = painSites.find((name) => name === site);
  return known ? painSiteLabels[known].toLowerCase() : String(site ?? '');
}

function sayKit(kit: string | number | undefined): string {
  const known = equipment.find((name) => name === kit);
  return known ? equipmentLabels[known].toLowerCase() : String(kit ?? '');
}

function sayExperience(experience: string | number | undefined): string {
  const known = experiences.find((name) => name === experience);
  return known ? experienceLabels[known] : String(experience ?? '');
}
