import { expect } from '@playwright/test';

export interface Letter {
  id: string;
  subject: string;
  text: string;
  /** Addresses of the links in it, in order. */
  links: string[];
}

/** What has been mailed to an address so far, newest first. */
async function listLetters(to: string): Promise<Letter[]> {
  const response = await fetch(`${process.env.E2E_MAILBOX_URL}/api/messages?to=${encodeURIComponent(to)}`);
  return (await response.json()) as Letter[];
}

/** Waits until a letter with this subject has reached the address, and returns the newest such. */
export async function expectLetter(to: string, subject: string | RegExp): Promise<Letter> {
  const find = async () => {
    const letters = await listLetters(to);
    return letters.find((letter) =>
      typeof subject === 'string' ? letter.subject === subject : subject.test(letter.subject),
    );
  };
  await expect.poll(find, { message: `a letter "${subject}" to ${to}` }).toBeDefined();
  const letter = await find();
  if (letter === undefined) throw new Error(`The letter "${subject}" to ${to} has gone`);
  return letter;
}
