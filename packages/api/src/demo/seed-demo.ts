import { ensureUser } from '@groundwork/db/account';
import { createPractice } from '@groundwork/db/create-practice';
import { newId } from '@groundwork/db/new-id';
import { findPractice } from '@groundwork/db/practice-directory';
import { removePractice } from '@groundwork/db/remove-practice';
import { client, workingLoad } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import { program, programVersion } from '@groundwork/db/schema/program';
import { race, runWeek } from '@groundwork/db/schema/running';
import { prescription, session, setLog } from '@groundwork/db/schema/session';
import { type PracticeScope, withPractice } from '@groundwork/db/scope';
import { type BuiltProgram, buildProgram } from '@groundwork/engine/build-program';
import type { Load } from '@groundwork/engine/load';
import { addDays, mondayOf, type PlainDate } from '@groundwork/engine/plain-date';
import type { Profile } from '@groundwork/engine/profile';
import { seedRandom } from '@groundwork/engine/simulate/seeded-random';
import { writeAudit } from '../audit.ts';
import { inviteClient } from '../coach/clients/invite-client.ts';
import { hashProgram } from '../coach/programs/hash-program.ts';
import { planSessions } from '../coach/programs/plan-sessions.ts';
import { sealHealth } from '../health.ts';
import { sealedGoal } from '../sealed-words.ts';
import { findToday } from '../today.ts';
import type { Staff, WriterScope } from '../trpc.ts';
import { baseLoads, type DemoClient, demoClients, demoInvited, demoMembers, demoPractice } from './demo-people.ts';
import { seedWaitlist } from './seed-waitlist.ts';
import { simulateLogs } from './simulate-logs.ts';

/**
 * Fills the demo practice: a dozen runners with months of logs, a waitlist with people in every state. Kept as it is when it is there.
 * The environment of the apps must be set (`prepareDatabase`).
 * @param call.remake Removes the practice first, with all that visitors did to it.
 * @returns Whether it was made now.
 */
export async function seedDemo(call: {
  readonly ownerUrl: string;
  readonly now: Date;
  readonly remake?: boolean;
}): Promise<boolean> {
  const { ownerUrl, now } = call;
  if (call.remake) await removePractice(ownerUrl, demoPractice.slug);
  else if (await findPractice(demoPractice.slug)) return false;
  const [owner] = demoMembers;
  const { practiceId, ownerId } = await createPractice(ownerUrl, { ...demoPractice, owner });
  try {
    await withPractice(practiceId, async (scope) => {
      const staff = await addStaff(scope, ownerId);
      const today = findToday(demoPractice.timeZone, now);
      const clientIds = new Map<string, string>();
      for (const [index, person] of demoClients.entries()) {
        const coachId = staff.get(person.coach)?.memberId ?? ownerId;
        clientIds.set(person.email, await addClient({ scope, now, today, person, coachId, seed: index + 1 }));
      }
      const me = staff.get(owner.email);
      if (!me) throw new Error('The demo has no owner');
      const asOwner = { ...scope, me } as WriterScope;
      await inviteClient({ scope: asOwner, now, input: { id: newId(), ...demoInvited } });
      await seedWaitlist({ scope: asOwner, now, clientIds });
    });
  } catch (error) {
    // Half a demo would be kept as if it were whole.
    await removePractice(ownerUrl, demoPractice.slug);
    throw error;
  }
  return true;
}

async function addStaff(scope: PracticeScope, ownerId: string): Promise<ReadonlyMap<string, Staff>> {
  const staff = new Map<string, Staff>();
  for (const { email, name, role } of demoMembers) {
    const memberId = role === 'owner' ? ownerId : newId();
    staff.set(email, { memberId, name, email, role });
    if (role === 'owner') continue;
    const userId = await ensureUser(scope, email, name);
    await scope.tx.insert(member).values({ practiceId: scope.practiceId, id: memberId, userId, role, name, email });
  }
  return staff;
}

interface Seeding {
  readonly scope: PracticeScope;
  readonly now: Date;
  readonly today: PlainDate;
  readonly person: DemoClient;
  readonly coachId: string;
  readonly seed: number;
}

async function addClient(call: Seeding): Promise<string> {
  const { scope, now, today, person, coachId } = call;
  const { tx, practiceId } = scope;
  const id = newId();
  const weeksAgo = person.program?.weeksAgo ?? 0;
  const since = new Date(now.getTime() - (Math.max(weeksAgo, 0) * 7 + 5) * 86_400_000);
  const painSites = person.painSites ?? [];
  await tx.insert(client).values({
    practiceId,
    id,
    coachId,
    userId: await ensureUser(scope, person.email, person.name),
    name: person.name,
    email: person.email,
    status: person.status,
    timeZone: person.timeZone,
    unit: person.unit,
    birthYear: Number(today.slice(0, 4)) - person.age,
    experience: person.experience,
    runningMonths: person.runningMonths,
    equipment: [...person.equipment],
    minutesPerSession: person.minutes,
    unavailable: [...(person.unavailable ?? [])],
    ...sealedGoal(person.goal, { practiceId, clientId: id }),
    healthSealed: sealHealth({ painSites, notes: person.healthNotes ?? '' }, { practiceId, rowId: id }),
    createdAt: since,
    activatedAt: since,
  });
  const startsOn = addDays(mondayOf(today), -7 * weeksAgo);
  const usual = { practiceId, id: newId(), clientId: id, scope: 'from', days: person.week } as const;
  await tx
    .insert(runWeek)
    .values({ ...usual, startsOn: startsOn < today ? startsOn : mondayOf(today), updatedAt: since });
  const raceDate = person.race && addDays(mondayOf(today), 7 * person.race.inWeeks + person.race.day);
  if (person.race && raceDate) {
    const { name, distance, priority } = person.race;
    await tx.insert(race).values({ practiceId, id: newId(), clientId: id, name, distance, priority, date: raceDate });
  }
  const loads = listLoads(person);
  if (loads.size > 0) {
    await tx
      .insert(workingLoad)
      .values(
        [...loads].map(([exerciseId, load]) => ({ practiceId, clientId: id, exerciseId, ...load, setOn: startsOn })),
      );
  }
  if (person.program) await addProgram({ ...call, clientId: id, startsOn, raceDate, loads, plan: person.program });
  return id;
}

