import { newId } from '@groundwork/db/new-id';
import { addMember, makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { expect, it } from 'vitest';
import { codeOf } from '../errors.ts';
import { addSession } from '../testing/add-session.ts';
import { callClient, callCoach, callCoachAs, memberPrincipal, testNow } from '../testing/call-as.ts';

const database = useTestDatabase();

async function arrange() {
  const practice = await makePractice(database, { clients: 2 });
  const session = await addSession(database, practice);
  const set = {
    id: newId(),
    sessionId: session.sessionId,
    prescriptionId: session.prescriptionIds[0] ?? '',
    setNumber: 1,
    amount: 6,
    load: { hundredths: 4000, unit: 'kg' as const },
    rir: 2,
    loggedAt: testNow,
  };
  return { practice, session, set, api: callClient(practice) };
}

const countLogs = async (sessionId: string) =>
  (await database.owner.query('select count(*)::int as count from set_log where session_id = $1', [sessionId])).rows[0]
    .count;

it('keeps one row however often a set is sent', async () => {
  const { session, set, api } = await arrange();
  const answers = await Promise.all(Array.from({ length: 5 }, () => api.session.logSet(set)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await countLogs(session.sessionId)).toBe(1);
});

it('freezes the session with its first set', async () => {
  const { session, set, api } = await arrange();
  await api.session.logSet(set);
  const after = await api.session.get({ sessionId: session.sessionId });
  expect(after.state).toBe('in_progress');
  expect(after.startedAt).toEqual(testNow);
  expect(after.prescriptions[0]?.logs).toEqual([
    {
      setLogId: set.id,
      setNumber: 1,
      amount: 6,
      amountOtherSide: null,
      load: { hundredths: 4000, unit: 'kg' },
      rir: 2,
      loggedAt: testNow,
    },
  ]);
  expect(after.sets).toEqual({ planned: 6, logged: 1 });
});

it('counts the newest log of a set and keeps the older one', async () => {
  const { practice, session, set, api } = await arrange();
  await api.session.logSet(set);
  const later = new Date(testNow.getTime() + 60_000);
  const apiLater = callClient(practice, practice.clients[0], { now: later });
  await apiLater.session.logSet({ ...set, id: newId(), amount: 4, loggedAt: later });
  const after = await api.session.get({ sessionId: session.sessionId });
  expect(after.prescriptions[0]?.logs.map(({ amount }) => amount)).toEqual([4]);
  expect(await countLogs(session.sessionId)).toBe(2);
});

it('a phone whose clock runs ahead dates nothing past its arrival: a later correction counts, and a retry changes nothing', async () => {
  const { practice, session, set, api } = await arrange();
  const ahead = { ...set, loggedAt: new Date(testNow.getTime() + 2 * 86_400_000) };
  const { log } = await api.session.logSet(ahead);
  expect(log.loggedAt).toEqual(testNow);
  const later = new Date(testNow.getTime() + 60_000);
  const apiLater = callClient(practice, practice.clients[0], { now: later });
  expect((await apiLater.session.logSet(ahead)).log.loggedAt, 'sent again').toEqual(testNow);
  await apiLater.session.logSet({ ...set, id: newId(), amount: 4, loggedAt: later });
  const shown = await apiLater.session.get({ sessionId: session.sessionId });
  expect(shown.prescriptions[0]?.logs).toMatchObject([{ amount: 4, loggedAt: later }]);
});

it('finishes once: the second finish changes nothing', async () => {
  const { session, api } = await arrange();
  const first = await api.session.finish({ sessionId: session.sessionId, at: testNow, effort: 7, note: 'Good' });
  const second = await api.session.finish({ sessionId: session.sessionId, at: testNow, effort: 2, note: 'Bad' });
  expect(second).toEqual(first);
  expect(first).toMatchObject({ state: 'done', effort: 7, note: 'Good', finishedAt: testNow, startedAt: testNow });
  const { rows } = await database.owner.query('select note, note_sealed from session where id = $1', [
    session.sessionId,
  ]);
  expect(rows).toEqual([{ note: '', note_sealed: expect.any(Buffer) }]);
  expect(rows[0].note_sealed.toString('latin1')).not.toContain('Good');
});

it('remembers what she lifted for the next program', async () => {
  const { practice, session, set, api } = await arrange();
  await api.session.logSet(set);
  await api.session.logSet({ ...set, id: newId(), setNumber: 2, load: { hundredths: 4250, unit: 'kg' } });
  await api.session.logSet({ ...set, id: newId(), setNumber: 3, amount: 0, load: { hundredths: 5000, unit: 'kg' } });
  await api.session.finish({ sessionId: session.sessionId, at: testNow });
  const { rows } = await database.owner.query(
    'select exercise_id, hundredths, unit, set_on::text from working_load where practice_id = $1',
    [practice.practiceId],
  );
  expect(rows).toEqual([{ exercise_id: 'cg_single', hundredths: 4250, unit: 'kg', set_on: '2026-03-19' }]);
});

it('shows what she did the last time', async () => {
  const { practice, session, set, api } = await arrange();
  await api.session.logSet(set);
  const next = await addSession(database, practice, { date: '2026-03-23', key: 'w02-A', programId: session.programId });
  // Another client who did the same exercise since is no part of it.
  const [, other] = practice.clients;
  const ofOther = await addSession(database, practice, { clientId: other?.clientId ?? '', date: '2026-03-20' });
  await callClient(practice, other).session.logSet({
    ...set,
    id: newId(),
    sessionId: ofOther.sessionId,
    prescriptionId: ofOther.prescriptionIds[0] ?? '',
    loggedAt: new Date(testNow.getTime() + 86_400_000),
  });
  const view = await api.session.get({ sessionId: next.sessionId });
  expect(view.prescriptions[0]?.lastTime).toEqual({
    date: '2026-03-19',
    sets: [{ setNumber: 1, amount: 6, amountOtherSide: null, load: { hundredths: 4000, unit: 'kg' }, rir: 2 }],
  });
  expect(view.prescriptions[1]?.lastTime).toBeNull();
});

it('lets her log a day early or late: only the session decides', async () => {
  const { practice } = await arrange();
  const tomorrow = await addSession(database, practice, { date: '2026-03-20' });
  const yesterday = await addSession(database, practice, { date: '2026-03-18' });
  const api = callClient(practice);
  expect((await api.session.get({ sessionId: yesterday.sessionId })).state).toBe('missed');
  for (const { sessionId } of [tomorrow, yesterday]) {
    expect((await api.session.start({ sessionId, at: testNow })).state).toBe('in_progress');
  }
});

it('gives another client of the practice the answer of a missing session', async () => {
  const { practice, session, set } = await arrange();
  const other = callClient(practice, practice.clients[1]);
  const missing = { ...set, sessionId: newId() };
  const answers = await Promise.all(
    [
      other.session.logSet(set),
      other.session.logSet(missing),
      other.session.get({ sessionId: session.sessionId }),
      other.session.start({ sessionId: session.sessionId, at: testNow }),
      other.session.finish({ sessionId: session.sessionId, at: testNow }),
    ].map((call) => call.then(() => 'answered', codeOf)),
  );
  expect(answers).toEqual(Array(5).fill('NOT_FOUND'));
  expect(await countLogs(session.sessionId)).toBe(0);
});

it('answers with the row of an id only to the client, session and set that it is of', async () => {
  const { practice, session, set, api } = await arrange();
  await api.session.logSet(set);
  const [, other] = practice.clients;
  const ofOther = await addSession(database, practice, { clientId: other?.clientId ?? '' });
  const own = { sessionId: ofOther.sessionId, prescriptionId: ofOther.prescriptionIds[0] ?? '' };
  const answers = await Promise.all(
    [
      api.session.logSet({ ...set, sessionId: newId() }),
      api.session.logSet({ ...set, prescriptionId: session.prescriptionIds[1] ?? '' }),
      callClient(practice, other).session.logSet(set),
      callClient(practice, other).session.logSet({ ...set, ...own }),
    ].map((call) => call.then(() => 'answered', codeOf)),
  );
  expect(answers).toEqual(Array(4).fill('NOT_FOUND'));
});

it('is seen by her coach, and by no other of the practice', async () => {
  const { practice, session, set, api } = await arrange();
  await api.session.logSet(set);
  const { sessionId } = session;
  expect((await callCoach(practice).sessions.get({ sessionId })).sets).toEqual({ planned: 6, logged: 1 });
  const email = `other@${practice.slug}.example`;
  const otherCoach = await addMember(database, practice.practiceId, 'coach', email, 'Otto Other');
  const { sessions } = callCoachAs(memberPrincipal(practice, otherCoach, 'coach'));
  for (const id of [sessionId, newId()]) {
    expect(await sessions.get({ sessionId: id }).then(() => 'answered', codeOf)).toBe('NOT_FOUND');
  }
});

it('finds each client herself, and nobody who was erased since she asked', async () => {
  const { practice } = await arrange();
  const [first, second] = practice.clients;
  for (const one of [first, second]) {
    expect((await callClient(practice, one).profile.get()).profile.name).toBe(one?.name);
  }
  const erased = second && { ...second, clientId: newId() };
  const answer = callClient(practice, erased).profile.get();
  expect(await answer.then(() => 'answered', codeOf)).toBe('NOT_FOUND');
});

it("refuses another session's prescription", async () => {
  const { practice, set, api } = await arrange();
  const other = await addSession(database, practice, { date: '2026-03-23', key: 'w02-A' });
  const mixed = { ...set, prescriptionId: other.prescriptionIds[0] ?? '' };
  expect(await api.session.logSet(mixed).then(() => 'answered', codeOf)).toBe('NOT_FOUND');
});

it.each([
  ['a negative load', { load: { hundredths: -1, unit: 'kg' as const } }],
  ['a set that is not whole', { amount: 2.5 }],
  ['a third of a rep in reserve', { rir: 0.33 }],
  ['a thirteenth set', { setNumber: 13 }],
])('refuses %s and changes nothing', async (_, wrong) => {
  const { session, set, api } = await arrange();
  expect(await api.session.logSet({ ...set, ...wrong }).then(() => 'answered', codeOf)).toBe('INVALID_INPUT');
  expect(await countLogs(session.sessionId)).toBe(0);
});

it('opens Today on her own session, though another client is under way with hers', async () => {
  const { practice, session, api } = await arrange();
  const [, other] = practice.clients;
  const { sessionId } = await addSession(database, practice, { clientId: other?.clientId ?? '' });
  await callClient(practice, other).session.start({ sessionId, at: testNow });
  expect((await api.today()).session).toMatchObject({ sessionId: session.sessionId, state: 'planned' });
});

it('opens Today on the session under way, with the week around it', async () => {
  const { practice, session, set, api } = await arrange();
  await addSession(database, practice, { date: '2026-03-23', key: 'w02-A', programId: session.programId });
  const clientId = practice.clients[1]?.clientId ?? '';
  await addSession(database, practice, { clientId, date: '2026-03-20' });
  await api.session.logSet(set);
  const today = await api.today();
  expect(today.date).toBe('2026-03-19');
  expect(today.session?.sessionId).toBe(session.sessionId);
  expect(today.next?.date).toBe('2026-03-23');
  expect(today.week.days.map(({ strength }) => strength?.label ?? null)).toEqual([
    null,
    null,
    null,
    'B',
    null,
    null,
    null,
  ]);
  expect(today.hasProgram).toBe(true);
});
