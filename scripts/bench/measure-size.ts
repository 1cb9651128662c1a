import { gzipSync } from 'node:zlib';
import { type BenchPractice, type BenchStack, startBenchStack } from './bench-stack.ts';
import type { Figure } from './figure.ts';
import type { Section } from './section.ts';

interface Route {
  readonly name: string;
  readonly url: string;
  readonly cookie?: string;
  /** First-load JavaScript, KB gzip. */
  readonly most: number;
}

/** What a first visit of each main page fetches before it can be used. */
export async function measureSize(): Promise<readonly Section[]> {
  const stack = await startBenchStack();
  try {
    const practice = await stack.addPractice(20);
    const figures: Figure[] = [];
    for (const route of await listRoutes(stack, practice)) figures.push(...(await weigh(route)));
    const says = 'The scripts and styles that the page names, gzip, and its HTML. Counted, not timed.';
    return [{ name: 'size', title: 'Sizes', says, figures }];
  } finally {
    await stack.stop();
  }
}

async function listRoutes(stack: BenchStack, practice: BenchPractice): Promise<readonly Route[]> {
  const coach = await stack.signIn(practice.owner.userId, 'coach');
  const client = await stack.signIn(practice.firstClient.userId, 'portal');
  const { rows } = await stack.superuser.query(
    `select (select id from session where practice_id = $1 and client_id = $2 and status = 'planned' order by date limit 1) as session,
       (select id from program where practice_id = $1 and client_id = $2 order by starts_on desc limit 1) as program`,
    [practice.practiceId, practice.firstClient.clientId],
  );
  const { session, program } = rows[0];
  const { portalUrl, coachUrl } = stack;
  return [
    { name: 'landing', url: `${portalUrl}/`, most: 145 },
    { name: 'waitlist', url: `${portalUrl}/p/${practice.slug}`, most: 145 },
    { name: 'routine check', url: `${portalUrl}/check`, most: 190 },
    { name: 'sign-in', url: `${portalUrl}/sign-in`, most: 150 },
    { name: "client's Today", url: `${portalUrl}/today`, cookie: client, most: 195 },
    { name: 'session log', url: `${portalUrl}/session/${session}`, cookie: client, most: 210 },
    { name: "coach's Today", url: `${coachUrl}/`, cookie: coach, most: 225 },
    { name: "coach's Clients", url: `${coachUrl}/clients`, cookie: coach, most: 225 },
    {
      name: 'program builder',
      url: `${coachUrl}/clients/${practice.firstClient.clientId}/programs/${program}`,
      cookie: coach,
      most: 265,
    },
  ];
}

async function weigh({ name, url, cookie, most }: Route): Promise<readonly Figure[]> {
  const html = await fetchText(url, cookie);
  const scripts = html.matchAll(/<script(?![^>]*noModule)[^>]+src="([^"]+)"/gi);
  const styles = html.matchAll(/<link[^>]+href="([^"]+\.css[^"]*)"/g);
  const sum = async (found: Iterable<RegExpMatchArray>) => {
    let bytes = 0;
    for (const address of new Set([...found].map(([, one]) => one ?? ''))) {
      bytes += gzipSync(await fetchText(new URL(address, url).href)).length;
    }
    return bytes / 1024;
  };
  return [
    { what: `${name}: JavaScript`, value: await sum(scripts), unit: 'KB', target: { of: 'value', most } },
    { what: `${name}: CSS`, value: await sum(styles), unit: 'KB', target: { of: 'value', most: 12 } },
    { what: `${name}: HTML`, value: gzipSync(html).length / 1024, unit: 'KB', target: { of: 'value', most: 25 } },
  ];
}

async function fetchText(url: string, cookie?: string): Promise<string> {
  const answer = await fetch(url, { headers: cookie === undefined ? {} : { cookie }, redirect: 'manual' });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer.text();
}
