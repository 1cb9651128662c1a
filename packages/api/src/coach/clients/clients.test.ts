import { newId } from '@groundwork/db/new-id';
import { readPractice } from '@groundwork/db/scope';
import { addMember, makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { describe, expect, it } from 'vitest';
import { codeOf, describeError } from '../../errors.ts';
import { refuseStaleClient } from '../../last-change.ts';
import { callClient, callCoach, callCoachAs, callVisitor, memberPrincipal, testNow } from '../../testing/call-as.ts';
import { articleWeek, fillProfile, fullProfile } from '../../testing/fill-profile.ts';
import { makeToken } from '../../token.ts';
import { maxRaces } from '../running/save-race.ts';

const database = useTestDatabase();
const codeFrom = (call: Promise<unknown>) => call.then(() => 'answered', codeOf);
/** A coach of the practice who coaches nobody yet. */
async function addCoach(practice: TestPractice) {
  const other = await addMember(database, practice.practiceId, 'coach', `other@${practice.slug}.example`, 'Otto Other');
  return callCoachAs(memberPrincipal(practice, other, 'coach'));
}
const days = (count: number) => new Date(testNow.getTime() + count * 86_400_000);

describe('inviting', () => {
  async function invite() {
    const practice = await makePractice(database);
    const input = { id: newId(), name: 'Mei Tanaka', email: `mei@${practice.slug}.example` };
    const invited = await callCoach(practice).clients.invite(input);
    const findToken = async () => {
      const { rows } = await database.owner.query(
        'select id from invitation where client_id = $1 order by created_at desc, id desc',
        [input.id],
      );
      return rows.map(({ id }) => makeToken('invitation', { practiceId: practice.practiceId, id }));
    };
    return { practice, input, invited, findToken, slug: practice.slug };
  }

  it('takes a spot, mails the way in, and twice is once', async () => {
    const { practice, input, invited } = await invite();
    expect(await callCoach(practice).clients.invite(input)).toEqual(invited);
    const { rows } = await database.owner.query(
      'select template, html, text, confidential from mail where recipient = $1',
      [input.email],
    );
    expect(rows).toEqual([{ template: 'invitation', html: '', text: '', confidential: true }]);
    const { spots } = await callCoach(practice).waitlist.overview();
    expect(spots).toMatchObject({ taken: 2, invited: 1, coached: 1 });
  });

  it('refuses an address that is coached already, in its field', async () => {
    const { practice, input } = await invite();
    const again = callCoach(practice).clients.invite({ ...input, id: newId(), email: ` ${input.email.toUpperCase()}` });
    expect(describeError(await again.catch((error) => error))).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ field: 'email' }],
    });
  });

  it('sent again is a colleague’s address to anybody but who sent it', async () => {
    const { practice, input } = await invite();
    const again = (await addCoach(practice)).clients.invite(input);
    expect(describeError(await again.catch((error) => error))).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ field: 'email' }],
    });
  });

  it('with a made-up link is missing', async () => {
    const { slug } = await invite();
    const token = makeToken('invitation', { practiceId: newId(), id: newId() });
    expect(await codeFrom(callVisitor().invitation.get({ slug, token }))).toBe('NOT_FOUND');
    expect(await codeFrom(callVisitor().invitation.accept({ slug, token }))).toBe('NOT_FOUND');
  });

  it('is taken up once, by POST, and signs her in', async () => {
    const { practice, input, slug, findToken } = await invite();
    const [token = ''] = await findToken();
    for (let count = 0; count < 3; count++) {
      expect(await callVisitor().invitation.get({ slug, token })).toMatchObject({ state: 'open', name: 'Mei Tanaka' });
    }
    const cookies: string[] = [];
    const visitor = callVisitor({ setCookie: (header) => cookies.push(header) });
    const codes = await Promise.all([1, 2, 3].map(() => codeFrom(visitor.invitation.accept({ slug, token }))));
    expect(codes.sort()).toEqual(['GONE', 'GONE', 'answered']);
    // The session, and that this browser is known.
    expect(cookies.map((header) => header.split('=')[0])).toEqual([
      'groundwork-portal.session',
      'groundwork-portal.known',
    ]);
    const view = await callCoach(practice).clients.get({ clientId: input.id });
    expect(view).toMatchObject({ status: 'active', activatedAt: testNow, invitation: { acceptedAt: testNow } });
  });

  it('ends after two weeks, or with a newer letter', async () => {
    const { practice, input, slug, findToken } = await invite();
    const [first = ''] = await findToken();
    expect(await callVisitor({ now: days(14) }).invitation.get({ slug, token: first })).toMatchObject({
      state: 'open',
    });
    expect(await codeFrom(callVisitor({ now: days(15) }).invitation.accept({ slug, token: first }))).toBe('GONE');
    await callCoach(practice, 'coach', { now: days(1) }).clients.resendInvitation({ clientId: input.id });
    const [second = ''] = await findToken();
    expect(await codeFrom(callVisitor({ now: days(2) }).invitation.accept({ slug, token: first }))).toBe('GONE');
    expect(await codeFrom(callVisitor({ now: days(2) }).invitation.accept({ slug, token: second }))).toBe('answered');
    expect(await codeFrom(callCoach(practice).clients.resendInvitation({ clientId: input.id }))).toBe('INVALID_INPUT');
  });

  it('is over when the client is archived first', async () => {
    const { practice, input, slug, findToken } = await invite();
    const [token = ''] = await findToken();
    await callCoach(practice).clients.archive({ clientId: input.id });
    expect(await codeFrom(callVisitor().invitation.accept({ slug, token }))).toBe('GONE');
    expect((await callCoach(practice).waitlist.overview()).spots.taken).toBe(1);
  });
});

