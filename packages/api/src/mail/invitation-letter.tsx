import { formatInstant } from './format-instant.ts';
import { type RenderedLetter, renderLetter } from './render-letter.tsx';

/** A coach asks a runner in. */
export function renderInvitationLetter(about: {
  readonly name: string;
  readonly coachName: string;
  readonly practiceName: string;
  readonly link: string;
  readonly expiresAt: Date;
  readonly timeZone: string;
}): Promise<RenderedLetter> {
  const { name, coachName, practiceName, link, expiresAt, timeZone } = about;
  return renderLetter({
    subject: `${coachName} invites you to ${practiceName}`,
    preview: 'A few questions about your running week, then two short sessions around it.',
    heading: `Hello ${name}`,
    paragraphs: [
      `${coachName} would like to write your strength training: two short sessions a week that stay out of the way of your long run and your speed work.`,
      'First come a few questions about how you run, what you have to train with and what hurts. They take about five minutes.',
    ],
    button: { label: 'Take up the invitation', href: link },
    afterwards: [`The link is yours alone and good until ${formatInstant(expiresAt, timeZone)}.`],
    signature: practiceName,
  });
}
