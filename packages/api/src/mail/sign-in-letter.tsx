import { signInMinutes } from '@groundwork/auth/sign-in';
import type { RenderSignInLetter } from '@groundwork/auth/sign-in-letter';
import { renderLetter } from './render-letter.tsx';

/**
 * The way in: a link that a mail scanner can open without using it up, and a code for the browser that asked. The subject says nothing that
 * signs anybody in: the outbox shows it to colleagues.
 */
export const renderSignInLetter: RenderSignInLetter = ({ practiceName, link, code }) =>
  renderLetter({
    subject: practiceName ? `Sign in to ${practiceName}` : 'Sign in',
    preview: `Good for ${signInMinutes} minutes.`,
    heading: 'Sign in',
    paragraphs: [
      `Press the button on the phone or computer where you want to be signed in. It is good once, and for ${signInMinutes} minutes.`,
    ],
    button: { label: 'Sign in', href: link },
    afterwards: ['Or type this code where you asked for the letter. It works only there.'],
    code,
    signature: 'You did not ask for this? Then leave it: without the button or the code nobody gets in.',
  });
