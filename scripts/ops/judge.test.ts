import { randomBytes } from 'node:crypto';
import type { DatabaseFacts } from '@groundwork/db/examine';
import { expect, it } from 'vitest';
import { judgeBackups, judgeDatabase, judgeDisk, judgeProcess, judgeSecrets, judgeSettings } from './judge.ts';

const quiet: DatabaseFacts = {
  postgres: '18.4',
  answerMs: 0.6,
  clockSkewMs: 0.2,
  migrations: { expected: 6, applied: 6, isCurrent: true },
  unguardedTables: [],
  strongRoles: [],
  unfinishedIndexes: [],
  connections: { used: 12, max: 100 },
  longestTransactionSeconds: 0,
  waitingForLocks: 0,
  jobs: { due: 0, running: 1, givenUp: 0, oldestDueSeconds: 0 },
  mails: { queued: 0, failed: 0, oldestQueuedSeconds: 0 },
  bytes: 12_000_000,
  practices: 1,
};

it('finds nothing in a healthy database', () => {
  expect(judgeDatabase(quiet).filter(({ verdict }) => verdict !== 'fine')).toEqual([]);
});

it.each([
  ['migrations', { migrations: { expected: 7, applied: 6, isCurrent: false } }, 'act', 'pnpm ops migrate'],
  ['migrations', { unfinishedIndexes: ['set_logs_next'] }, 'look', 'set_logs_next is unfinished: run pnpm ops migrate'],
  ['guards', { unguardedTables: ['race'] }, 'act', 'not guarded: race'],
  ['guards', { strongRoles: ['groundwork_app'] }, 'act', 'NOBYPASSRLS'],
  ['clock', { clockSkewMs: -45_000 }, 'act', '-45000 ms'],
  ['connections', { connections: { used: 75, max: 100 } }, 'look', '75 of 100'],
  ['queue', { jobs: { due: 40, running: 0, givenUp: 0, oldestDueSeconds: 1000 } }, 'act', 'is a worker running?'],
  ['queue', { jobs: { due: 0, running: 0, givenUp: 2, oldestDueSeconds: 0 } }, 'look', '2 given up'],
  ['mail', { mails: { queued: 3, failed: 0, oldestQueuedSeconds: 400 } }, 'look', '3 queued'],
  ['mail', { mails: { queued: 0, failed: 30, oldestQueuedSeconds: 0 } }, 'act', '30 failed'],
] as const)('says of %s what is wrong', (subject, change, verdict, words) => {
  const finding = judgeDatabase({ ...quiet, ...change }).find((one) => one.subject === subject);
  expect(finding).toMatchObject({ verdict, says: expect.stringContaining(words) });
});

it('minds the disk', () => {
  expect([0.5, 0.15, 0.04].map((share) => judgeDisk('/data', share * 1e9, 1e9).verdict)).toEqual([
    'fine',
    'look',
    'act',
  ]);
});

it('minds the age of the newest backup', () => {
  const now = new Date('2026-03-19T09:00:00Z');
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  expect([hoursAgo(5), hoursAgo(30), hoursAgo(200), undefined].map((made) => judgeBackups('/b', made, now))).toEqual([
    { verdict: 'fine', subject: 'backup', says: 'the newest in /b is 5 hours old' },
    { verdict: 'look', subject: 'backup', says: 'the newest in /b is 30 hours old' },
    { verdict: 'act', subject: 'backup', says: 'the newest in /b is 8 days old' },
    { verdict: 'look', subject: 'backup', says: 'none in /b: run pnpm ops backup' },
  ]);
});

it('lets a demo be one, and wants https, mail and no demo for the rest', () => {
  expect(judgeSettings({}).some(({ verdict }) => verdict === 'act')).toBe(false);
  const real = {
    GROUNDWORK_DEMO: '0',
    GROUNDWORK_COACH_URL: 'http://a.example',
    GROUNDWORK_PORTAL_URL: 'https://b.example',
  };
  expect(
    judgeSettings(real)
      .filter(({ verdict }) => verdict === 'act')
      .map(({ subject }) => subject),
  ).toEqual(['address', 'proxy', 'mail server']);
  const named = judgeSettings({ ...real, GROUNDWORK_TRUSTED_PROXIES: '10.0.0.2' });
  expect(named.find(({ subject }) => subject === 'proxy')?.verdict).toBe('fine');
});

it('passes on what a process remarks', () => {
  expect(judgeProcess('portal', 3001, { ready: true, reasons: [] })).toMatchObject([{ verdict: 'fine' }]);
  expect(judgeProcess('portal', 3001, { ready: false, reasons: ['draining'] })).toMatchObject([
    { verdict: 'act', says: 'not ready on port 3001: draining' },
  ]);
  expect(judgeProcess('portal', 3001, { ready: true, reasons: [], remarks: ['unnamed_proxy'] })).toMatchObject([
    { verdict: 'fine', subject: 'portal' },
    { verdict: 'look', subject: 'proxy' },
  ]);
});

it('tells weak secrets without telling them', () => {
  const dataKey = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64');
  const strong = { secret: randomBytes(24).toString('base64url'), dataKey, passwords: ['Jd82kLqpZx01nVbT'] };
  expect(judgeSecrets(strong)).toMatchObject([{ verdict: 'fine' }]);
  const weak = judgeSecrets({
    secret: 'change-me-change-me-change-me-please',
    dataKey: 'c2hvcnQ=',
    passwords: ['postgres'],
  });
  expect(weak).toMatchObject([
    { verdict: 'act', says: 'guessable: GROUNDWORK_SECRET, GROUNDWORK_DATA_KEY, a database password' },
  ]);
});