/** Two clients of one coach, by their ids. */
async function arrangeTwo() {
  const practice = await makePractice(database, { clients: 2 });
  const [first, second] = practice.clients;
  if (!first || !second) throw new Error('The practice has no two clients');
  return { practice, coach: callCoach(practice), first: first.clientId, second: second.clientId };
}

it('shows of a client nothing that is of another', async () => {
  const { practice, coach, first, second } = await arrangeTwo();
  await fillProfile(practice);
  const programId = newId();
  await coach.programs.build({ id: programId, clientId: first, startsOn: '2026-03-16', weeks: 6, sessionsPerWeek: 2 });
  await coach.programs.publish({ programId, revision: 1, versionId: newId(), effectiveFrom: '2026-03-19' });
  const { session } = await callClient(practice).today();
  await callClient(practice).session.start({ sessionId: session?.sessionId ?? '', at: testNow });
  await coach.rules.setAside({ id: newId(), clientId: first, rule: 'S22', reason: 'She likes it' });
  await coach.clients.invite({ id: newId(), name: 'Mei', email: `mei@${practice.slug}.example` });
  expect(await coach.clients.get({ clientId: second })).toMatchObject({
    coach: { name: 'Carla Coach' },
    profile: { name: 'Client 2' },
    runningWeeks: [],
    races: [],
    workingLoads: [],
    programs: [],
    blockWeek: null,
    sessions: [],
    lastSessions: [],
    invitation: null,
    overrides: [],
  });
});

it('lists archived clients to the owner and to their own coach', async () => {
  const { practice, coach, first } = await arrangeTwo();
  await coach.clients.archive({ clientId: first });
  const list = async (api: typeof coach) => (await api.clients.list()).clients.map(({ name }) => name);
  expect(await list(coach)).toEqual(['Client 2', 'Client 1']);
  expect(await list(callCoach(practice, 'owner'))).toEqual(['Client 2', 'Client 1']);
  expect(await list(await addCoach(practice))).toEqual([]);
});

