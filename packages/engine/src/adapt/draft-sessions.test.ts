import { expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { draftSessions } from './draft-sessions.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 6, sessionsPerWeek: 2 });
const [session, other] = built.ok ? (built.value.program.weeks[1]?.sessions ?? []) : [];
const [first, second] = session?.prescriptions ?? [];
if (!session || !other || !first || !second) throw new Error('The article’s runner has two sessions');

test('a session is as it is until something is put into it', () => {
  const drafts = draftSessions();
  expect(drafts.now(session)).toBe(session);
  expect(drafts.isChanged(session, first.slot)).toBe(false);
});

test('what was put into a slot stands there for the next change, and the session given is left as it is', () => {
  const drafts = draftSessions();
  const before = JSON.stringify(session);
  drafts.replace(session, first.slot, { ...first, exerciseId: 'gm_clam' });
  drafts.replace(session, second.slot, null);
  const ids = drafts.now(session).prescriptions.map(({ exerciseId }) => exerciseId);
  expect(ids).toHaveLength(session.prescriptions.length - 1);
  expect(ids[0]).toBe('gm_clam');
  expect(ids).not.toContain(second.exerciseId);
  expect(JSON.stringify(session)).toBe(before);
  expect([first, second].map(({ slot }) => drafts.isChanged(session, slot))).toEqual([true, true]);
  expect(drafts.isChanged(other, first.slot)).toBe(false);
  expect(drafts.now(other)).toBe(other);
});