/** What she lifts, to the nearest 2.5 kg or 5 lb, at least one step. */
function listLoads(person: DemoClient): ReadonlyMap<string, Load> {
  if (person.strength === 0) return new Map();
  const [step, perKilogram] = person.unit === 'kg' ? [250, 100] : [500, 220];
  return new Map(
    Object.entries(baseLoads).map(([exerciseId, kilograms]) => {
      const wanted = kilograms * person.strength * perKilogram;
      return [exerciseId, { hundredths: Math.max(step, Math.round(wanted / step) * step), unit: person.unit }];
    }),
  );
}

async function addProgram(
  call: Seeding & {
    readonly clientId: string;
    readonly startsOn: PlainDate;
    readonly raceDate: PlainDate | undefined;
    readonly loads: ReadonlyMap<string, Load>;
    readonly plan: NonNullable<DemoClient['program']>;
  },
): Promise<void> {
  const { scope, now, today, person, coachId, clientId, startsOn, plan } = call;
  const { tx, practiceId } = scope;
  const profile: Profile = {
    age: person.age,
    experience: person.experience,
    runningMonths: person.runningMonths,
    equipment: person.equipment,
    minutesPerSession: person.minutes,
    painSites: person.painSites ?? [],
    runningWeek: person.week,
    weekOverrides: {},
    unavailable: person.unavailable ?? [],
    races:
      person.race && call.raceDate
        ? [{ date: call.raceDate, distance: person.race.distance, priority: person.race.priority }]
        : [],
    timeOff: [],
    screening: null,
    unit: person.unit,
    workingLoads: Object.fromEntries(call.loads),
  };
  const built = build(profile, startsOn, plan.weeks, person.name);
  const programId = newId();
  const { painSites, ...stored } = profile;
  const health = { painSites, notes: '' };
  const since = new Date(Math.min(now.getTime(), Date.parse(`${startsOn}T08:00:00Z`)) - 2 * 86_400_000);
  await tx.insert(program).values({
    practiceId,
    id: programId,
    clientId,
    title: plan.title,
    status: plan.published ? 'published' : 'draft',
    startsOn,
    weeks: plan.weeks,
    draft: built.program,
    profile: stored,
    healthSealed: sealHealth(health, { practiceId, rowId: programId }),
    findings: built.findings,
    updatedBy: coachId,
    updatedAt: since,
    createdAt: since,
  });
  const actor = { kind: 'member', id: coachId } as const;
  const fact = { actor, action: 'program.built', subjectKind: 'program', subjectId: programId };
  await writeAudit({ scope, now: since, facts: [fact] });
  if (!plan.published) return;
  const versionId = newId();
  await tx.insert(programVersion).values({
    practiceId,
    id: versionId,
    programId,
    number: 1,
    effectiveFrom: startsOn,
    content: built.program,
    contentHash: hashProgram(built.program),
    profile: stored,
    // As publishing copies it: with the program's seal.
    healthSealed: sealHealth(health, { practiceId, rowId: programId }),
    parameters: {},
    engineVersion: built.program.engineVersion,
    catalogueVersion: built.program.catalogueVersion,
    note: '',
    publishedBy: coachId,
    publishedAt: since,
  });
  await writeAudit({
    scope,
    now: since,
    facts: [{ ...fact, action: 'program.published', data: { number: 1, versionId } }],
  });
  const rows = planSessions({ program: built.program, practiceId, clientId, programId, versionId, from: startsOn });
  const done = simulateLogs({
    ...rows,
    story: person.story,
    unit: person.unit,
    today,
    random: seedRandom(call.seed).next,
    ownLoads: new Map([...call.loads].map(([exerciseId, load]) => [exerciseId, load.hundredths])),
  });
  for (const part of chunk(done.sessions)) await tx.insert(session).values(part);
  for (const part of chunk(rows.prescriptions)) await tx.insert(prescription).values(part);
  for (const part of chunk(done.logs)) await tx.insert(setLog).values(part);
}

function build(profile: Profile, startsOn: PlainDate, weeks: number, name: string): BuiltProgram {
  const built = buildProgram({ profile, startsOn, weeks, sessionsPerWeek: 2 });
  if (!built.ok) throw new Error(`The demo's program for ${name} can't be built: ${JSON.stringify(built.problems)}`);
  return built.value;
}

/** PostgreSQL takes 65,535 parameters a statement. */
function chunk<Row>(rows: readonly Row[], size = 2000): Row[][] {
  const parts: Row[][] = [];
  for (let at = 0; at < rows.length; at += size) parts.push(rows.slice(at, at + size));
  return parts;
}