describe('races', () => {
  const fields = { name: 'City half', date: '2026-05-03', distance: 'half' as const, priority: 'A' as const };

  it('are changed and taken off for their own client alone', async () => {
    const { practice, coach, first, second } = await arrangeTwo();
    const id = newId();
    await coach.races.save({ id, clientId: first, ...fields });
    const other = { ...fields, name: 'Another' };
    const { healthNotes, painSites, ...profile } = fullProfile;
    const tell = (races: { id: string; name: string; date: string; distance: 'half'; priority: 'A' }[]) =>
      callClient(practice, practice.clients[1]).profile.save({
        revision: 1,
        ...profile,
        healthNotes,
        painSites,
        races,
      });
    const answers = [
      await codeFrom(coach.races.save({ id, clientId: second, ...other })),
      await codeFrom(coach.races.remove({ clientId: second, raceId: id })),
      await codeFrom(tell([{ id, ...other }])),
    ];
    expect(answers).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect((await coach.clients.get({ clientId: first })).races).toEqual([{ raceId: id, ...fields }]);
    expect((await coach.clients.get({ clientId: second })).races).toEqual([]);
    // Those that she leaves out are her own.
    await tell([]);
    expect((await coach.clients.get({ clientId: first })).races).toHaveLength(1);
    expect((await coach.races.remove({ clientId: first, raceId: id })).races).toEqual([]);
  });

  it('are fifty at most', async () => {
    const { practice, coach, first } = await arrangeTwo();
    await database.owner.query(
      `insert into race (practice_id, id, client_id, name, date, distance, priority)
       select $1, gen_random_uuid(), $2, 'Race ' || n, '2026-05-03', 'half', 'B' from generate_series(1, $3) n`,
      [practice.practiceId, first, maxRaces - 1],
    );
    expect((await coach.races.save({ id: newId(), clientId: first, ...fields })).races).toHaveLength(maxRaces);
    expect(await codeFrom(coach.races.save({ id: newId(), clientId: first, ...fields }))).toBe('INVALID_INPUT');
    expect((await coach.clients.get({ clientId: first })).races).toHaveLength(maxRaces);
  });
});

describe('the profile', () => {
  it('is saved for one client, who is told what is still missing of hers', async () => {
    const { practice, coach, first, second } = await arrangeTwo();
    await fillProfile(practice);
    const before = await coach.clients.get({ clientId: first });
    const saved = await coach.clients.saveProfile({ clientId: second, revision: 1, ...fullProfile, name: 'Ines' });
    expect(saved.missing).toEqual((await coach.clients.get({ clientId: second })).missing);
    expect(saved.missing).toHaveLength(1);
    expect(before.missing).toEqual([]);
    expect(await coach.clients.get({ clientId: first })).toEqual(before);
    await coach.clients.saveProfile({ clientId: first, revision: before.revision, ...fullProfile, name: 'Priya' });
    expect((await coach.clients.get({ clientId: second })).profile.name).toBe('Ines');
  });

  it('that is stale says who changed this client’s last, not another’s', async () => {
    const { practice, first, second } = await arrangeTwo();
    const save = (clientId: string, revision: number, role: 'owner' | 'coach', at: Date) =>
      callCoach(practice, role, { now: at }).clients.saveProfile({ clientId, revision, ...fullProfile });
    await save(first, 1, 'owner', days(1));
    await save(second, 1, 'owner', days(2));
    await save(second, 2, 'coach', days(3));
    const conflictOf = async (clientId: string) =>
      describeError(await save(clientId, 1, 'coach', days(4)).catch((error) => error)).conflict;
    expect(await conflictOf(first)).toEqual({ revision: 2, changedBy: 'Olga Owner', changedAt: days(1) });
    expect(await conflictOf(second)).toEqual({ revision: 3, changedBy: 'Carla Coach', changedAt: days(3) });
    const erased = readPractice(practice.practiceId, (scope) =>
      refuseStaleClient({ scope, clientId: newId(), now: testNow }),
    );
    expect(await codeFrom(erased)).toBe('NOT_FOUND');
  });

  it('tells the second of two who save it, and says who was first', async () => {
    const practice = await makePractice(database);
    const clientId = practice.clients[0]?.clientId ?? '';
    const first = callCoach(practice, 'owner', { now: days(1) });
    await first.clients.saveProfile({ clientId, revision: 1, ...fullProfile, goal: 'A fast 10 km' });
    const late = callCoach(practice).clients.saveProfile({ clientId, revision: 1, ...fullProfile });
    expect(describeError(await late.catch((error) => error))).toMatchObject({
      code: 'CONFLICT',
      conflict: { revision: 2, changedBy: 'Olga Owner', changedAt: days(1) },
    });
    expect((await first.clients.get({ clientId })).profile.goal).toBe('A fast 10 km');
  });

  it('is one with the running week: the client’s own save is seen by the coach', async () => {
    const practice = await makePractice(database);
    const clientId = practice.clients[0]?.clientId ?? '';
    const { painSites, healthNotes, ...rest } = fullProfile;
    const race = {
      id: newId(),
      name: 'City half',
      date: '2026-05-03',
      distance: 'half' as const,
      priority: 'A' as const,
    };
    const saved = await callClient(practice).profile.save({
      revision: 1,
      ...rest,
      painSites: ['achilles'],
      healthNotes: 'Left, in the morning',
      runningWeek: articleWeek,
      races: [race],
    });
    expect(saved).toEqual({ revision: 2, missing: [] });
    const stale = callCoach(practice).clients.saveProfile({ clientId, revision: 1, ...fullProfile });
    expect(describeError(await stale.catch((error) => error)).conflict?.changedBy).toBe(fullProfile.name);
    const view = await callCoach(practice).clients.get({ clientId });
    expect(view).toMatchObject({ revision: 2, health: { painSites: ['achilles'], notes: 'Left, in the morning' } });
    expect(view.races).toEqual([
      { raceId: race.id, name: 'City half', date: '2026-05-03', distance: 'half', priority: 'A' },
    ]);
    expect(view.runningWeeks).toMatchObject([{ scope: 'from', startsOn: '2026-03-16', days: articleWeek }]);
    expect(painSites).toEqual([]);
    expect(healthNotes).toBe('');
  });

  it('opens a sealed goal, and reads what an older version wrote since', async () => {
    const practice = await makePractice(database);
    const clientId = practice.clients[0]?.clientId ?? '';
    const readGoal = async () => (await callCoach(practice).clients.get({ clientId })).profile.goal;
    const goal = 'Run again after the fracture';
    await callCoach(practice).clients.saveProfile({ clientId, revision: 1, ...fullProfile, goal });
    expect(await readGoal()).toBe(goal);
    await database.owner.query(`update client set goal = 'A fast 10 km' where id = $1`, [clientId]);
    expect(await readGoal()).toBe('A fast 10 km');
    await callCoach(practice).clients.saveProfile({ clientId, revision: 2, ...fullProfile, goal: '' });
    expect(await readGoal()).toBe('');
  });

  it('keeps health unreadable in the database, and writes down who read it, once an hour', async () => {
    const practice = await makePractice(database);
    const clientId = practice.clients[0]?.clientId ?? '';
    const notes = 'A stress fracture in 2023';
    const goal = 'Run again after the fracture';
    await callCoach(practice).clients.saveProfile({ clientId, revision: 1, ...fullProfile, goal, healthNotes: notes });
    const { rows } = await database.owner.query('select c::text as row from client c where id = $1', [clientId]);
    expect(rows[0].row).not.toContain('fracture');
    const sealed = await database.owner.query(
      `select encode(health_sealed, 'escape') as bytes from client where id = $1`,
      [clientId],
    );
    expect(sealed.rows[0].bytes).not.toContain('fracture');
    for (const now of [testNow, new Date(testNow.getTime() + 60_000), days(1)]) {
      const view = await callCoach(practice, 'assistant', { now }).clients.get({ clientId });
      expect(view.health.notes).toBe(notes);
    }
    const { entries } = await callCoach(practice, 'owner').audit.list({});
    expect(entries.filter(({ action }) => action === 'health.read').map(({ actorName }) => actorName)).toEqual([
      'Arne Assistant',
      'Arne Assistant',
    ]);
  });
});

