import { newId } from '@groundwork/db/new-id';
import { makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import type { RunningWeek } from '@groundwork/engine/running-week';
import { expect, it } from 'vitest';
import { callClient, callCoach, testNow } from '../testing/call-as.ts';
import { articleWeek, fillProfile } from '../testing/fill-profile.ts';

const database = useTestDatabase();
const days = (count: number) => new Date(testNow.getTime() + count * 86_400_000);

/** A client with a program from Monday 16 March; what Today says on later days. */
async function arrange(options: { readonly publishes?: boolean } = {}) {
  const practice = await makePractice(database, { spots: 5 });
  await fillProfile(practice);
  const clientId = practice.clients[0]?.clientId ?? '';
  const coach = callCoach(practice);
  const programId = newId();
  await coach.programs.build({ id: programId, clientId, startsOn: '2026-03-16', weeks: 6, sessionsPerWeek: 2 });
  if (options.publishes !== false) {
    await coach.programs.publish({ programId, revision: 1, versionId: newId(), effectiveFrom: '2026-03-19' });
  }
  const todayOn = (now: Date) => callCoach(practice, 'coach', { now }).practice.today();
  const needsOn = async (now: Date) => (await todayOn(now)).needsYou.map(({ kind, headline }) => [kind, headline]);
  const train = async (now: Date) => {
    const client = callClient(practice, practice.clients[0], { now });
    const { session } = await client.today();
    if (!session) throw new Error('No session today');
    await client.session.start({ sessionId: session.sessionId, at: now });
    const line = session.prescriptions[0];
    await client.session.logSet({
      id: newId(),
      sessionId: session.sessionId,
      prescriptionId: line?.prescriptionId ?? '',
      setNumber: 1,
      amount: 5,
      loggedAt: now,
    });
    return () => client.session.finish({ sessionId: session.sessionId, at: now, effort: 6 });
  };
  return { practice, clientId, coach, programId, todayOn, needsOn, train };
}

it('shows the week as it runs and as strength stands in it', async () => {
  const { todayOn } = await arrange();
  const today = await todayOn(testNow);
  expect(today).toMatchObject({ date: '2026-03-19', weekStartsOn: '2026-03-16', me: { name: 'Carla Coach' } });
  const [row] = today.week;
  expect(row?.days.map(({ run, strength }) => [run?.kind, strength?.label ?? null])).toEqual([
    ['easy', null],
    ['easy', null],
    ['interval', null],
    ['rest', 'B'],
    ['easy', null],
    ['long', null],
    ['rest', null],
  ]);
  expect(row).toMatchObject({
    blockWeek: { block: 1, week: 1, of: 6 },
    done30: { done: 0, due: 0 },
    worthKnowing: null,
  });
  expect(today.needsYou).toEqual([]);
  expect(today.spots).toMatchObject({ spots: 5, taken: 1, coached: 1, free: 4 });
});

it('sees a session under way, and done, within a refresh', async () => {
  const { todayOn, train } = await arrange();
  expect((await todayOn(testNow)).training).toMatchObject({
    count: 1,
    done: 0,
    first: [{ label: 'B', state: 'planned', sets: { logged: 0 } }],
  });
  const finish = await train(testNow);
  expect((await todayOn(testNow)).training.first).toMatchObject([{ state: 'in_progress', sets: { logged: 1 } }]);
  await finish();
  const after = await todayOn(testNow);
  expect(after.training).toMatchObject({ count: 1, done: 1, first: [{ state: 'done', finishedAt: testNow }] });
  expect(after.week[0]?.done30).toEqual({ days: 30, done: 1, due: 1 });
});

it('says who has not logged at all, who missed a session, and who fell silent', async () => {
  const { needsOn, train } = await arrange();
  expect(await needsOn(days(1))).toEqual([['missed_session', 'Missed Thursday’s strength B']]);
  expect(await needsOn(days(3))).toEqual([['never_logged', 'Has not logged a session yet']]);
  await (await train(days(4)))();
  expect(await needsOn(days(5))).toEqual([['missed_session', 'Missed Thursday’s strength B']]);
  expect(await needsOn(days(9))).toEqual([['missed_session', 'Missed Thursday’s strength B']]);
  expect(await needsOn(days(18))).toEqual([['silent', 'Silent for 14 days']]);
});

it('says which draft waits, and nothing once it is published', async () => {
  const { practice, needsOn, coach, programId } = await arrange({ publishes: false });
  expect(await needsOn(testNow)).toEqual([['draft_unpublished', 'A draft waits to be published']]);
  await coach.programs.publish({ programId, revision: 1, versionId: newId(), effectiveFrom: '2026-03-19' });
  expect(await needsOn(testNow)).toEqual([]);
  await coach.programs.rebuild({ programId, revision: 1 });
  // Built again at the instant of its publication, nothing is newer.
  expect(await needsOn(testNow)).toEqual([]);
  await callCoach(practice, 'coach', { now: days(0.5) }).programs.rebuild({ programId, revision: 2 });
  expect(await needsOn(days(0.5))).toEqual([['draft_unpublished', 'Changes are not published']]);
});

it('names a week that takes no two full sessions', async () => {
  const { needsOn, coach, clientId, todayOn } = await arrange();
  const [easy, , speed, rest, , long] = articleWeek;
  const { revision } = await coach.clients.get({ clientId });
  // Speed on Tuesday and Thursday, long on Saturday: one legal day.
  const week: RunningWeek = [easy, speed, easy, speed, easy, long, rest];
  await coach.running.save({ clientId, revision, scope: 'only', startsOn: '2026-03-16', days: week });
  expect(await needsOn(testNow)).toEqual([['infeasible_week', 'One full session fits this week']]);
  const [need] = (await todayOn(testNow)).needsYou;
  expect(need).toMatchObject({ urgency: 'note', rule: 'W_BEFORE_SPEED_LIGHT', link: { to: 'client', tab: 'running' } });
});

it('asks for a first program when the intake is complete, and for the intake when it is not', async () => {
  const practice = await makePractice(database, { clients: 2 });
  await fillProfile(practice);
  await database.owner.query(`update client set activated_at = $2 where practice_id = $1`, [
    practice.practiceId,
    testNow,
  ]);
  const today = await callCoach(practice, 'coach', { now: days(4) }).practice.today();
  expect(today.needsYou.map(({ kind, clientName }) => [kind, clientName])).toEqual([
    ['no_program', 'Priya Nair'],
    ['intake_unfinished', 'Client 2'],
  ]);
});

it('shows a coach her own clients, and the owner everybody', async () => {
  const { practice, clientId } = await arrange();
  await database.owner.query('update client set coach_id = $2 where id = $1', [clientId, practice.owner.memberId]);
  expect((await callCoach(practice).practice.today()).week).toEqual([]);
  expect((await callCoach(practice, 'owner').practice.today()).week).toHaveLength(1);
  expect((await callCoach(practice, 'assistant').practice.today()).week).toHaveLength(1);
  expect((await callCoach(practice).clients.list()).clients).toEqual([]);
});

it('counts the same for the frame, and lists what the client page opens', async () => {
  const { coach, clientId, train } = await arrange();
  await (await train(testNow))();
  expect(await coach.practice.frame()).toMatchObject({ counts: { needsYou: 0, clients: 1, waiting: 0 } });
  const { clients } = await coach.clients.list();
  expect(clients).toMatchObject([
    { clientId, nextSession: { date: '2026-03-23', label: 'A' }, lastLoggedAt: testNow, hasUnpublished: false },
  ]);
  const view = await coach.clients.get({ clientId });
  expect(view.lastSessions).toHaveLength(1);
  expect(view.lastSessions[0]?.prescriptions[0]?.logs).toMatchObject([{ setNumber: 1, amount: 5 }]);
  expect(view).toMatchObject({ missing: [], age: 41, done7: { done: 1, due: 1 }, today: '2026-03-19' });
  expect(view.weeks).toHaveLength(4);
});

it('shows a race in the place of the run that usually stands there, to the coach and to the client', async () => {
  const { practice, clientId, coach, todayOn } = await arrange();
  const race = {
    id: newId(),
    clientId,
    name: 'City half',
    date: '2026-03-22',
    distance: 'half',
    priority: 'A',
  } as const;
  await coach.races.save(race);
  const [row] = (await todayOn(testNow)).week;
  expect(row?.days[6]?.run).toEqual({ kind: 'race', note: 'City half' });
  const { week } = await callClient(practice, practice.clients[0], { now: testNow }).today();
  expect(week.days[6]?.run).toEqual({ kind: 'race', note: 'City half' });
});
