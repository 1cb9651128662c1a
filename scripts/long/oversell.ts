import { callCoach } from '@groundwork/api/testing/call-as';
import { makeToken } from '@groundwork/api/token';
import { expireOffer } from '@groundwork/api/worker/expire-offer';
import { fillOpeningNow } from '@groundwork/api/worker/fill-opening';
import { newId } from '@groundwork/db/new-id';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { seedRandom } from '@groundwork/engine/simulate/seeded-random';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';
import { openRig, pause, type Rig } from './rig.ts';

const duplicateShare = 0.1;
const abortShare = 0.05;
const cancelShare = 0.1;
/** Of one who is told to come back. */
const mostPresses = 60;

interface Round {
  readonly oversold: number;
  readonly lost: number;
  readonly skipped: number;
  readonly doubleMails: number;
  readonly broken: number;
  readonly naive: number;
}

/** Everybody in line presses at once, with a right to a spot or without, over two instances; whoever declines or is cut off makes room or not. */
export async function run({ oversell }: Parameters): Promise<readonly Claim[]> {
  const rig = await openRig();
  try {
    const apps = [await rig.startApp('portal'), await rig.startApp('portal')].map(({ url }) => url);
    const random = seedRandom(20).next;
    const rounds: Round[] = [];
    for (let round = 0; round < oversell.rounds; round++) rounds.push(await playRound(rig, apps, oversell, random));
    const sum = (key: keyof Round) => rounds.reduce((total, one) => total + one[key], 0);
    const [oversold, lost, skipped, doubleMails, broken, naive] = (
      ['oversold', 'lost', 'skipped', 'doubleMails', 'broken', 'naive'] as const
    ).map(sum) as [number, number, number, number, number, number];
    return [
      {
        claim: 'no spot sold twice',
        done: `${oversell.rounds} rounds over two instances: ${oversell.people} people press at once on ${oversell.spots} spots, 10 % twice, 5 % cut off, 10 % of those with a spot decline; who hears 503 presses again`,
        found: `${oversold} oversold, ${lost} lost, ${skipped} skipped, ${doubleMails} double mails, ${broken} server errors; a naive double beside it oversold ${naive}`,
        holds: oversold + lost + skipped + doubleMails + broken === 0 && naive > 0,
      },
    ];
  } finally {
    await rig.close();
  }
}

async function playRound(
  rig: Rig,
  apps: readonly string[],
  { people, spots }: Parameters['oversell'],
  random: () => number,
): Promise<Round> {
  const { owner } = rig.owner;
  const practice = await makePractice(rig.owner, { clients: 0, spots });
  const { practiceId } = practice;
  const now = new Date();
  const entryIds = Array.from({ length: people }, newId);
  await owner.query(
    `insert into waitlist_entry (practice_id, id, name, email, goal, status, token_hash, joined_at, confirmed_at)
     select $1, id, 'Runner', id || '@example.org', 'marathon', 'waiting', id::text, $3, $3::timestamptz - interval '1 day' + n * interval '1 second'
     from unnest($2::uuid[]) with ordinality as line(id, n)`,
    [practiceId, entryIds, now],
  );
  // Everybody was offered a spot once and let it pass: all have a link to press.
  const earlier = newId();
  await owner.query(
    `insert into opening (practice_id, id, spots, hold_hours, status, opened_by, closed_at) values ($1, $2, $3, 1, 'closed', $4, $5)`,
    [practiceId, earlier, Math.min(people, 200), practice.coach.memberId, now],
  );
  const passed = new Map(entryIds.map((id) => [id, newId()]));
  await owner.query(
    `insert into offer (practice_id, id, opening_id, entry_id, status, token_hash, offered_at, expires_at, settled_at)
     select $1, id, $2, entry, 'expired', id::text, $5, $5, $5 from unnest($3::uuid[], $4::uuid[]) as passed(entry, id)`,
    [practiceId, earlier, [...passed.keys()], [...passed.values()], now],
  );
  const coach = callCoach(practice, 'coach', { now });
  const { opening } = await coach.waitlist.open({ id: newId(), spots, holdHours: 48 });
  let broken = 0;
  for (let wave = 0; wave < spots; wave++) {
    const held = await listHeld(rig, practice);
    if (held.size === 0) break;
    // The first wave is everybody; the later ones are those who moved up.
    const pressing = wave === 0 ? entryIds : [...held.keys()];
    const posts = pressing.flatMap((entryId, index) => {
      const offerId = held.get(entryId) ?? passed.get(entryId) ?? '';
      const declines = wave === 0 && held.has(entryId) && random() < cancelShare;
      const cutOffMs = random() < abortShare ? 1 + random() * 40 : undefined;
      const post = {
        url: apps[index % 2] ?? '',
        procedure: declines ? 'offer.decline' : 'offer.claim',
        offerId,
        cutOffMs,
      };
      return random() < duplicateShare
        ? [post, { ...post, url: apps[(index + 1) % 2] ?? '', cutOffMs: undefined }]
        : [post];
    });
    const statuses = await Promise.all(posts.map((post) => press(practice, post)));
    broken += statuses.filter((status) => status >= 500).length;
    await fillOpeningNow({ practiceId, openingId: opening.openingId, now });
    // Whoever was cut off before the server read her press lets the spot pass in the end.
    if (wave > 0) {
      const late = new Date(now.getTime() + 72 * 3_600_000);
      for (const offerId of (await listHeld(rig, practice)).values())
        await expireOffer({ practiceId, offerId, now: late });
    }
  }
  return { ...(await readRound(rig, practice, earlier, spots)), broken, naive: await sellNaively(rig, people, spots) };
}

