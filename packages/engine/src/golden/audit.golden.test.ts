import { describe, expect, test } from 'vitest';
import { audit } from '../audit.ts';
import {
  type AuditedWeek,
  type AuditInput,
  buildAuditedSlot,
  buildCatalogueSlot,
  type WrittenDose,
} from '../audit-input.ts';
import type { Finding } from '../finding.ts';
import { inputOf, onDay, repeatWeek, sessionOf, weekOf } from '../testing/audit-inputs.ts';
import type { Area, RunKind, Weekday } from '../vocabulary.ts';

const articleWeek: readonly RunKind[] = ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'];

const dosesOf = (...doses: readonly Omit<WrittenDose, 'slot'>[]) =>
  doses.map((dose, index) => buildCatalogueSlot({ ...dose, slot: String(index + 1) }));

const heavy = (exerciseId: string) =>
  ({ exerciseId, goal: 'strength', sets: 3, measure: 'reps', amount: 6, restSeconds: 180 }) as const;
const hold = (exerciseId: string) =>
  ({ exerciseId, goal: 'stability', sets: 3, measure: 'seconds', amount: 30, restSeconds: null }) as const;
const reps = (exerciseId: string, goal: 'mobility' | 'stability', amount: number) =>
  ({ exerciseId, goal, sets: 3, measure: 'reps', amount, restSeconds: null }) as const;

const heavySlots = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    buildAuditedSlot({
      slot: String(index + 1),
      exercise: `heavy ${index + 1}`,
      goal: 'strength',
      measure: 'reps',
      amount: 6,
      restSeconds: 180,
      isLoaded: true,
      highResistance: true,
    }),
  );

const classDays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'sun'];
const classWeek = (number: number): AuditedWeek =>
  weekOf(
    number,
    classDays.map((day) =>
      sessionOf(
        day,
        Array.from({ length: 8 }, (_, index) =>
          buildAuditedSlot({
            slot: String(index + 1),
            exercise: `week ${number} ${day} ${index + 1}`,
            goal: 'endurance',
            sets: 3,
            measure: 'reps',
            amount: 20,
            restSeconds: 30,
            isLoaded: true,
            highResistance: false,
          }),
        ),
      ),
    ),
    { runs: ['easy', 'easy', 'speed', 'easy', 'rest', 'long', 'easy'] },
  );

const areaSlot = (slot: string, area: Area) => buildAuditedSlot({ slot, exercise: area, area, goal: 'strength' });

interface AuditCase {
  readonly name: string;
  readonly source: string;
  readonly input: AuditInput;
  /** All of them; the data as far as the case states it. */
  readonly findings: readonly Partial<Omit<Finding, 'at'>>[];
  readonly days?: readonly (Weekday | undefined)[];
}

