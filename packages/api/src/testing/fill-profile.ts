import type { TestClient, TestPractice } from '@groundwork/db/testing/make-practice';
import type { RunningWeek } from '@groundwork/engine/running-week';
import type { Equipment } from '@groundwork/engine/vocabulary';
import { callCoach, type TestCall } from './call-as.ts';

/** The article's week: speed on Wednesday, long on Saturday. Strength stands on Monday and Thursday. */
export const articleWeek: RunningWeek = [
  { kind: 'easy', distanceKm: 8 },
  { kind: 'easy', distanceKm: 6 },
  { kind: 'interval', note: '6 × 800 m' },
  { kind: 'rest' },
  { kind: 'easy', distanceKm: 8 },
  { kind: 'long', distanceKm: 18 },
  { kind: 'rest' },
];

export const fullProfile = {
  name: 'Priya Nair',
  timeZone: 'Europe/Berlin',
  unit: 'kg' as const,
  birthYear: 1985,
  experience: 'some' as const,
  runningMonths: 60,
  equipment: ['dumbbells', 'bench', 'mat', 'miniband', 'barbell'] satisfies Equipment[],
  minutesPerSession: 50,
  unavailable: [],
  goal: 'A calm half marathon',
  painSites: [],
  healthNotes: '',
};

/** Everything that a program needs, typed by the coach. Returns the client's revision. */
export async function fillProfile(
  practice: TestPractice,
  options: { readonly client?: TestClient | undefined; readonly call?: TestCall; readonly startsOn?: string } = {},
): Promise<number> {
  const client = options.client ?? practice.clients[0];
  if (!client) throw new Error('The practice has no client');
  const coach = callCoach(practice, 'coach', options.call);
  const { clientId } = client;
  const { revision } = await coach.clients.saveProfile({ clientId, revision: 1, ...fullProfile });
  const saved = await coach.running.save({
    clientId,
    revision,
    scope: 'from',
    startsOn: options.startsOn ?? '2026-03-16',
    days: articleWeek,
  });
  return saved.revision;
}
