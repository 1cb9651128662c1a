import { urlOfApp } from '@groundwork/auth/app';
import type { RenderPasskeyNotice } from '@groundwork/auth/passkey';
import { renderLetter } from './render-letter.tsx';

const places = {
  coach: { path: '/account', words: 'dashboard' },
  portal: { path: '/profile', words: 'portal' },
} as const;

/** Tells somebody that her ways in have changed, or were used where they never were: whoever did it without her finds her warned. */
export const renderPasskeyLetter: RenderPasskeyNotice = ({ app, what, passkeyName, practiceName }) => {
  const place = places[app];
  const where = `the ${place.words} of ${practiceName}`;
  const { subject, says } = {
    added: {
      subject: 'A passkey was added',
      says: `From now on “${passkeyName}” signs you in to ${where}, without a letter.`,
    },
    removed: { subject: 'A passkey was removed', says: `“${passkeyName}” no longer signs you in to ${where}.` },
    used: {
      subject: 'You signed in on a new browser',
      says: `“${passkeyName}” was used to sign in to ${where}, in a browser where you had not signed in before.`,
    },
  }[what];
  return renderLetter({
    subject,
    preview: `${passkeyName}, for ${practiceName}.`,
    heading: subject,
    paragraphs: [
      says,
      'If it was you, there is nothing to do. If not, sign in now, look at your passkeys and at where you are signed in, and remove what is not yours.',
    ],
    button: { label: 'Look at your account', href: new URL(place.path, urlOfApp(app)).href },
    signature: 'Sent to the address that you sign in with, whoever did it.',
  });
};
