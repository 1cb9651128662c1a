import { urlOfApp } from '@groundwork/auth/app';
import type { RenderPasskeyNotice } from '@groundwork/auth/passkey';
import { renderLetter } from './render-letter.tsx';

const places = {
  coach: { path: '/account', words: 'dashboard' },
  portal: { path: '/profile', words: 'portal' },
} as const;

/** Tells somebody that her ways in have changed: whoever did it without her finds her warned. */
export const renderPasskeyLetter: RenderPasskeyNotice = ({ app, what, passkeyName, practiceName }) => {
  const place = places[app];
  return renderLetter({
    subject: `A passkey was ${what}`,
    preview: `${passkeyName}, for ${practiceName}.`,
    heading: `A passkey was ${what}`,
    paragraphs: [
      what === 'added'
        ? `From now on “${passkeyName}” signs you in to the ${place.words} of ${practiceName}, without a letter.`
        : `“${passkeyName}” no longer signs you in to the ${place.words} of ${practiceName}.`,
      `If it was you, there is nothing to do. If not, sign in now, look at your passkeys and at where you are signed in, and remove what is not yours.`,
    ],
    button: { label: 'Look at your account', href: new URL(place.path, urlOfApp(app)).href },
    signature: `Sent because somebody who was signed in as you did it.`,
  });
};
