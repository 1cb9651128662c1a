import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '@groundwork/db/back-up';
import { migrate, urlOf } from '@groundwork/db/migrate';
import { restore } from '@groundwork/db/restore';
import { onDatabase, runAs } from '@groundwork/db/testing/global-setup';
import { makeAthletes, nextSet, sendSet } from './athletes.ts';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';
import { openRig } from './rig.ts';

/** A backup taken while clients write, restored beside its source, and served from. */
export async function run({ backup }: Parameters): Promise<readonly Claim[]> {
  const rig = await openRig();
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-long-backup-'));
  try {
    const { athletes } = await makeAthletes(rig.owner, backup.clients);
    const [athlete] = athletes;
    if (!athlete) throw new Error('There are athletes');
    await rig.owner.owner.query(
      `insert into set_log (practice_id, id, session_id, prescription_id, client_id, exercise_id, set_number, amount, logged_at)
       select s.practice_id, gen_random_uuid(), s.id, p.id, s.client_id, p.exercise_id, 1 + n % 3, 6, now() - n * interval '1 minute'
       from generate_series(1, $1) n, lateral (select * from session order by id limit 1) s
       join prescription p on p.practice_id = s.practice_id and p.session_id = s.id and p.position = 1`,
      [backup.logs],
    );
    const app = await rig.startApp('portal');
    let going = true;
    let written = 0;
    const writing = (async () => {
      while (going) if ((await sendSet(app.url, nextSet(athlete))) === 200) written++;
    })();
    const start = performance.now();
    const first = await backUp(rig.owner.ownerUrl, join(folder, 'first'));
    const tookMs = performance.now() - start;
    going = false;
    await writing;
    await runAs(rig.superuserUrl, 'create database restored owner groundwork_owner');
    const target = onDatabase(rig.owner.ownerUrl, 'restored');
    await migrate({ ownerUrl: target, passwords: rig.passwords });
    await restore(target, join(folder, 'first'));
    const second = await backUp(target, join(folder, 'second'));
    const equal = JSON.stringify(first.tables) === JSON.stringify(second.tables);
    const restored = await rig.startApp('portal', {
      env: {
        GROUNDWORK_APP_DATABASE_URL: urlOf(target, 'app', rig.passwords.app),
        GROUNDWORK_AUTH_DATABASE_URL: urlOf(target, 'auth', rig.passwords.auth),
      },
    });
    // Whoever was signed in is, and goes on training.
    const page = await fetch(`${restored.url}/today`, { headers: { cookie: athlete.cookie }, redirect: 'manual' });
    const logged = await sendSet(restored.url, nextSet(athlete));
    const rows = first.tables.reduce((sum, table) => sum + table.rows, 0);
    return [
      {
        claim: 'backup restores',
        done: `backup while a client writes (${written} sets meanwhile), restore into an empty database, backup of that, an app on it`,
        found: `${rows.toLocaleString('en')} rows of ${first.tables.length} tables in ${Math.round(tookMs)} ms; counts and checksums ${equal ? 'equal' : 'NOT equal'}; Today ${page.status}, a set logged ${logged}`,
        holds: equal && page.status === 200 && logged === 200,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rig.close();
  }
}
