import { formatInstant } from './format-instant.ts';
import { type RenderedLetter, renderLetter } from './render-letter.tsx';

export interface OfferLetter {
  readonly name: string;
  readonly practiceName: string;
  readonly coachName: string;
  readonly offerLink: string;
  readonly placeLink: string;
  readonly expiresAt: Date;
  readonly timeZone: string;
}

/** A spot is free and held for her. */
export function renderOfferLetter(about: OfferLetter): Promise<RenderedLetter> {
  const deadline = formatInstant(about.expiresAt, about.timeZone);
  return renderLetter({
    subject: `A spot at ${about.practiceName} is held for you`,
    preview: `Yours until ${deadline}.`,
    heading: `It is your turn, ${about.name}`,
    paragraphs: [
      `A spot with ${about.coachName} has come free and you are next in line. It is held for you until ${deadline}. Nobody else can take it before then.`,
    ],
    button: { label: 'See the offer', href: about.offerLink },
    afterwards: [
      'If the time passes, the spot goes to the next person and you keep your place in line for the next one.',
    ],
    quietLink: { label: 'See your place or leave the list', href: about.placeLink },
    signature: about.practiceName,
  });
}

/** Half of the time has passed. */
export function renderOfferReminderLetter(about: OfferLetter): Promise<RenderedLetter> {
  const deadline = formatInstant(about.expiresAt, about.timeZone);
  return renderLetter({
    subject: `Your spot at ${about.practiceName} is held until ${deadline}`,
    preview: 'A reminder, the only one.',
    heading: `Still yours, ${about.name}`,
    paragraphs: [`The spot with ${about.coachName} is held for you until ${deadline}. This is the only reminder.`],
    button: { label: 'See the offer', href: about.offerLink },
    afterwards: ['Not now? Say so on the same page and the next person can be asked; you keep your place in line.'],
    quietLink: { label: 'See your place or leave the list', href: about.placeLink },
    signature: about.practiceName,
  });
}

/** The deadline passed, or the coach withdrew the offer. */
export function renderOfferEndedLetter(
  about: Pick<OfferLetter, 'name' | 'practiceName' | 'placeLink'> & { readonly how: 'expired' | 'withdrawn' },
): Promise<RenderedLetter> {
  const { name, practiceName, placeLink, how } = about;
  return renderLetter({
    subject:
      how === 'expired' ? `The spot at ${practiceName} has moved on` : `The offer from ${practiceName} was taken back`,
    preview: 'You keep your place in line.',
    heading: how === 'expired' ? `The time has passed, ${name}` : `We took the offer back, ${name}`,
    paragraphs: [
      how === 'expired'
        ? 'The spot that was held for you has gone to the next person. You keep your place in line and will be asked again when the next spots open.'
        : 'The spot that was held for you is not to be had after all. You keep your place in line and will be asked again when the next spots open.',
    ],
    button: { label: 'See your place', href: placeLink },
    quietLink: { label: 'Leave the list', href: placeLink },
    signature: practiceName,
  });
}
