import type { DatabaseFacts } from '@groundwork/db/examine';

export type Verdict = 'fine' | 'look' | 'act';

export interface Finding {
  readonly verdict: Verdict;
  readonly subject: string;
  readonly says: string;
}

/** From when on a number is worth a look, and from when on somebody has to act. */
export const limits = {
  answerMs: { look: 50, act: 1000 },
  clockSkewMs: { look: 1000, act: 30_000 },
  /** Share of the server's connections. */
  connections: { look: 0.7, act: 0.9 },
  longestTransactionSeconds: { look: 15, act: 300 },
  waitingForLocks: { look: 1, act: 20 },
  oldestDueSeconds: { look: 60, act: 900 },
  oldestMailSeconds: { look: 300, act: 3600 },
  failedMails: { look: 1, act: 20 },
  backupAgeHours: { look: 26, act: 24 * 7 },
  /** Of the disk, free. */
  freeDiskShare: { look: 0.2, act: 0.05 },
} as const;

const above = (value: number, { look, act }: { readonly look: number; readonly act: number }): Verdict =>
  value >= act ? 'act' : value >= look ? 'look' : 'fine';
const below = (value: number, { look, act }: { readonly look: number; readonly act: number }): Verdict =>
  value <= act ? 'act' : value <= look ? 'look' : 'fine';

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000).toLocaleString('en')} MB`;

/** What a database's numbers mean. */
export function judgeDatabase(facts: DatabaseFacts): readonly Finding[] {
  const { migrations, connections, jobs, mails } = facts;
  const finding = (verdict: Verdict, subject: string, says: string): Finding => ({ verdict, subject, says });
  return [
    finding(
      above(facts.answerMs, limits.answerMs),
      'database',
      `PostgreSQL ${facts.postgres} answers in ${facts.answerMs.toFixed(1)} ms; ${megabytes(facts.bytes)}, ${facts.practices} ${facts.practices === 1 ? 'practice' : 'practices'}`,
    ),
    finding(
      above(Math.abs(facts.clockSkewMs), limits.clockSkewMs),
      'clock',
      `the database's clock is ${Math.round(facts.clockSkewMs)} ms from this machine's`,
    ),
    finding(
      migrations.isCurrent ? (facts.unfinishedIndexes.length === 0 ? 'fine' : 'look') : 'act',
      'migrations',
      [
        `${migrations.applied} applied, ${migrations.expected} needed`,
        ...facts.unfinishedIndexes.map((name) => `${name} is unfinished`),
        ...(migrations.isCurrent && facts.unfinishedIndexes.length === 0 ? [] : ['run pnpm ops migrate']),
      ].join(': '),
    ),
    finding(
      facts.unguardedTables.length + facts.strongRoles.length === 0 ? 'fine' : 'act',
      'guards',
      [
        facts.unguardedTables.length === 0
          ? 'row-level security stands on every table'
          : `not guarded: ${facts.unguardedTables.join(', ')}: run pnpm ops migrate`,
        ...(facts.strongRoles.length === 0
          ? []
          : [`bypass it: ${facts.strongRoles.join(', ')}: ALTER ROLE … NOSUPERUSER NOBYPASSRLS`]),
      ].join('; '),
    ),
    finding(
      above(connections.used / connections.max, limits.connections),
      'connections',
      `${connections.used} of ${connections.max} in use`,
    ),
    finding(
      above(facts.longestTransactionSeconds, limits.longestTransactionSeconds),
      'transactions',
      `the longest has run for ${facts.longestTransactionSeconds} s`,
    ),
    finding(
      above(facts.waitingForLocks, limits.waitingForLocks),
      'locks',
      `${facts.waitingForLocks} statements wait for one`,
    ),
    finding(
      jobs.givenUp > 0 ? 'look' : above(jobs.oldestDueSeconds, limits.oldestDueSeconds),
      'queue',
      `${jobs.due} due, ${jobs.running} running, ${jobs.givenUp} given up; the oldest has waited ${jobs.oldestDueSeconds} s${
        above(jobs.oldestDueSeconds, limits.oldestDueSeconds) === 'act' ? ': is a worker running?' : ''
      }`,
    ),
    finding(
      mails.failed > 0
        ? above(mails.failed, limits.failedMails)
        : above(mails.oldestQueuedSeconds, limits.oldestMailSeconds),
      'mail',
      `${mails.queued} queued, the oldest for ${mails.oldestQueuedSeconds} s; ${mails.failed} failed${mails.failed > 0 ? ': the practice’s outbox says why' : ''}`,
    ),
  ];
}

/** @param said what the process answers to `/readyz`. */
export function judgeProcess(
  name: string,
  port: number,
  said: { readonly ready: boolean; readonly reasons: readonly string[]; readonly remarks?: readonly string[] },
): readonly Finding[] {
  const own: Finding = said.ready
    ? { verdict: 'fine', subject: name, says: `ready on port ${port}` }
    : { verdict: 'act', subject: name, says: `not ready on port ${port}: ${said.reasons.join(', ')}` };
  if (!said.remarks?.includes('unnamed_proxy')) return [own];
  const says = `${name} was asked through an address that GROUNDWORK_TRUSTED_PROXIES does not name: if it is your proxy, all its visitors count as one`;
  return [own, { verdict: 'look', subject: 'proxy', says }];
}

export const judgeDisk = (folder: string, free: number, size: number): Finding => ({
  verdict: below(free / size, limits.freeDiskShare),
  subject: 'disk',
  says: `${megabytes(free)} free of ${megabytes(size)} at ${folder}`,
});

/**
 * @param newest When the newest whole backup was made; undefined when there is none.
 */
export function judgeBackups(folder: string, newest: Date | undefined, now: Date): Finding {
  const subject = 'backup';
  if (newest === undefined) return { verdict: 'look', subject, says: `none in ${folder}: run pnpm ops backup` };
  const hours = (now.getTime() - newest.getTime()) / 3_600_000;
  const age = hours < 48 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`;
  return { verdict: above(hours, limits.backupAgeHours), subject, says: `the newest in ${folder} is ${age} old` };
}

