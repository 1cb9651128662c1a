import { newId } from '@groundwork/db/new-id';
import { makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { describe, expect, it } from 'vitest';
import { codeOf, describeError } from '../../errors.ts';
import { callClient, callCoach } from '../../testing/call-as.ts';
import { articleWeek, fillProfile } from '../../testing/fill-profile.ts';

const database = useTestDatabase();
const codeFrom = (call: Promise<unknown>) => call.then(() => 'answered', codeOf);
const reason = 'She doubles on Wednesdays and likes it';

/** A client with the article's week: speed on Wednesday, long on Saturday; strength on Monday and Thursday. */
async function arrange() {
  const practice = await makePractice(database);
  await fillProfile(practice);
  const clientId = practice.clients[0]?.clientId ?? '';
  const owner = callCoach(practice, 'owner');
  const coach = callCoach(practice);
  const programId = newId();
  const wish = { id: programId, clientId, startsOn: '2026-03-16', weeks: 6, sessionsPerWeek: 2 as const };
  return { practice, clientId, owner, coach, programId, wish };
}

const listAudit = async (subjectId: string) => {
  const { rows } = await database.owner.query(
    'select action, reason, data from audit_entry where subject_id = $1 order by at, id',
    [subjectId],
  );
  return rows as { action: string; reason: string; data: Record<string, unknown> }[];
};

const daysOf = (draft: { weeks: readonly { sessions: readonly { day: string }[] }[] }) =>
  draft.weeks[1]?.sessions.map(({ day }) => day);

describe('the rules of a practice', () => {
  it('are the article’s before anybody chose', async () => {
    const { owner } = await arrange();
    expect(await owner.rules.get()).toEqual({ name: 'article', tuned: {}, revision: 0 });
  });

  it('are saved with what differs from the defaults alone, and written down', async () => {
    const { practice, owner } = await arrange();
    const tuned = { restStrength: 240, rir: 2 };
    const saved = await owner.rules.save({ revision: 0, name: 'hard_days_hard', tuned });
    expect(saved).toEqual({ name: 'hard_days_hard', tuned: { restStrength: 240 }, revision: 1 });
    expect(await owner.rules.get()).toEqual(saved);
    expect(await listAudit(practice.practiceId)).toMatchObject([
      {
        action: 'rules.changed',
        data: {
          before: { name: 'article', tuned: {} },
          after: { name: 'hard_days_hard', tuned: { restStrength: 240 } },
        },
      },
    ]);
  });

  it.each([
    ['a rest below its hard limit', { restStrength: 60 }, 'tuned.restStrength'],
    ['more exercises at least than at most', { slotsMin: 6, slotsMax: 5 }, 'tuned.slotsMin'],
  ])('refuse %s', async (_, tuned, field) => {
    const { owner } = await arrange();
    const problem = await owner.rules.save({ revision: 0, name: 'article', tuned }).catch((error) => error);
    expect(describeError(problem).problems.map((one) => one.field)).toEqual([field]);
  });

  it('are the owner’s to choose, and the second of two who save is told', async () => {
    const { owner, coach } = await arrange();
    const choice = { name: 'article' as const, tuned: { restStrength: 200 } };
    expect(await codeFrom(coach.rules.save({ revision: 0, ...choice }))).toBe('FORBIDDEN');
    await owner.rules.save({ revision: 0, ...choice });
    expect(await codeFrom(owner.rules.save({ revision: 0, ...choice }))).toBe('CONFLICT');
    expect(await codeFrom(owner.rules.save({ revision: 7, ...choice }))).toBe('CONFLICT');
  });

  it('show before they are saved what they change for each client with a program, and why', async () => {
    const { practice, owner, coach, clientId, wish } = await arrange();
    const choice = { name: 'hard_days_hard' as const, tuned: {}, from: 0 };
    expect(await owner.rules.preview(choice)).toEqual({ effects: [], next: null });
    await coach.programs.build(wish);
    const { effects, next } = await owner.rules.preview(choice);
    expect(next).toBeNull();
    const [effect] = effects;
    expect(effect).toMatchObject({ clientId, program: { programId: wish.id, sessions: 12 } });
    expect(effect?.program.moved).toBeGreaterThan(0);
    const wednesday = effect?.days.find(({ day }) => day === 'wed');
    expect(wednesday).toMatchObject({ before: null, after: 'full' });
    expect(wednesday?.why[0]).toMatchObject({ code: 'X1_ON_SPEED', rule: 'HARD_DAYS_HARD' });
    expect(await callCoach(practice, 'owner').rules.get()).toMatchObject({ revision: 0 });
  });

  it('show what they change for a bounded number of weeks at a time, each client once, by name', async () => {
    const practice = await makePractice(database, { clients: 12 });
    const owner = callCoach(practice, 'owner');
    for (const client of practice.clients) {
      await fillProfile(practice, { client });
      const wish = { id: newId(), clientId: client.clientId, startsOn: '2026-03-16', weeks: 52 };
      await callCoach(practice).programs.build({ ...wish, sessionsPerWeek: 2 });
    }
    const choice = { name: 'article' as const, tuned: { restStrength: 240 } };
    const first = await owner.rules.preview({ ...choice, from: 0 });
    expect(first.effects).toHaveLength(10);
    const rest = await owner.rules.preview({ ...choice, from: first.next ?? 0 });
    expect(rest).toMatchObject({ effects: { length: 2 }, next: null });
    const compared = [...first.effects, ...rest.effects].map(({ clientId }) => clientId);
    const { rows } = await database.owner.query('select id from client where practice_id = $1 order by name, id', [
      practice.practiceId,
    ]);
    expect(compared).toEqual(rows.map(({ id }) => id));
    expect(await owner.rules.preview({ ...choice, from: 12 })).toEqual({ effects: [], next: null });
  });

  it('show what they change for each client in her own running week', async () => {
    const practice = await makePractice(database, { clients: 2 });
    const coach = callCoach(practice);
    const [mon, easy, speed, ...rest] = articleWeek;
    const weeks = [articleWeek, [mon, speed, easy, ...rest]] as const;
    for (const [index, client] of practice.clients.entries()) {
      const { clientId } = client;
      const revision = await fillProfile(practice, { client });
      const days = weeks[index] ?? articleWeek;
      await coach.running.save({ clientId, revision, scope: 'from', startsOn: '2026-03-16', days });
      await coach.programs.build({ id: newId(), clientId, startsOn: '2026-03-16', weeks: 6, sessionsPerWeek: 2 });
    }
    const choice = { name: 'hard_days_hard' as const, tuned: {}, from: 0 };
    const { effects } = await callCoach(practice, 'owner').rules.preview(choice);
    const daysOfSpeed = practice.clients.map(({ clientId }) =>
      effects
        .find((effect) => effect.clientId === clientId)
        ?.days.filter(({ why }) => why.some(({ code }) => code === 'X1_ON_SPEED'))
        .map(({ day }) => day),
    );
    expect(daysOfSpeed).toEqual([['wed'], ['tue']]);
  });

  it('are what programs are built, built again and checked by', async () => {
    const { owner, coach, programId, wish } = await arrange();
    const built = await coach.programs.build(wish);
    expect(daysOf(built.draft)).toEqual(['mon', 'thu']);
    await owner.rules.save({ revision: 0, name: 'hard_days_hard', tuned: { restStrength: 240 } });
    const rebuilt = await coach.programs.rebuild({ programId, revision: 1 });
    expect(daysOf(rebuilt.draft)).toContain('wed');
    const rests = rebuilt.draft.weeks[1]?.sessions.flatMap((one) => one.prescriptions.map((line) => line.restSeconds));
    expect(rests).toContain(240);
    expect(rebuilt.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { rules } = await coach.programs.get({ programId });
    expect(rules).toMatchObject({ name: 'hard_days_hard', parameters: { restStrength: 240 }, overrides: [] });
    const { rows } = await database.owner.query('select rule_set, parameters from program where id = $1', [programId]);
    expect(rows).toEqual([{ rule_set: { name: 'hard_days_hard', overrides: [] }, parameters: { restStrength: 240 } }]);
  });
});

describe('a rule set aside for a client', () => {
  it('holds for her, with its reason, until it is put back; both are written down', async () => {
    const { coach, clientId, programId, wish } = await arrange();
    const aside = await coach.rules.setAside({ id: newId(), clientId, rule: 'S24', reason });
    expect(aside).toMatchObject([{ rule: 'S24', reason, madeBy: 'Carla Coach' }]);
    expect((await coach.clients.get({ clientId })).overrides).toEqual(aside);
    await coach.programs.build(wish);
    const move = { kind: 'move_session' as const, session: 'w02-A', date: '2026-03-24' };
    const moved = await coach.programs.edit({ programId, revision: 1, edit: move });
    expect(moved.findings.find(({ code }) => code === 'M4_BEFORE_SPEED')).toMatchObject({
      severity: 'info',
      data: { setAside: 'OVERRIDE', coachSays: reason },
    });
    expect(await coach.rules.putBack({ clientId, rule: 'S24' })).toEqual([]);
    expect(await coach.rules.putBack({ clientId, rule: 'S24' })).toEqual([]);
    const actions = (await listAudit(clientId)).map(({ action, reason: why }) => [action, why]);
    expect(actions.filter(([action]) => action?.startsWith('rule.'))).toEqual([
      ['rule.set_aside', reason],
      ['rule.put_back', ''],
    ]);
  });

  it('said again, has the newer reason', async () => {
    const { coach, clientId } = await arrange();
    await coach.rules.setAside({ id: newId(), clientId, rule: 'S23', reason });
    const again = await coach.rules.setAside({ id: newId(), clientId, rule: 'S23', reason: 'Her shifts changed' });
    expect(again).toMatchObject([{ rule: 'S23', reason: 'Her shifts changed' }]);
  });

  it('is for the three rules that may be, and says why', async () => {
    const { coach, clientId } = await arrange();
    const ask = { id: newId(), clientId, rule: 'S23' as const, reason: ' ' };
    expect(await codeFrom(coach.rules.setAside(ask))).toBe('INVALID_INPUT');
    expect(await codeFrom(coach.rules.setAside({ ...ask, reason, rule: 'S21' as 'S23' }))).toBe('INVALID_INPUT');
  });

  it('is what the client’s own week is placed by', async () => {
    const { practice, owner, clientId } = await arrange();
    const placedOn = async () => {
      const { week } = await callClient(practice).today();
      return week.days
        .filter(({ reasons }) => reasons.some(({ code }) => code === 'X1_ON_SPEED'))
        .map(({ day }) => day);
    };
    expect(await placedOn()).toEqual([]);
    await owner.rules.save({ revision: 0, name: 'hard_days_hard', tuned: {} });
    expect(await placedOn()).toEqual(['wed']);
    expect((await owner.clients.get({ clientId })).rules.name).toBe('hard_days_hard');
  });

  it('lets three sessions a week be built for a client only once S14 is set aside for her', async () => {
    const { coach, clientId, wish } = await arrange();
    const three = { ...wish, sessionsPerWeek: 3 as const };
    const refused = await coach.programs.build(three).catch((error) => error);
    expect(describeError(refused).problems.map(({ field }) => field)).toEqual(['sessionsPerWeek']);
    await coach.rules.setAside({ id: newId(), clientId, rule: 'S14', reason });
    await coach.programs.build(three);
    const { sessionsPerWeek, draft } = await coach.programs.get({ programId: wish.id });
    expect(sessionsPerWeek).toBe(3);
    expect(draft.weeks[1]?.sessions).toHaveLength(3);
  });
});