it('a look at somebody’s health is written down for each reader and each client', async () => {
  const { practice, coach, first, second } = await arrangeTwo();
  for (const clientId of [first, second]) {
    await coach.clients.saveProfile({ clientId, revision: 1, ...fullProfile, healthNotes: 'A stress fracture' });
  }
  const looks = [
    ['assistant', first],
    ['assistant', second],
    ['coach', first],
    ['assistant', first],
  ] as const;
  for (const [role, clientId] of looks) await callCoach(practice, role).clients.get({ clientId });
  const { rows } = await database.owner.query(
    `select actor_id, subject_id from audit_entry where practice_id = $1 and action = 'health.read' order by sequence`,
    [practice.practiceId],
  );
  expect(rows).toEqual([
    { actor_id: practice.assistant.memberId, subject_id: first },
    { actor_id: practice.assistant.memberId, subject_id: second },
    { actor_id: practice.coach.memberId, subject_id: first },
  ]);
});

describe('the running week', () => {
  it('is reset for one client alone', async () => {
    const { coach, first, second } = await arrangeTwo();
    const startsOn = '2026-03-23';
    for (const clientId of [first, second]) {
      await coach.running.save({ clientId, revision: 1, scope: 'only', startsOn, days: articleWeek });
    }
    const { weeks } = await coach.running.reset({ clientId: first, revision: 2, startsOn });
    expect(weeks).toEqual([]);
    expect((await coach.clients.get({ clientId: second })).runningWeeks).toMatchObject([{ startsOn }]);
  });

  it('changes from a Monday on, or for one week, and can be reset', async () => {
    const practice = await makePractice(database);
    const clientId = practice.clients[0]?.clientId ?? '';
    const revision = await fillProfile(practice);
    const coach = callCoach(practice);
    const rest = { kind: 'rest' as const };
    const off = [rest, rest, rest, rest, rest, rest, rest] as const;
    const once = await coach.running.save({ clientId, revision, scope: 'only', startsOn: '2026-03-23', days: off });
    const weeksOf = async () =>
      (await coach.clients.get({ clientId })).weeks.map(({ startsOn, isOverride, days: [monday] }) => [
        startsOn,
        isOverride,
        monday.kind,
      ]);
    expect(await weeksOf()).toEqual([
      ['2026-03-16', false, 'easy'],
      ['2026-03-23', true, 'rest'],
      ['2026-03-30', false, 'easy'],
      ['2026-04-06', false, 'easy'],
    ]);
    await coach.running.reset({ clientId, revision: once.revision, startsOn: '2026-03-23' });
    expect((await weeksOf()).map(([, isOverride]) => isOverride)).toEqual([false, false, false, false]);
  });

  it.each([
    ['a Tuesday', { startsOn: '2026-03-17' }],
    ['a date that does not exist', { startsOn: '2026-02-30' }],
    ['six days', { days: articleWeek.slice(0, 6) as never }],
    ['a run of 300 km', { days: [{ kind: 'long', distanceKm: 300 }, ...articleWeek.slice(1)] as never }],
    ['an unknown kind', { days: [{ kind: 'swim' }, ...articleWeek.slice(1)] as never }],
  ])('refuses %s', async (_, wrong) => {
    const practice = await makePractice(database);
    const clientId = practice.clients[0]?.clientId ?? '';
    const input = { clientId, revision: 1, scope: 'from' as const, startsOn: '2026-03-16', days: articleWeek };
    expect(await codeFrom(callCoach(practice).running.save({ ...input, ...wrong }))).toBe('INVALID_INPUT');
    expect((await callCoach(practice).clients.get({ clientId })).runningWeeks).toEqual([]);
  });
});

