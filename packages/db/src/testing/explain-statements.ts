import pg from 'pg';
import { listenToStatements, type Statement } from './listen-to-statements.ts';

/** The statements that a piece of work asks of the database, but for those that open and end transactions. */
export async function listStatements(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const stop = listenToStatements((statement) => {
    if (/^\s*(select|with|insert|update|delete)\b/i.test(statement.text)) statements.push(statement);
  });
  try {
    await work();
  } finally {
    stop();
  }
  return statements;
}

/**
 * A statement's plan without its costs, as the app's role gets it in the practice.
 * @param settings Of the planner, such as "enable_seqscan = off".
 */
export async function explain(
  appUrl: string | undefined,
  practiceId: string,
  { text, values }: Statement,
  settings: readonly string[] = [],
): Promise<string> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    await client.query(`begin; set local groundwork.practice_id = '${practiceId}'`);
    for (const setting of settings) await client.query(`set local ${setting}`);
    const { rows } = await client.query(`explain (costs off) ${text}`, [...values]);
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  } finally {
    await client.end();
  }
}
