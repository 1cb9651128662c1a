import { callCoach } from '@groundwork/api/testing/call-as';
import { fillProfile } from '@groundwork/api/testing/fill-profile';
import { newId } from '@groundwork/db/new-id';
import { openOwner } from '@groundwork/db/open-owner';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { addDays, mondayOf, type PlainDate } from '@groundwork/engine/plain-date';
import type pg from 'pg';

/** Two years of training, the running program last: when each starts, in weeks from this one, and how long it is. */
const history = [
  { startsAt: -112, weeks: 52 },
  { startsAt: -60, weeks: 52 },
  { startsAt: -8, weeks: 24 },
] as const;

/** In the order in which one needs the other; each client's rows are copies of the first client's. */
const copied = [
  'client',
  'client_change',
  'run_week',
  'working_load',
  'race',
  'program',
  'program_version',
  'session',
  'prescription',
  'set_log',
] as const;

/** Ids that are the client's own and so differ in each copy; members and the practice are shared. */
const ownIds: readonly string[] = ['id', 'client_id', 'program_id', 'version_id', 'session_id', 'prescription_id'];

/** A practice of one client, whose programs of two years the engine built and the API published, each at its time. */
export async function makeOriginal(ownerUrl: string, now: Date): Promise<TestPractice> {
  const connection = openOwner(ownerUrl);
  try {
    const practice = await makePractice(connection, { clients: 1, spots: 100_000 });
    const [client] = practice.clients;
    if (client === undefined) throw new Error('The practice has no client');
    const thisMonday = mondayOf(now.toISOString().slice(0, 10) as PlainDate);
    const mondays = history.map(({ startsAt }) => addDays(thisMonday, 7 * startsAt));
    await fillProfile(practice, {
      startsOn: mondays[0] ?? thisMonday,
      call: { now: noonOf(mondays[0] ?? thisMonday) },
    });
    for (const [index, { weeks }] of history.entries()) {
      const startsOn = mondays[index] ?? thisMonday;
      const coach = callCoach(practice, 'coach', { now: noonOf(startsOn) });
      const id = newId();
      const { revision } = await coach.programs.build({
        id,
        clientId: client.clientId,
        startsOn,
        weeks,
        sessionsPerWeek: 2,
      });
      await coach.programs.publish({ programId: id, revision, versionId: newId(), effectiveFrom: startsOn });
    }
    return practice;
  } finally {
    await connection.owner.end();
  }
}

const noonOf = (date: PlainDate) => new Date(`${date}T12:00:00Z`);

/** Marks what was due as done, with every set as prescribed. */
export async function logEverything(superuser: pg.Client, original: TestPractice, now: Date): Promise<void> {
  await superuser.query(
    `update session set status = 'done', effort_halves = 14, started_at = date + time '17:00', finished_at = date + time '17:45'
     where practice_id = $1 and date < $2::date`,
    [original.practiceId, now],
  );
  await superuser.query(
    `insert into set_log (practice_id, id, session_id, prescription_id, client_id, exercise_id, set_number, amount, load_hundredths,
       load_unit, rir_halves, logged_at, received_at)
     select s.practice_id, uuidv7((s.date + time '17:00') - now()::timestamp), s.id, p.id, s.client_id, p.exercise_id, number, p.amount,
       p.load_hundredths, p.load_unit, p.rir_halves, s.date + time '17:00' + number * interval '3 minutes', s.date + time '18:00'
     from session s
     join prescription p on p.practice_id = s.practice_id and p.session_id = s.id
     cross join lateral generate_series(1, p.sets) number
     where s.practice_id = $1 and s.status = 'done'
     order by s.date, p.position, number`,
    [original.practiceId],
  );
}

/**
 * Copies the original's client into a practice. `first` to `last` number the copies in the whole database, so that no id comes twice.
 * Keys between rows are not checked while it runs: the copies hang together as the original does.
 */
export async function copyClients(
  superuser: pg.Client,
  original: TestPractice,
  into: TestPractice,
  first: number,
  last: number,
): Promise<void> {
  await superuser.query('set session_replication_role = replica');
  await superuser.query(
    `create or replace function pg_temp.renumber(id uuid, number bigint) returns uuid language sql immutable
     return (left(id::text, 28) || lpad(to_hex(number), 8, '0'))::uuid`,
  );
  for (const table of copied) await copyRows(superuser, table, original, into, first, last);
  await superuser.query(
    `update capacity c set taken = t.count, spots = t.count + 20, ceiling = t.count + 20
     from (select count(*) from client where practice_id = $1) t
     where practice_id = $1`,
    [into.practiceId],
  );
  await superuser.query('set session_replication_role = origin');
}

async function copyRows(
  superuser: pg.Client,
  table: string,
  original: TestPractice,
  into: TestPractice,
  first: number,
  last: number,
): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const columns = rows.map(({ name }) => name);
  const values = columns.map((name) => {
    if (name === 'practice_id') return '$1::uuid';
    if (name === 'coach_id' || name === 'updated_by' || name === 'published_by') return '$2::uuid';
    // Sealed for the original's row alone.
    if (name === 'user_id' || name.endsWith('_sealed')) return 'null';
    if (name === 'email') return `'runner' || copy || '@bench.example'`;
    if (name === 'name' && table === 'client') return `'Runner ' || copy`;
    return ownIds.includes(name) ? `pg_temp.renumber(t."${name}", copy)` : `t."${name}"`;
  });
  await superuser.query(
    `with member_of as (select $2::uuid)
     insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
     select ${values.join(', ')}
     from generate_series($4::bigint, $5::bigint) copy cross join "${table}" t, member_of
     where t.practice_id = $3
     order by copy`,
    [into.practiceId, into.coach.memberId, original.practiceId, first, last],
  );
}