const addressVariables = ['GROUNDWORK_COACH_URL', 'GROUNDWORK_PORTAL_URL'] as const;

/** What the settings of a production installation must be. A demo on this machine alone is allowed to be one. */
export function judgeSettings(env: Readonly<Record<string, string | undefined>>): readonly Finding[] {
  const isDemo = env.GROUNDWORK_DEMO !== '0';
  const act: Verdict = isDemo ? 'look' : 'act';
  const says = (verdict: Verdict, subject: string, text: string): Finding => ({ verdict, subject, says: text });
  const findings: Finding[] = [
    isDemo
      ? says(
          'look',
          'demo',
          'anybody who reaches the apps can sign in as a demo person: set GROUNDWORK_DEMO=0 for real clients',
        )
      : says('fine', 'demo', 'off'),
  ];
  for (const name of addressVariables) {
    const value = env[name];
    if (value === undefined || value === '')
      findings.push(says(act, 'address', `${name} is not set: letters link to localhost`));
    else if (!value.startsWith('https://'))
      findings.push(
        says(act, 'address', `${name}=${value} is not https: sign-in cookies and health data travel readable`),
      );
    else findings.push(says('fine', 'address', `${name}=${value}`));
  }
  // Neither app speaks TLS itself.
  const isBehindProxy = addressVariables.some((name) => env[name]?.startsWith('https://'));
  if (isBehindProxy)
    findings.push(
      env.GROUNDWORK_TRUSTED_PROXIES
        ? says('fine', 'proxy', `named: ${env.GROUNDWORK_TRUSTED_PROXIES}`)
        : says(
            act,
            'proxy',
            'GROUNDWORK_TRUSTED_PROXIES is not set: all visitors count as one, and limits hit them all',
          ),
    );
  if (!env.SMTP_URL) findings.push(says(act, 'mail server', 'SMTP_URL is not set: letters go to the local mailbox'));
  else
    findings.push(
      says(
        'fine',
        'mail server',
        `set, ${env.SMTP_URL.startsWith('smtps:') ? 'with TLS' : 'TLS as the server offers it'}`,
      ),
    );
  return findings;
}

/** Keys and secrets, by their strength; never their values. */
export function judgeSecrets(secrets: {
  readonly secret: string;
  readonly dataKey: string;
  readonly passwords: readonly string[];
}): readonly Finding[] {
  const weak: string[] = [];
  if (isGuessable(secrets.secret, 32)) weak.push('GROUNDWORK_SECRET');
  if (secrets.dataKey.split(',').some((key) => Buffer.from(key.trim(), 'base64').length !== 32 || isGuessable(key, 40)))
    weak.push('GROUNDWORK_DATA_KEY');
  if (secrets.passwords.some((password) => isGuessable(password, 16))) weak.push('a database password');
  return [
    weak.length === 0
      ? { verdict: 'fine', subject: 'secrets', says: 'long, and none that comes with the project' }
      : { verdict: 'act', subject: 'secrets', says: `guessable: ${weak.join(', ')}` },
  ];
}

/** Too short, too few different letters, or words that stand in examples. */
const isGuessable = (value: string, least: number): boolean =>
  value.length < least || new Set(value).size < 10 || /change.?me|secret|password|example|default/i.test(value);