async function listHeld(rig: Rig, { practiceId }: TestPractice): Promise<ReadonlyMap<string, string>> {
  const { rows } = await rig.owner.owner.query(
    `select entry_id as "entryId", id from offer where practice_id = $1 and status = 'held'`,
    [practiceId],
  );
  return new Map(rows.map(({ entryId, id }) => [entryId, id]));
}

interface Press {
  readonly url: string;
  readonly procedure: string;
  readonly offerId: string;
  readonly cutOffMs: number | undefined;
}

async function press(
  { practiceId, slug }: TestPractice,
  { url, procedure, offerId, cutOffMs }: Press,
): Promise<number> {
  const token = makeToken('offer', { practiceId, id: offerId });
  const once = async () => {
    try {
      const response = await fetch(`${url}/api/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json: { slug, token } }),
        signal: AbortSignal.timeout(cutOffMs ?? 60_000),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  };
  // 503 says that nothing was done and to come back in a second.
  for (let pressed = 1; ; pressed++) {
    const status = await once();
    if (status !== 503 || pressed === mostPresses) return status;
    await pause(1000);
  }
}

/** @param earlier The opening that gave everybody a link: nothing of it counts. */
async function readRound(rig: Rig, { practiceId }: TestPractice, earlier: string, spots: number) {
  const { rows } = await rig.owner.owner.query(
    `with place as (
       select id, row_number() over (order by confirmed_at, id) as place from waitlist_entry where practice_id = $1
     ), now_offered as (
       select distinct o.entry_id from offer o
       where o.practice_id = $1 and o.opening_id <> $2
     )
     select (select count(*)::int from client where practice_id = $1 and status <> 'archived') as clients,
       (select taken from capacity where practice_id = $1) as taken,
       (select count(*)::int from offer where practice_id = $1 and status = 'held') as held,
       (select count(*)::int from waitlist_entry where practice_id = $1 and status = 'claimed') as claimed,
       (select count(*)::int from offer where practice_id = $1 and status = 'claimed') as "offersClaimed",
       (select coalesce(max(place), 0)::int - count(*)::int from place join now_offered on entry_id = id) as skipped,
       (select count(*)::int from (select recipient, template from mail where practice_id = $1 and template = 'offer'
          group by 1, 2 having count(*) > 1) twice) as "doubleMails"`,
    [practiceId, earlier],
  );
  const { clients, taken, held, claimed, offersClaimed, skipped, doubleMails } = rows[0];
  return {
    oversold: Math.max(0, taken - spots) + Math.max(0, clients + held - spots),
    lost: Math.abs(claimed - clients) + Math.abs(offersClaimed - clients) + Math.abs(taken - clients - held),
    skipped,
    doubleMails,
  };
}

/** Looking first and writing then: how many more than there were. */
async function sellNaively(rig: Rig, people: number, spots: number): Promise<number> {
  const { owner } = rig.owner;
  await owner.query('create table naive_claim (id uuid primary key)');
  await Promise.all(
    Array.from({ length: people }, async () => {
      const { rows } = await owner.query('select count(*)::int as taken from naive_claim');
      if (rows[0].taken < spots) await owner.query('insert into naive_claim values ($1)', [newId()]);
    }),
  );
  const { rows } = await owner.query('select count(*)::int as taken from naive_claim');
  await owner.query('drop table naive_claim');
  return Math.max(0, rows[0].taken - spots);
}