describe('the status', () => {
  it('goes from active to paused, archived and back, and gives the spot away in between', async () => {
    const practice = await makePractice(database, { spots: 1 });
    const clientId = practice.clients[0]?.clientId ?? '';
    const coach = callCoach(practice);
    expect(await coach.clients.pause({ clientId, reason: 'Ill since Sunday' })).toMatchObject({ status: 'paused' });
    expect(await coach.clients.resume({ clientId })).toMatchObject({ status: 'active' });
    expect(await coach.clients.archive({ clientId })).toMatchObject({ status: 'archived' });
    expect(await coach.clients.archive({ clientId })).toMatchObject({ status: 'archived' });
    expect(await codeFrom(coach.clients.pause({ clientId }))).toBe('INVALID_INPUT');
    await coach.clients.invite({ id: newId(), name: 'Next', email: `next@${practice.slug}.example` });
    expect(await codeFrom(coach.clients.restore({ clientId }))).toBe('NO_SPOTS');
    await callCoach(practice, 'owner').waitlist.setSpots({ spots: 2 });
    expect(await coach.clients.restore({ clientId })).toMatchObject({ status: 'active' });
  });
});

it('takes working loads that exist, and forgets them', async () => {
  const practice = await makePractice(database);
  const clientId = practice.clients[0]?.clientId ?? '';
  const coach = callCoach(practice);
  const load = { hundredths: 6250, unit: 'kg' as const };
  expect(await coach.clients.setWorkingLoad({ clientId, exerciseId: 'cg_single', load })).toEqual({
    workingLoads: [{ exerciseId: 'cg_single', load, setOn: '2026-03-19' }],
  });
  expect(await codeFrom(coach.clients.setWorkingLoad({ clientId, exerciseId: 'moon_walk', load }))).toBe(
    'INVALID_INPUT',
  );
  expect(await coach.clients.setWorkingLoad({ clientId, exerciseId: 'cg_single', load: null })).toEqual({
    workingLoads: [],
  });
});
