import { type SignInLetterJob, writeSignInLetter as write } from '@groundwork/auth/sign-in-letter';
import { renderSignInLetter } from '../mail/sign-in-letter.tsx';

/** Writes the letter that somebody asked for at the sign-in, if there is somebody to write to. */
export const writeSignInLetter = (job: SignInLetterJob, now: Date): Promise<void> =>
  write({ job, now, renderLetter: renderSignInLetter });
