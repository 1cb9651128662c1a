import { newId } from '@groundwork/db/new-id';
import { addMember, makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { describe, expect, it } from 'vitest';
import { codeOf, describeError } from '../../errors.ts';
import { callClient, callCoach, callCoachAs, memberPrincipal, testNow } from '../../testing/call-as.ts';
import { articleWeek, fillProfile } from '../../testing/fill-profile.ts';
import { hashProgram } from './hash-program.ts';

const database = useTestDatabase();
const codeFrom = (call: Promise<unknown>) => call.then(() => 'answered', codeOf);
const days = (count: number) => new Date(testNow.getTime() + count * 86_400_000);

/** A client with the article's week and a draft of six weeks from Monday 16 March; it is Thursday of the first week. */
async function arrange() {
  const practice = await makePractice(database, { clients: 2 });
  await fillProfile(practice);
  const clientId = practice.clients[0]?.clientId ?? '';
  const coach = callCoach(practice);
  const programId = newId();
  const wish = { id: programId, clientId, startsOn: '2026-03-16', weeks: 6, sessionsPerWeek: 2 as const };
  const built = await coach.programs.build(wish);
  const publish = (over: Partial<Parameters<typeof coach.programs.publish>[0]> = {}) =>
    coach.programs.publish({ programId, revision: 1, versionId: newId(), effectiveFrom: '2026-03-19', ...over });
  return { practice, clientId, coach, client: callClient(practice), programId, wish, built, publish };
}

const listSessions = async (programId: string) => {
  const { rows } = await database.owner.query(
    `select s.id, s.key, s.date::text, s.status, v.number,
       (select count(*)::int from prescription p where p.session_id = s.id) as lines
     from session s join program_version v on v.id = s.version_id where s.program_id = $1 order by s.date, s.key`,
    [programId],
  );
  return rows as { id: string; key: string; date: string; status: string; number: number; lines: number }[];
};

describe('building', () => {
  it('builds around the running week as the database has it: Monday and Thursday', async () => {
    const { built, coach, programId } = await arrange();
    expect(built.draft.weeks).toHaveLength(6);
    expect(built.draft.weeks[1]?.sessions.map(({ day, label }) => `${day} ${label}`)).toEqual(['mon A', 'thu B']);
    const view = await coach.programs.get({ programId });
    expect(view.draft).toEqual(built.draft);
    expect(view).toMatchObject({ status: 'draft', revision: 1, hasUnpublished: true, published: null, locked: [] });
    expect(view.earliestEffectiveFrom).toBe('2026-03-19');
  });

  it('is the same draft when it is sent twice', async () => {
    const { built, coach, wish } = await arrange();
    expect(await coach.programs.build(wish)).toEqual(built);
  });

  it('names what the profile is missing', async () => {
    const { practice, coach, wish } = await arrange();
    const empty = { ...wish, id: newId(), clientId: practice.clients[1]?.clientId ?? '' };
    const problem = await coach.programs.build(empty).catch((error) => error);
    expect(codeOf(problem)).toBe('INVALID_INPUT');
    expect(problem.problems.map(({ field }: { field: string }) => field)).toContain('profile.runningWeek');
  });

  it.each([
    ['a Tuesday', { startsOn: '2026-03-17' }, 'startsOn'],
    ['30 February', { startsOn: '2026-02-30' }, 'startsOn'],
    ['seven weeks, which no blocks add up to', { weeks: 7 }, 'weeks'],
    ['a year from now and more', { startsOn: '2028-01-03' }, 'startsOn'],
  ])('refuses %s', async (_, wrong, field) => {
    const { coach, wish } = await arrange();
    const problem = await coach.programs.build({ ...wish, id: newId(), ...wrong }).catch((error) => error);
    expect(codeOf(problem)).toBe('INVALID_INPUT');
    expect(describeError(problem).problems.map((one) => one.field)).toEqual([field]);
  });

  it('is not for a client who is archived', async () => {
    const { coach, clientId, wish } = await arrange();
    await coach.clients.archive({ clientId });
    const problem = await coach.programs.build({ ...wish, id: newId() }).catch((error) => error);
    expect(describeError(problem)).toMatchObject({ code: 'INVALID_INPUT', problems: [{ field: 'clientId' }] });
  });

  it('uses a single changed week where it was changed', async () => {
    const { practice, clientId, coach, wish } = await arrange();
    const monday = '2026-03-30';
    const [mon, tue, wed, thu, fri, sat, sun] = articleWeek;
    const { revision } = await coach.clients.get({ clientId });
    await coach.running.save({
      clientId,
      revision,
      scope: 'only',
      startsOn: monday,
      days: [mon, wed, tue, thu, fri, sat, sun],
    });
    const rebuilt = await coach.programs.rebuild({ programId: wish.id, revision: 1 });
    const changed = rebuilt.draft.weeks[2];
    expect(changed?.startsOn).toBe(monday);
    expect(changed?.days.find(({ day }) => day === 'tue')?.reasons[0]?.code).toBe('ON_SPEED');
    expect(rebuilt.revision).toBe(2);
    expect((await callCoach(practice).programs.get({ programId: wish.id })).draft).toEqual(rebuilt.draft);
  });
});

it('a colleague’s program is as missing as one that never was', async () => {
  const { practice, programId } = await arrange();
  const email = `other@${practice.slug}.example`;
  const other = await addMember(database, practice.practiceId, 'coach', email, 'Otto Other');
  const { programs } = callCoachAs(memberPrincipal(practice, other, 'coach'));
  const edit = { kind: 'move_session' as const, session: 'w02-A', date: '2026-03-27' };
  for (const id of [programId, newId()]) {
    expect(await codeFrom(programs.get({ programId: id }))).toBe('NOT_FOUND');
    expect(await codeFrom(programs.edit({ programId: id, revision: 1, edit }))).toBe('NOT_FOUND');
  }
});

describe('a program that another has taken over from', () => {
  it('is neither edited nor undone nor published any more', async () => {
    const { coach, programId, publish, wish } = await arrange();
    const edit = { kind: 'move_session' as const, session: 'w02-A', date: '2026-03-27' };
    await coach.programs.edit({ programId, revision: 1, edit });
    await publish({ revision: 2 });
    const next = newId();
    await coach.programs.build({ ...wish, id: next });
    await coach.programs.publish({ programId: next, revision: 1, versionId: newId(), effectiveFrom: '2026-03-19' });
    const answers = [
      await codeFrom(coach.programs.edit({ programId, revision: 2, edit: { ...edit, date: '2026-03-23' } })),
      await codeFrom(coach.programs.undo({ programId, revision: 2 })),
      await codeFrom(publish({ revision: 2 })),
    ];
    expect(answers).toEqual(['GONE', 'GONE', 'GONE']);
  });

  it('is one of the same client', async () => {
    const { practice, coach, programId, publish, wish } = await arrange();
    const [, other] = practice.clients;
    await fillProfile(practice, { client: other });
    const ofOther = newId();
    await coach.programs.build({ ...wish, id: ofOther, clientId: other?.clientId ?? '' });
    const versionId = newId();
    await coach.programs.publish({ programId: ofOther, revision: 1, versionId, effectiveFrom: '2026-03-19' });
    const sessions = await listSessions(ofOther);
    expect(await codeFrom(publish({ versionId })), 'under the id of the other’s version').toBe('NOT_FOUND');
    await publish();
    expect(await listSessions(ofOther)).toEqual(sessions);
    expect(await coach.programs.get({ programId: ofOther })).toMatchObject({ status: 'published' });
    expect(await coach.programs.get({ programId })).toMatchObject({ status: 'published' });
  });
});

describe('editing', () => {
  it('sets a prescription to the end of its block, pins it and checks the whole again', async () => {
    const { coach, programId, built } = await arrange();
    const session = built.draft.weeks[1]?.sessions[0];
    const heavy = session?.prescriptions.find(({ goal }) => goal === 'strength');
    if (!session || !heavy) throw new Error('Nothing heavy to edit');
    const saved = await coach.programs.edit({
      programId,
      revision: 1,
      edit: {
        kind: 'set_prescription',
        session: session.key,
        slot: heavy.slot,
        reach: 'block',
        fields: { restSeconds: 60 },
      },
    });
    expect(saved.revision).toBe(2);
    const rests = saved.draft.weeks.map(
      ({ sessions }) => sessions[0]?.prescriptions.find(({ slot }) => slot === heavy.slot)?.restSeconds,
    );
    expect(rests[0]).toBe(heavy.restSeconds);
    expect(rests.slice(1)).toEqual([60, 60, 60, 60, 60]);
    expect(saved.findings.filter(({ code }) => code === 'M1_REST_TOO_SHORT').length).toBeGreaterThan(0);
    const view = await coach.programs.get({ programId });
    expect(view).toMatchObject({ revision: 2, draft: saved.draft, findings: saved.findings });
    expect(view.findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('moves a session and says what the runs have against it', async () => {
    const { coach, programId } = await arrange();
    const edit = { kind: 'move_session' as const, session: 'w02-A', date: '2026-03-24' };
    const refused = await coach.programs.edit({ programId, revision: 1, edit }).catch((error) => error);
    expect(describeError(refused).problems.map(({ field }) => field)).toEqual(['edit.reason']);
    const reason = 'Her gym is open on Tuesdays only';
    const saved = await coach.programs.edit({ programId, revision: 1, edit: { ...edit, reason } });
    expect(saved.findings.map(({ code, severity }) => [code, severity])).toContainEqual(['M4_BEFORE_SPEED', 'warning']);
    const { rows } = await database.owner.query('select action, reason from audit_entry where subject_id = $1', [
      programId,
    ]);
    expect(rows).toContainEqual({ action: 'program.rule_overridden', reason });
  });

  it('tells the second of two coaches, and her edit goes through on what is there now', async () => {
    const { practice, coach, programId } = await arrange();
    const move = { kind: 'move_session' as const, session: 'w02-A', date: '2026-03-27' };
    const add = { kind: 'remove_slot' as const, session: 'w02-B', slot: 'B4', reach: 'session' as const };
    await callCoach(practice, 'owner', { now: days(1) }).programs.edit({ programId, revision: 1, edit: move });
    const problem = await coach.programs.edit({ programId, revision: 1, edit: add }).catch((error) => error);
    expect(describeError(problem)).toMatchObject({
      code: 'CONFLICT',
      conflict: { revision: 2, changedBy: 'Olga Owner', changedAt: days(1) },
    });
    const saved = await coach.programs.edit({ programId, revision: 2, edit: add });
    const week = saved.draft.weeks[1];
    expect(week?.sessions.find(({ key }) => key === 'w02-A')?.date).toBe('2026-03-27');
    expect(week?.sessions.find(({ key }) => key === 'w02-B')?.prescriptions.map(({ slot }) => slot)).not.toContain(
      'B4',
    );
  });

  it('lets one of ten parallel edits of a revision through', async () => {
    const { coach, programId } = await arrange();
    const edits = Array.from({ length: 10 }, (_, index) =>
      codeFrom(
        coach.programs.edit({
          programId,
          revision: 1,
          edit: {
            kind: 'set_prescription',
            session: 'w02-A',
            slot: 'A1',
            reach: 'session',
            fields: { restSeconds: 200 + index },
          },
        }),
      ),
    );
    const codes = await Promise.all(edits);
    expect(codes.filter((code) => code === 'answered')).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(9);
  });

  it('never touches a logged session, and says so', async () => {
    const { coach, client, programId, publish } = await arrange();
    await publish();
    const [first] = await listSessions(programId);
    await client.session.start({ sessionId: first?.id ?? '', at: testNow });
    const set = { kind: 'set_prescription' as const, session: 'w01-B', slot: 'B1', fields: { sets: 5 } };
    const alone = coach.programs.edit({ programId, revision: 1, edit: { ...set, reach: 'session' } });
    expect(await codeFrom(alone)).toBe('INVALID_INPUT');
    const saved = await coach.programs.edit({ programId, revision: 1, edit: { ...set, reach: 'block' } });
    const setsOf = (index: number) =>
      saved.draft.weeks[index]?.sessions.find(({ label }) => label === 'B')?.prescriptions[0]?.sets;
    expect(setsOf(0)).not.toBe(5);
    expect(setsOf(1)).toBe(5);
  });

  it.each([
    ['an unknown exercise', { fields: { exerciseId: 'moon_walk' } }, 'edit.exerciseId'],
    ['an unknown session', { session: 'w09-A' }, 'edit.session'],
    ['a malformed session', { session: 'w9' }, 'edit.session'],
    ['seven sets', { fields: { sets: 7 } }, 'edit.fields.sets'],
    ['a negative load', { fields: { load: { hundredths: -1, unit: 'kg' as const } } }, 'edit.fields.load.hundredths'],
    ['a tempo of letters', { fields: { tempo: 'slow' } }, 'edit.fields.tempo'],
  ])('refuses %s in its place', async (_, wrong, field) => {
    const { coach, programId, built } = await arrange();
    const edit = {
      kind: 'set_prescription' as const,
      session: 'w02-A',
      slot: 'A1',
      reach: 'session' as const,
      fields: {},
    };
    const problem = await coach.programs
      .edit({ programId, revision: 1, edit: { ...edit, ...wrong } })
      .catch((error) => error);
    expect(describeError(problem)).toMatchObject({ code: 'INVALID_INPUT', problems: [{ field }] });
    expect((await coach.programs.get({ programId })).draft).toEqual(built.draft);
  });
});

describe('publishing', () => {
  it('shows the client her sessions from the date on, and none before', async () => {
    const { publish, programId, client, built } = await arrange();
    expect((await client.today()).hasProgram).toBe(false);
    const published = await publish({ note: 'Two sessions, six weeks.' });
    const sessions = await listSessions(programId);
    expect(sessions[0]).toMatchObject({ key: 'w01-B', date: '2026-03-19', status: 'planned' });
    expect(sessions).toHaveLength(11);
    expect(published.sessionsAhead).toBe(11);
    expect(sessions.every(({ lines }) => lines >= 2)).toBe(true);
    const today = await client.today();
    expect(today.session?.key).toBe('w01-B');
    expect(today.session?.prescriptions.map(({ exerciseId }) => exerciseId)).toEqual(
      built.draft.weeks[0]?.sessions[1]?.prescriptions.map(({ exerciseId }) => exerciseId),
    );
    expect(today).toMatchObject({
      blockWeek: { block: 1, week: 1, of: 6 },
      change: { note: 'Two sessions, six weeks.' },
    });
  });

  it('travels once where the draft has it too: only what an edit changed is there twice', async () => {
    const { publish, programId, coach, built } = await arrange();
    await publish();
    const published = await coach.programs.get({ programId });
    expect(published.publishedContent).toEqual(published.draft);
    expect(published.publishedContent?.weeks.every((week, index) => week === published.draft.weeks[index])).toBe(true);
    const session = built.draft.weeks[2]?.sessions[0];
    const [line] = session?.prescriptions ?? [];
    if (!session || !line) throw new Error('Nothing to edit');
    await coach.programs.edit({
      programId,
      revision: published.revision,
      edit: {
        kind: 'set_prescription',
        session: session.key,
        slot: line.slot,
        reach: 'session',
        fields: { restSeconds: line.restSeconds + 15 },
      },
    });
    const edited = await coach.programs.get({ programId });
    const isOne = edited.publishedContent?.weeks.map((week, index) => week === edited.draft.weeks[index]);
    expect(isOne).toEqual([true, true, false, true, true, true]);
    expect(edited.publishedContent).toEqual(published.publishedContent);
  });

  it('stores what it was made of, unchangeable, with a hash that can be worked out again', async () => {
    const { publish, programId, coach } = await arrange();
    const { version } = await publish();
    const view = await coach.programs.get({ programId });
    expect(view.publishedContent && hashProgram(view.publishedContent)).toBe(version.contentHash);
    expect(view.versions).toEqual([version]);
    expect(view.hasUnpublished).toBe(false);
    const { rows } = await database.owner.query(
      'select profile, parameters, engine_version, catalogue_version from program_version where id = $1',
      [version.versionId],
    );
    expect(rows[0]).toMatchObject({
      engine_version: version.engineVersion,
      catalogue_version: version.catalogueVersion,
    });
    expect(rows[0].profile.runningWeek).toHaveLength(7);
    expect(rows[0].profile).not.toHaveProperty('painSites');
  });

  it('is one publication however often the same version is sent', async () => {
    const { publish, programId } = await arrange();
    const versionId = newId();
    const answers = await Promise.all([1, 2, 3, 4].map(() => publish({ versionId })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await listSessions(programId)).toHaveLength(11);
    const { rows } = await database.owner.query(
      `select (select count(*)::int from program_version where program_id = $1) as versions,
         (select count(*)::int from mail where template = 'program-published' and idempotency_key like '%' || $2) as mails,
         (select count(*)::int from audit_entry where action = 'program.published' and subject_id = $1::uuid) as facts`,
      [programId, versionId],
    );
    expect(rows[0]).toEqual({ versions: 1, mails: 1, facts: 1 });
  });

  it('shows the client which two go by turns, and keeps it so for a session that has begun', async () => {
    const { publish, programId, client, coach, built } = await arrange();
    const lines = built.draft.weeks[0]?.sessions[1]?.prescriptions ?? [];
    const [first, last] = [lines[0], lines.at(-1)];
    const edit = { session: 'w01-B', slot: first?.slot ?? '', reach: 'block' as const };
    const paired = await coach.programs.edit({
      programId,
      revision: 1,
      edit: { kind: 'pair_slots', ...edit, partner: last?.slot ?? '' },
    });
    await publish({ revision: paired.revision });
    const session = (await client.today()).session;
    const pairOf = (seen: typeof session) =>
      seen?.prescriptions.flatMap(({ slot, superset }) => (superset === 'A' ? [slot] : []));
    expect(pairOf(session)).toEqual([first?.slot, last?.slot]);
    await client.session.start({ sessionId: session?.sessionId ?? '', at: testNow });
    const parted = await coach.programs.edit({
      programId,
      revision: paired.revision,
      edit: { kind: 'unpair_slot', ...edit },
    });
    await publish({ revision: parted.revision });
    expect(pairOf(await client.session.get({ sessionId: session?.sessionId ?? '' }))).toEqual([
      first?.slot,
      last?.slot,
    ]);
    const [, , next] = await listSessions(programId);
    expect(next?.key).toBe('w02-B');
    expect(pairOf(await client.session.get({ sessionId: next?.id ?? '' }))).toEqual([]);
  });

  it('leaves what is begun, done or logged as it was, and what is past as missed', async () => {
    const { practice, publish, programId, client, coach } = await arrange();
    await publish();
    const before = await listSessions(programId);
    const [thursday, monday] = before;
    // She does Thursday's session, misses Monday's and begins the next Thursday's a day early.
    await client.session.start({ sessionId: thursday?.id ?? '', at: testNow });
    await client.session.finish({ sessionId: thursday?.id ?? '', at: testNow, effort: 6 });
    const early = before[2];
    const wednesday = days(6);
    const detail = await client.session.get({ sessionId: early?.id ?? '' });
    await callClient(practice, practice.clients[0], { now: wednesday }).session.logSet({
      id: newId(),
      sessionId: early?.id ?? '',
      prescriptionId: detail.prescriptions[0]?.prescriptionId ?? '',
      setNumber: 1,
      amount: 5,
      loggedAt: wednesday,
    });
    const again = callCoach(practice, 'coach', { now: wednesday });
    const published = await again.programs.publish({
      programId,
      revision: 1,
      versionId: newId(),
      effectiveFrom: '2026-03-25',
    });
    expect(published.version.number).toBe(2);
    const after = await listSessions(programId);
    expect(after.map(({ id, key, status, number }) => ({ id, key, status, number })).slice(0, 4)).toEqual([
      { id: thursday?.id, key: 'w01-B', status: 'done', number: 1 },
      { id: monday?.id, key: 'w02-A', status: 'planned', number: 1 },
      { id: early?.id, key: 'w02-B', status: 'in_progress', number: 1 },
      { id: before[3]?.id, key: 'w03-A', status: 'planned', number: 2 },
    ]);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect((await again.sessions.get({ sessionId: monday?.id ?? '' })).state).toBe('missed');
    expect((await coach.programs.get({ programId })).locked.map(({ key }) => key)).toEqual(['w01-B', 'w02-B']);
  });

  it('and a first set at the same instant both stand', async () => {
    const { publish, programId, client } = await arrange();
    await publish();
    const [first] = await listSessions(programId);
    const { prescriptions } = await client.session.get({ sessionId: first?.id ?? '' });
    const set = {
      sessionId: first?.id ?? '',
      prescriptionId: prescriptions[0]?.prescriptionId ?? '',
      setNumber: 1,
      amount: 5,
    };
    const codes = await Promise.all([
      ...[1, 2, 3].map(() => codeFrom(publish({ versionId: newId() }))),
      ...[1, 2, 3].map(() => codeFrom(client.session.logSet({ ...set, id: newId(), loggedAt: testNow }))),
      ...[1, 2, 3].map(() => codeFrom(publish({ versionId: newId() }))),
    ]);
    expect(codes).toEqual(Array(9).fill('answered'));
    const view = await client.session.get({ sessionId: set.sessionId });
    expect(view).toMatchObject({ state: 'in_progress', sets: { logged: 1 } });
    const frozen = await listSessions(programId);
    await publish({ versionId: newId() });
    expect((await listSessions(programId))[0]).toEqual(frozen[0]);
    expect((await client.session.get({ sessionId: set.sessionId })).prescriptions).toEqual(view.prescriptions);
  });

  it('keeps the ids of sessions and exercises that stay, so that a copy on the phone stays good', async () => {
    const { publish, programId, client } = await arrange();
    await publish();
    const [, second] = await listSessions(programId);
    const before = await client.session.get({ sessionId: second?.id ?? '' });
    await publish({ versionId: newId() });
    const after = await client.session.get({ sessionId: second?.id ?? '' });
    expect(after.prescriptions.map(({ prescriptionId }) => prescriptionId)).toEqual(
      before.prescriptions.map(({ prescriptionId }) => prescriptionId),
    );
  });

  it('hands a client over from one program to the next', async () => {
    const { publish, programId, coach, wish, clientId, client } = await arrange();
    await publish();
    const nextId = newId();
    await coach.programs.build({ ...wish, id: nextId, startsOn: '2026-03-30' });
    await coach.programs.publish({
      programId: nextId,
      revision: 1,
      versionId: newId(),
      effectiveFrom: '2026-03-19',
    });
    expect((await listSessions(programId)).map(({ date }) => date)).toEqual(['2026-03-19', '2026-03-23', '2026-03-26']);
    expect((await listSessions(nextId))[0]?.date).toBe('2026-03-30');
    const { programs } = await coach.clients.get({ clientId });
    expect(programs.map(({ programId: id, status }) => [id, status])).toEqual([
      [nextId, 'published'],
      [programId, 'ended'],
    ]);
    expect((await client.today()).blockWeek).toEqual({ block: 1, week: 1, of: 6 });
    const ended = coach.programs.publish({ programId, revision: 1, versionId: newId(), effectiveFrom: '2026-03-20' });
    expect(await codeFrom(ended)).toBe('GONE');
  });

  it('refuses the past and what lies behind the end', async () => {
    const { publish, programId } = await arrange();
    expect(await codeFrom(publish({ effectiveFrom: '2026-03-18' }))).toBe('INVALID_INPUT');
    expect(await codeFrom(publish({ effectiveFrom: '2026-04-27' }))).toBe('INVALID_INPUT');
    expect(await listSessions(programId)).toEqual([]);
  });

  it('wants a reason for what the checks call an error, and writes it down', async () => {
    const { practice, publish, programId } = await arrange();
    const error = {
      code: 'M1_REST_TOO_SHORT',
      rule: 'S3',
      mistake: 1,
      severity: 'error',
      scope: 'slot',
      at: {},
      data: {},
    };
    await database.owner.query('update program set findings = $2 where id = $1', [programId, JSON.stringify([error])]);
    expect(await codeFrom(publish())).toBe('INVALID_INPUT');
    await publish({ overrideReason: 'She asked for a short session this once' });
    const { entries } = await callCoach(practice, 'owner').audit.list({});
    expect(entries.find(({ action }) => action === 'program.published')).toMatchObject({
      reason: 'She asked for a short session this once',
      data: { overridden: ['M1_REST_TOO_SHORT'] },
      actorName: 'Carla Coach',
    });
  });

  it('tells the second of two coaches who came first, and loses nothing', async () => {
    const { practice, publish, programId, wish } = await arrange();
    await callCoach(practice, 'owner', { now: days(1) }).programs.rebuild({ programId, revision: 1 });
    const problem = await publish().catch((error) => error);
    expect(codeOf(problem)).toBe('CONFLICT');
    expect(problem.conflict).toEqual({ revision: 2, changedBy: 'Olga Owner', changedAt: days(1) });
    expect(await listSessions(wish.id)).toEqual([]);
  });
});

describe('undoing', () => {
  const setOf = (session: string, sets: number) => ({
    kind: 'set_prescription' as const,
    session,
    slot: 'A1',
    reach: 'block' as const,
    fields: { sets, goal: 'power' as const },
  });

  it('gives back the draft of before each edit, the last one first', async () => {
    const { coach, programId, built } = await arrange();
    const first = await coach.programs.edit({ programId, revision: 1, edit: setOf('w02-A', 5) });
    const second = await coach.programs.edit({ programId, revision: 2, edit: setOf('w03-A', 6) });
    expect([built.canUndo, first.canUndo, second.canUndo]).toEqual([false, true, true]);
    const once = await coach.programs.undo({ programId, revision: 3 });
    expect(once).toMatchObject({ revision: 4, draft: first.draft, findings: first.findings, canUndo: true });
    expect(await coach.programs.undo({ programId, revision: 4 })).toMatchObject({
      revision: 5,
      draft: built.draft,
      canUndo: false,
    });
    expect(await codeFrom(coach.programs.undo({ programId, revision: 5 }))).toBe('GONE');
  });

  it('leaves a session that was begun since as it is', async () => {
    const { coach, client, programId, built, publish } = await arrange();
    await publish();
    const { draft } = await coach.programs.edit({ programId, revision: 1, edit: setOf('w02-A', 5) });
    const sessions = await listSessions(programId);
    const sessionId = sessions.find(({ key }) => key === 'w02-A')?.id ?? '';
    await client.session.start({ sessionId, at: testNow });
    const undone = await coach.programs.undo({ programId, revision: 2 });
    expect(undone.draft.weeks[1]?.sessions[0]).toEqual(draft.weeks[1]?.sessions[0]);
    expect(undone.draft.weeks[2]).toEqual(built.draft.weeks[2]);
  });

  it('is for one’s own edits', async () => {
    const { practice, coach, programId } = await arrange();
    await callCoach(practice, 'owner').programs.edit({ programId, revision: 1, edit: setOf('w02-A', 5) });
    expect((await coach.programs.get({ programId })).canUndo).toBe(false);
    expect(await codeFrom(coach.programs.undo({ programId, revision: 2 }))).toBe('GONE');
  });

  it('ends where the draft is built again', async () => {
    const { coach, programId } = await arrange();
    await coach.programs.edit({ programId, revision: 1, edit: setOf('w02-A', 5) });
    expect((await coach.programs.rebuild({ programId, revision: 2 })).canUndo).toBe(false);
    expect(await codeFrom(coach.programs.undo({ programId, revision: 3 }))).toBe('GONE');
  });
});

describe('building again', () => {
  const lunges = {
    kind: 'set_prescription' as const,
    session: 'w02-A',
    slot: 'A1',
    reach: 'block' as const,
    fields: { sets: 5 },
  };

  it('shows what it would change and keeps what the coach set by hand', async () => {
    const { practice, clientId, coach, programId } = await arrange();
    const { draft: before } = await coach.programs.edit({ programId, revision: 1, edit: lunges });
    expect(await coach.programs.previewRebuild({ programId })).toEqual({
      revision: 2,
      before,
      draft: before,
      findings: expect.anything(),
      lost: [],
    });
    const exerciseId = before.weeks[1]?.sessions[0]?.prescriptions[0]?.exerciseId ?? '';
    const known = { hundredths: 2400, unit: 'kg' as const };
    await coach.clients.setWorkingLoad({ clientId, exerciseId, load: known });
    const preview = await coach.programs.previewRebuild({ programId });
    const rebuilt = await callCoach(practice).programs.rebuild({ programId, revision: 2 });
    expect(rebuilt.draft).toEqual(preview.draft);
    expect(rebuilt.draft.weeks[2]?.sessions[0]?.prescriptions[0]).toMatchObject({
      sets: 5,
      pinned: ['sets'],
      load: known,
    });
  });

  it('says what can no longer stay', async () => {
    const { coach, clientId, programId, built } = await arrange();
    const taken = new Set(built.draft.weeks[1]?.sessions.flatMap((one) => one.prescriptions.map((l) => l.exerciseId)));
    const exerciseId = ['qd_bulgarian', 'qd_step_up_load', 'qd_goblet'].find((id) => !taken.has(id)) ?? '';
    await coach.programs.edit({ programId, revision: 1, edit: { ...lunges, fields: { exerciseId } } });
    const { profile, health, revision } = await coach.clients.get({ clientId });
    await coach.clients.saveProfile({
      ...profile,
      equipment: [...profile.equipment],
      unavailable: [...profile.unavailable],
      clientId,
      revision,
      painSites: ['anterior_knee'],
      healthNotes: health.notes,
    });
    const { lost } = await coach.programs.previewRebuild({ programId });
    expect(lost[0]).toMatchObject({
      session: 'w02-A',
      slot: 'A1',
      exerciseId,
      because: { code: 'barred', by: 'pain' },
    });
  });

  it('leaves the days gone by as they are once the client has seen them', async () => {
    const { practice, coach, clientId, programId, publish, built } = await arrange();
    await publish({ effectiveFrom: '2026-03-19' });
    const exerciseId = built.draft.weeks[0]?.sessions[0]?.prescriptions[0]?.exerciseId ?? '';
    await coach.clients.setWorkingLoad({ clientId, exerciseId, load: { hundredths: 2400, unit: 'kg' } });
    const later = callCoach(practice, 'coach', { now: days(8) });
    const rebuilt = await later.programs.rebuild({ programId, revision: 1 });
    expect(rebuilt.draft.weeks[0]).toEqual(built.draft.weeks[0]);
    expect(rebuilt.draft.weeks[3]).not.toEqual(built.draft.weeks[3]);
  });
});

describe('discarding', () => {
  it('removes a draft that was never published', async () => {
    const { coach, programId } = await arrange();
    expect(await coach.programs.discard({ programId, revision: 1 })).toEqual({ programId, outcome: 'removed' });
    expect(await codeFrom(coach.programs.get({ programId }))).toBe('NOT_FOUND');
  });

  it('takes a published program back to what the client sees', async () => {
    const { practice, coach, programId, publish, built, clientId } = await arrange();
    await publish();
    const { revision } = await coach.clients.get({ clientId });
    const rest = { kind: 'rest' as const };
    await coach.running.save({
      clientId,
      revision,
      scope: 'from',
      startsOn: '2026-03-16',
      days: [rest, rest, rest, rest, rest, rest, rest],
    });
    const rebuilt = await callCoach(practice, 'coach', { now: days(1) }).programs.rebuild({ programId, revision: 1 });
    expect(rebuilt.draft).not.toEqual(built.draft);
    expect((await coach.programs.get({ programId })).hasUnpublished).toBe(true);
    expect(await coach.programs.discard({ programId, revision: 2 })).toEqual({ programId, outcome: 'restored' });
    const view = await coach.programs.get({ programId });
    expect(view.draft).toEqual(built.draft);
    expect(view).toMatchObject({ revision: 3, hasUnpublished: false });
  });
});
