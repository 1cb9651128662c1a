import { type RenderedLetter, renderLetter } from './render-letter.tsx';

/** The way in: a link that a mail scanner can open without using it up, and a code for the browser that asked. */
export function renderSignInLetter(about: {
  readonly practiceName: string;
  readonly link: string;
  /** Six digits. */
  readonly code: string;
  readonly minutes: number;
}): Promise<RenderedLetter> {
  const { practiceName, link, code, minutes } = about;
  return renderLetter({
    subject: `${code} is your code for ${practiceName}`,
    preview: `Sign in to ${practiceName}. Good for ${minutes} minutes.`,
    heading: 'Sign in',
    paragraphs: [
      `Press the button on the phone or computer where you want to be signed in. It is good for ${minutes} minutes and once.`,
    ],
    button: { label: 'Sign in', href: link },
    afterwards: ['Or type this code where you asked for the letter. It works only there.', code],
    signature: `${practiceName}. You did not ask for this? Then leave it: without the button or the code nobody gets in.`,
  });
}
