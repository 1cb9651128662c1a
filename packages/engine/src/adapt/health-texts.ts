import { painSiteLabels } from '../labels.ts';
import type { healthCodes } from '../reason.ts';
import { type CodeText, type TextData, writeCount } from '../text-parts.ts';
import { painSites } from '../vocabulary.ts';

const professional = 'See a doctor or a physiotherapist; the coach knows';

/** The words for what pain and a screening allow. They name no cause. */
export const healthTexts: Readonly<Record<(typeof healthCodes)[number], (data: TextData) => CodeText>> = {
  PAIN_GREEN: (data) => ({
    label: 'green',
    title: 'Go on',
    claim: `${sayPain(data)} It lets training go on, and loads may rise.`,
  }),
  PAIN_MORNING: (data) => ({
    label: 'hold',
    title: 'Held after the next morning',
    claim: `${sayPain(data)} It was low, and it has risen since. Nothing gets harder until it settles.`,
  }),
  PAIN_HOLD: (data) => ({
    label: 'hold',
    title: 'Hold it there',
    claim: `${sayPain(data)} The load holds and no harder exercise comes while it is like this.`,
  }),
  PAIN_REGRESS: (data) => ({
    label: 'one rung back',
    title: 'One rung back',
    claim: `${sayPain(data)} It is the second time within ${data.days === undefined ? 'two weeks' : `${data.days} days`}, so the exercise goes one rung back.`,
  }),
  PAIN_RED: (data) => ({
    label: 'stop',
    title: 'Stop this exercise',
    claim: `${sayPain(data)} The exercise stops, and the coach hears of it. Others that spare the site go on.`,
    instead: 'Take a substitute that spares the site, or leave it out',
  }),
  PAIN_AS_RED: (data) => ({
    label: 'stop',
    title: 'Not settled: stop this exercise',
    claim: `${sayPain(data)} It had not settled by the next morning, or it is rising, and counts as red.`,
    instead: 'Take a substitute that spares the site, or leave it out',
  }),
  PAIN_STOP: ({ site }) => ({
    label: 'plan on hold',
    title: 'The plan waits',
    claim: `What was reported${site === undefined ? '' : ` at ${saySite(site)}`} is for a professional to look at first. Strength is on hold until then, whatever the number was.`,
    instead: professional,
  }),
  SCREEN_CHILD: ({ min }) => ({
    label: 'too young alone',
    title: 'Not alone yet',
    claim: `Under ${min ?? 13} nobody signs up by themselves. A parent and a coach can plan together.`,
  }),
  SCREEN_MINOR: () => ({
    label: 'under 18',
    title: 'With a parent and the coach',
    claim:
      'Under 18 a guardian agrees and the coach looks at the plan first. Reps are higher, the reserve is larger, and no maximum is worked out.',
  }),
  SCREEN_MASTERS: ({ hours }) => ({
    label: 'from 60',
    title: 'More time between',
    claim: `From 60 on heavy sessions stand ${hours ?? 72} hours apart and loads rise in smaller steps.`,
  }),
  SCREEN_AGAIN: () => ({
    label: 'ask again',
    title: 'The questions are due again',
    claim: 'The answers are older than a year, or health has changed since. The plan waits for new ones.',
    instead: 'Answer the questions again',
  }),
  SCREEN_CLEARANCE: () => ({
    label: 'clearance',
    title: 'Clearance first',
    claim: 'One of the answers is a yes. The plan waits until somebody who may has cleared it.',
    instead: 'Ask a doctor, and tell the coach',
  }),
  SCREEN_PREGNANT: ({ weeks }) => ({
    label: 'with the coach',
    title: 'With the coach, week by week',
    claim: `${weeks === undefined ? 'In pregnancy' : `In week ${weeks}`} the coach plans, with clearance. Jumps and straining are left out, and after week 20 lying on the back.`,
  }),
  SCREEN_POSTPARTUM: ({ weeks }) => ({
    label: 'no impact yet',
    title: 'No impact yet',
    claim: `In the first ${weeks === undefined ? 'twelve weeks' : writeCount(Number(weeks), 'week')} after a birth nothing jumps, and the coach plans, with clearance.`,
    instead: 'A pelvic-floor check comes before impact',
  }),
  SCREEN_FRACTURE: () => ({
    label: 'clearance',
    title: 'Clearance first',
    claim:
      'After such fractures there is no impact and no rounding of the loaded back. Hinge technique and back strength stay, once cleared.',
    instead: 'Ask a doctor, and tell the coach',
  }),
  SCREEN_BONE: () => ({
    label: 'with the coach',
    title: 'With the coach',
    claim:
      'Strength is part of the care for bones. The coach plans it, with clearance, and nothing rounds the loaded back.',
  }),
  SCREEN_REFER: () => ({
    label: 'somebody first',
    title: 'Somebody else first',
    claim: 'What was answered is for a professional to talk about before a plan is made.',
    instead: professional,
  }),
};

function sayPain({ site, during }: TextData): string {
  if (during === undefined) return 'Pain was noted.';
  return `${during} of 10${site === undefined ? '' : ` at ${saySite(site)}`}.`;
}

function saySite(site: string | number | undefined): string {
  const known = painSites.find((name) => name === site);
  return known === undefined ? 'the site' : `the ${painSiteLabels[known].toLowerCase()}`;
}