const cases: readonly AuditCase[] = [
  {
    name: 'A01 the example week and sessions pass clean',
    source: 'article, mistakes 1, 3 and 4 (S14 to S32)',
    input: inputOf(
      repeatWeek(
        5,
        [
          sessionOf(
            'mon',
            dosesOf(heavy('qd_rev_lunge'), heavy('gx_deadlift'), heavy('cg_double_loaded'), hold('cl_side_plank')),
          ),
          sessionOf(
            'thu',
            dosesOf(
              reps('am_wall_rock', 'mobility', 20),
              heavy('hs_machine_curl'),
              hold('fi_short_foot'),
              hold('gm_side_plank'),
            ),
          ),
        ],
        { runs: articleWeek },
      ),
      { dosesByWeek: false },
    ),
    findings: [],
  },
  {
    name: 'S8 the shape of a session with two heavy lifts, core, ankle and foot passes clean',
    source: 'article, mistake 1',
    input: inputOf([
      weekOf(
        1,
        [
          sessionOf(
            'mon',
            dosesOf(
              heavy('gx_deadlift'),
              heavy('qd_rev_lunge'),
              reps('ce_dead_bug', 'stability', 10),
              reps('as_band_evert', 'stability', 15),
              reps('fi_towel', 'stability', 15),
            ),
          ),
        ],
        { complete: false, runs: articleWeek },
      ),
    ]),
    findings: [],
  },
  {
    name: 'S19 the single example session passes clean',
    source: 'article, mistake 3',
    input: inputOf([
      weekOf(
        1,
        [
          sessionOf(
            'thu',
            dosesOf(
              heavy('qd_rev_lunge'),
              heavy('gx_sl_rdl'),
              hold('ce_plank'),
              reps('am_wall_rock', 'mobility', 20),
              heavy('cg_single_loaded'),
            ),
          ),
        ],
        { complete: false, runs: articleWeek },
      ),
    ]),
    findings: [],
  },
  {
    name: 'A02 a class-style programme breaks all four mistakes',
    source: 'article, mistakes 1 to 4 (S3, S5 to S7, S10, S11, S14, S15, S22 to S24)',
    input: inputOf([1, 2, 3, 4].map(classWeek)),
    findings: [
      { code: 'M1_NO_STRENGTH_OR_POWER', scope: 'week', severity: 'error' },
      ...classDays.map(
        () =>
          ({
            code: 'M1_TOO_MANY_HIGH_REP',
            scope: 'session',
            severity: 'error',
            data: { highRep: 8, max: 2 },
          }) as const,
      ),
      {
        code: 'M1_ENDURANCE_DOSE',
        scope: 'program',
        severity: 'error',
        data: { slotsPerWeek: 40, of: 40, reps: 20, restSec: 30 },
      },
      {
        code: 'M2_EXERCISE_CHURN',
        scope: 'program',
        severity: 'error',
        data: { weeksPerExercise: 1, min: 4, max: 6 },
      },
      { code: 'M3_TOO_MANY_SESSIONS', scope: 'week', severity: 'error', data: { sessions: 5, target: 2 } },
      ...classDays.map(
        () =>
          ({
            code: 'M3_SESSION_SIZE',
            scope: 'session',
            severity: 'warning',
            data: { exercises: 8, min: 4, max: 5 },
          }) as const,
      ),
      { code: 'M4_BEFORE_SPEED', severity: 'error' },
      { code: 'M4_ON_SPEED', severity: 'error' },
      { code: 'M4_AFTER_LONG', severity: 'error' },
    ],
    days: [undefined, ...classDays, undefined, undefined, undefined, ...classDays, 'tue', 'wed', 'sun'],
  },
  {
    name: 'A03 nine heavy lower-body slots are too many',
    source: 'article, mistake 3 (S16)',
    input: inputOf([weekOf(1, [sessionOf('mon', heavySlots(5)), sessionOf('thu', heavySlots(4))])]),
    findings: [{ code: 'M3_HIGH_RES_CAP', severity: 'warning', data: { count: 9, max: 8 } }],
  },
  {
    name: 'A04 exactly eight are allowed',
    source: 'article, mistake 3 (S16)',
    input: inputOf([weekOf(1, [sessionOf('mon', heavySlots(4)), sessionOf('thu', heavySlots(4))])]),
    findings: [],
  },
  {
    name: 'A06 the day after speed is allowed',
    source: 'article, mistake 4 (S25, S27)',
    input: inputOf([weekOf(1, [onDay('mon'), onDay('thu')], { runs: articleWeek })]),
    findings: [],
  },
  {
    name: 'A07 Sunday’s long run bars the Monday across the edge of the week',
    source: 'article, mistake 4 (S22, S31)',
    input: inputOf([
      weekOf(1, [onDay('mon'), onDay('thu')], { runs: ['easy', 'easy', 'speed', 'rest', 'easy', 'easy', 'long'] }),
    ]),
    findings: [{ code: 'M4_AFTER_LONG', severity: 'error' }],
    days: ['mon'],
  },
  {
    name: 'A09 a threshold run counts as speed',
    source: 'article, mistake 4 (S20)',
    input: inputOf([
      weekOf(1, [onDay('tue'), onDay('thu')], { runs: ['easy', 'easy', 'threshold', 'rest', 'easy', 'long', 'rest'] }),
    ]),
    findings: [{ code: 'M4_BEFORE_SPEED', severity: 'error' }],
    days: ['tue'],
  },
  {
    name: 'A11 the same load and reps for seven weeks',
    source: 'article, mistake 2 (S9, S10, S13)',
    input: inputOf(
      repeatWeek(
        7,
        [
          sessionOf('mon', dosesOf({ ...heavy('qd_goblet'), load: { hundredths: 1600, unit: 'kg' } }), {
            complete: false,
          }),
        ],
        { complete: false },
      ),
    ),
    findings: [
      { code: 'M2_NO_OVERLOAD', severity: 'error', data: { weeks: 7 } },
      { code: 'M2_STALE_EXERCISE', severity: 'warning', data: { weeks: 7, max: 6 } },
    ],
  },
  {
    name: 'A13 calves are missing at 52',
    source: 'article, mistake 3 (S17, S18)',
    input: inputOf(
      [
        weekOf(1, [
          sessionOf('mon', [
            areaSlot('1', 'glutes'),
            areaSlot('2', 'quads'),
            areaSlot('3', 'hamstrings'),
            areaSlot('4', 'core'),
          ]),
          sessionOf('thu', [
            areaSlot('1', 'glutes'),
            areaSlot('2', 'ankle'),
            areaSlot('3', 'core'),
            areaSlot('4', 'hamstrings'),
          ]),
        ]),
      ],
      { age: 52 },
    ),
    findings: [{ code: 'M3_AREA_GAP', severity: 'warning', data: { area: 'calves', reason: 'age>35' } }],
  },
  {
    name: 'A15 a light session on the day before speed is only a note',
    source: 'rulebook 1, tier T2',
    input: inputOf([weekOf(1, [onDay('tue', 'light')], { runs: articleWeek, complete: false })]),
    findings: [{ code: 'M4_BEFORE_SPEED', severity: 'info' }],
    days: ['tue'],
  },
];

describe('audit, golden cases', () => {
  test.each(cases)('$name ($source)', ({ input, findings, days }) => {
    const found = audit(input).findings;
    expect(found.map(({ code }) => code)).toEqual(findings.map(({ code }) => code));
    expect(found).toMatchObject(findings);
    if (days) expect(found.map(({ at }) => at.day)).toEqual(days);
  });

  test('A02 fails all four mistakes, says what it cannot tell, and counts no light slot as heavy', () => {
    const { verdicts, cannotTell } = audit(inputOf([1, 2, 3, 4].map(classWeek)));
    expect(verdicts).toEqual({ 1: 'fails', 2: 'fails', 3: 'fails', 4: 'fails' });
    expect(cannotTell).toContainEqual({ mistake: 2, rule: 'S9', code: 'NOTHING_REPEATS' });
  });

  test('A01 passes all four, and says that a template shows no rise', () => {
    const a01 = cases[0];
    const { verdicts, cannotTell } = audit(a01?.input ?? inputOf([]));
    expect(verdicts).toEqual({ 1: 'passes', 2: 'passes', 3: 'passes', 4: 'passes' });
    expect(cannotTell).toContainEqual({ mistake: 2, rule: 'S9', code: 'ONE_TEMPLATE' });
  });
});
