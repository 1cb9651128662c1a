import { createPractice } from '@groundwork/db/create-practice';
import { openInstallation } from './open-installation.ts';
import { OpsProblem } from './ops-problem.ts';

/** Until the owner says how many runners she coaches. */
const firstSpots = 20;

export const usage =
  '<address> <name> <owner’s e-mail> <owner’s name> [time zone]: make a practice; its owner signs in with a mailed link.';

export async function run(args: readonly string[]): Promise<boolean> {
  const [slug, name, email, ownerName, timeZone = 'UTC', ...rest] = args;
  if (slug === undefined || name === undefined || email === undefined || ownerName === undefined || rest.length > 0)
    throw new OpsProblem(`Use ${usage}\nFor example: peak "Peak Strength" mara@example.org "Mara Lind" Europe/Berlin`);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new OpsProblem(`"${email}" is no e-mail address.`);
  if (!isTimeZone(timeZone)) throw new OpsProblem(`"${timeZone}" is no time zone: use one such as Europe/Berlin.`);
  const installation = await openInstallation();
  try {
    await createPractice(installation.ownerUrl, {
      slug,
      name,
      timeZone,
      spots: firstSpots,
      owner: { email, name: ownerName },
    });
    const coachUrl = process.env.GROUNDWORK_COACH_URL ?? 'the coach app';
    console.log(`✓ ${name} is there, with ${firstSpots} spots. ${ownerName} signs in at ${coachUrl} as ${email}.`);
    return true;
  } catch (error) {
    const constraint = findConstraint(error);
    if (constraint === 'practice_by_slug') throw new OpsProblem(`There is a practice at /p/${slug} already.`);
    if (constraint === 'practice_slug_form')
      throw new OpsProblem(`"${slug}" cannot be an address: 2 to 40 lower case letters, digits and hyphens.`);
    throw error;
  } finally {
    await installation.close();
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function findConstraint(error: unknown): unknown {
  for (let link = error; link instanceof Error; link = link.cause) if ('constraint' in link) return link.constraint;
  return undefined;
}
