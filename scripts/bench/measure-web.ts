import { startBenchStack } from './bench-stack.ts';
import type { Figure } from './figure.ts';
import { startPageFloor } from './floors.ts';
import { measureLoad } from './load.ts';
import type { Section } from './section.ts';
import type { Spans } from './time-calls.ts';

const CLIENTS = 200;

const triedForToday =
  "its queries are prepared, and no published version is unpacked any more (16 to 20 ms of data became 2 to 3, 1.5 of them PostgreSQL's). What is left is the framework rendering a page of its own for each client, spread so thin that none of its functions takes three hundredths; two fifths of its 92 KB are four drawings, sent once as markup and once as data, because the poses they are drawn from weigh more than a page's scripts may. A floor page has no data, no session and no policy.";
const triedForRoster =
  "a process keeps what it read of each client until a trigger gives her another stamp (ADR 16): a page asks for 200 stamps, and for those clients alone whose stamp is new. PostgreSQL's share sank from 13 ms a page to 3 (Today) and 2.3 (Clients), reading and working out needs from 7 ms to 1.5 and 0.8, all of a page from 35 ms of processor time to 21 and from 33 to 15. The first 12 to 50 rows are shown and travel as plain data (1.3 MB of HTML became 160 KB); statements of a turn leave in one write. What is left, 11 to 17 ms, is the framework rendering page and frame on the server for each request, a tenth of it garbage: a larger young generation changed nothing. The floor's page renders no frame, signs nobody in and asks no database.";

/** Pages of both apps beside an empty Next app that serves the like. */
export async function measureWeb(spans: Spans): Promise<readonly Section[]> {
  const floor = await startPageFloor();
  const stack = await startBenchStack();
  try {
    const practice = await stack.addPractice(CLIENTS);
    await stack.superuser.query('vacuum analyze');
    const coach = await stack.signIn(practice.owner.userId, 'coach');
    const client = await stack.signIn(practice.firstClient.userId, 'portal');
    const measure = async (url: string, cookie?: string) => {
      const { perSecond, p95Ms } = await measureLoad({ url, cookie }, spans);
      return { value: perSecond, note: `97.5 % within ${p95Ms} ms` };
    };
    const floorOf = async (what: string, path: string) => ({ what, ...(await measure(`${floor.url}${path}`)) });
    const [still, dynamic, table] = [
      await floorOf('a static page', '/static'),
      await floorOf('a dynamic page', '/dynamic'),
      await floorOf('a table of 200 plain rows', '/table'),
    ];
    const rows = [
      ['public page', `${stack.portalUrl}/rules`, undefined, still, 0.85, undefined],
      ["client's Today, signed in", `${stack.portalUrl}/today`, client, dynamic, 0.45, triedForToday],
      [
        `coach's Today, ${CLIENTS} clients with two years of logs`,
        `${stack.coachUrl}/`,
        coach,
        table,
        0.6,
        triedForRoster,
      ],
      [
        `coach's Clients, ${CLIENTS} clients with two years of logs`,
        `${stack.coachUrl}/clients`,
        coach,
        table,
        0.6,
        triedForRoster,
      ],
    ] as const;
    const figures: Figure[] = [];
    for (const [what, url, cookie, { what: floorWhat, value: floorValue }, least, tried] of rows) {
      figures.push({
        what,
        unit: 'req/s',
        ...(await measure(url, cookie)),
        floor: { what: floorWhat, value: floorValue },
        target: { of: 'ratio', least },
        ...(tried === undefined ? {} : { tried }),
      });
    }
    const says = 'Ten connections; client, servers and database share the cores.';
    return [{ name: 'web', title: 'Pages', says, figures }];
  } finally {
    await stack.stop();
    await floor.stop();
  }
}
