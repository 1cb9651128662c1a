import { type RenderedLetter, renderLetter } from './render-letter.tsx';

/** Double opt-in: the place in line counts from the press of the button. */
export function renderWaitlistConfirmLetter(about: {
  readonly name: string;
  readonly practiceName: string;
  readonly confirmLink: string;
  readonly placeLink: string;
}): Promise<RenderedLetter> {
  const { name, practiceName, confirmLink, placeLink } = about;
  return renderLetter({
    subject: `Confirm your place in line at ${practiceName}`,
    preview: 'Your place counts from the moment you confirm.',
    heading: `One press, ${name}`,
    paragraphs: [
      `Somebody, most likely you, put this address on the waitlist of ${practiceName}. Confirm it and your place in line counts from that moment.`,
    ],
    button: { label: 'Confirm my place', href: confirmLink },
    afterwards: [
      'If it was not you, do nothing: an address that is not confirmed is never offered a spot and gets no more letters.',
    ],
    quietLink: { label: 'See your place or leave the list', href: placeLink },
    signature: practiceName,
  });
}

/** For somebody on the list who asked to join again: most likely the first letter is lost. */
export function renderWaitlistPlaceLetter(about: {
  readonly name: string;
  readonly practiceName: string;
  readonly placeLink: string;
}): Promise<RenderedLetter> {
  const { name, practiceName, placeLink } = about;
  return renderLetter({
    subject: `You are on the list of ${practiceName}`,
    preview: 'Joining again changes nothing: your place stays.',
    heading: `You are on the list, ${name}`,
    paragraphs: [
      'This address was put on the waitlist once more. Nothing changes by that: you keep the place that you have.',
    ],
    button: { label: 'See my place', href: placeLink },
    quietLink: { label: 'Leave the list', href: placeLink },
    signature: practiceName,
  });
}
