import pg from 'pg';
import { listSealedColumns, openWords, type Row, type SealedColumn } from './personal-data.ts';
import { isSealedWithAnOldKey, seal, unseal } from './seal.ts';

export interface Resealed {
  /** Values that were sealed with an older key and now are with the newest. */
  readonly resealed: number;
  /** All that were looked at. */
  readonly seen: number;
}

const batchSize = 200;

/**
 * Seals again, with the first key of `GROUNDWORK_DATA_KEY`, what an older one of it sealed, and seals what an older version kept open; afterwards the older
 * key can be taken out. Can run beside
 * the apps and again after it was broken off: each batch is a transaction, and a value that changed meanwhile is left to whoever changed it.
 * @param ownerUrl As for `migrate`.
 * @throws BrokenSeal when a value opens with none of the keys: nothing of its batch is changed.
 */
export async function resealAll(ownerUrl: string): Promise<Resealed> {
  const owner = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await owner.connect();
  try {
    let [resealed, seen] = [0, 0];
    for (const column of await listSealedColumns(owner)) {
      for (let after: Row | undefined; ; ) {
        const batch = await resealBatch(owner, column, after);
        resealed += batch.resealed;
        seen += batch.rows.length;
        after = batch.rows.at(-1);
        if (after === undefined) break;
      }
    }
    for (const words of openWords) {
      for (let count = batchSize; count === batchSize; ) {
        count = await sealOpenWords(owner, words);
        resealed += count;
        seen += count;
      }
    }
    return { resealed, seen };
  } finally {
    await owner.end();
  }
}

/** Seals what was typed before its field was sealed. Somebody who saves anew meanwhile waits for the row, and then saves over it. */
async function sealOpenWords(owner: pg.Client, words: (typeof openWords)[number]): Promise<number> {
  const { table, plain, sealed, field } = words;
  await owner.query('begin');
  const { rows } = await owner.query<{ practice_id: string; id: string; text: string }>(
    `select practice_id, id, ${plain} as text from public.${table} where ${plain} <> '' limit ${batchSize} for update`,
  );
  for (const { practice_id: practiceId, id, text } of rows) {
    const place = { practiceId, rowId: `${id}/${field}` };
    await owner.query(`update public.${table} set ${plain} = '', ${sealed} = $3 where practice_id = $1 and id = $2`, [
      practiceId,
      id,
      seal(text, place),
    ]);
  }
  await owner.query('commit');
  return rows.length;
}

async function resealBatch(
  owner: pg.Client,
  { table, column, placeOf }: SealedColumn,
  after: Row | undefined,
): Promise<{ readonly rows: readonly Row[]; readonly resealed: number }> {
  const nowhere = '00000000-0000-0000-0000-000000000000';
  await owner.query('begin');
  const { rows } = await owner.query<Row & { readonly sealed: Buffer }>(
    `select *, ${column} as sealed from public.${table}
     where ${column} is not null and (practice_id, id) > ($1, $2) order by practice_id, id limit ${batchSize} for update`,
    [after?.practice_id ?? nowhere, after?.id ?? nowhere],
  );
  let resealed = 0;
  for (const row of rows) {
    if (!isSealedWithAnOldKey(row.sealed)) continue;
    const place = { practiceId: String(row.practice_id), rowId: placeOf(row) };
    await owner.query(`update public.${table} set ${column} = $3 where practice_id = $1 and id = $2`, [
      row.practice_id,
      row.id,
      seal(unseal(row.sealed, place), place),
    ]);
    resealed += 1;
  }
  await owner.query('commit');
  return { rows, resealed };
}
