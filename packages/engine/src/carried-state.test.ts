import { describe, expect, test } from 'vitest';
import { copyState, isSameState, openState } from './carried-state.ts';
import { exercises } from './catalogue/catalogue.ts';
import type { RoleState } from './choose-slots.ts';
import type { CarriedState } from './program-plan.ts';

const [exercise, other] = exercises;
if (!exercise || !other) throw new Error('The catalogue has two exercises.');
const reason = { code: 'PAIN_SUBSTITUTE', rule: 'PAIN', data: { site: 'ankle' } };
const load = { hundredths: 4000, unit: 'kg' } as const;
const lastDose = { sets: 3, amount: 6, load, rir: 2, tempo: null, reason };
const role: RoleState = {
  exercise,
  weeksDone: 5,
  blocksKept: 1,
  lastDose,
  load,
  gaveWay: null,
  forcedBy: reason,
  stoodIn: new Set(['A']),
};
const race = { race: { date: '2026-03-01', distance: '10k', priority: 'A' }, dayNumber: 20_513 } as const;
const stateOf = (changed: Partial<CarriedState> = {}, changedRole: Partial<RoleState> = {}): CarriedState => ({
  ...openState(),
  states: new Map([['quads', { ...role, ...changedRole }]]),
  lastHeavyDay: 20_500,
  lighterSessions: new Set(['A']),
  easedRaces: new Set([race]),
  ...changed,
});
const doseOf = (changed: Partial<typeof lastDose> | Record<string, unknown>) => ({
  lastDose: { ...lastDose, ...changed } as typeof lastDose,
});

describe('what a block hands on', () => {
  test('is the same where each part of it is, whoever holds it', () => {
    const copy = { ...role, ...doseOf({ load: { ...load }, reason: { ...reason, data: { ...reason.data } } }) };
    expect(
      isSameState(stateOf(), stateOf({ states: new Map([['quads', { ...copy, stoodIn: new Set(['A']) }]]) })),
    ).toBe(true);
    expect(isSameState(openState(), openState())).toBe(true);
  });

  test.each<[string, CarriedState]>([
    ['lastHeavyDay', stateOf({ lastHeavyDay: 20_501 })],
    ['lastSessionDay', stateOf({ lastSessionDay: 20_501 })],
    ['lastAwayDay', stateOf({ lastAwayDay: 20_501 })],
    ['lighterUntil', stateOf({ lighterUntil: 20_501 })],
    ['lighterSessions, another', stateOf({ lighterSessions: new Set(['B']) })],
    ['lighterSessions, one more', stateOf({ lighterSessions: new Set(['A', 'B']) })],
    ['gapDays', stateOf({ gapDays: 9 })],
    ['lastEasyWeek', stateOf({ lastEasyWeek: 4 })],
    ['easedRaces', stateOf({ easedRaces: new Set() })],
    ['focusBefore', stateOf({ focusBefore: 'power' })],
    ['no role', stateOf({ states: new Map() })],
    ['another role', stateOf({ states: new Map([['hinge', role]]) })],
    ['exercise', stateOf({}, { exercise: other })],
    ['weeksDone', stateOf({}, { weeksDone: 6 })],
    ['blocksKept', stateOf({}, { blocksKept: 0 })],
    ['no load', stateOf({}, { load: null })],
    ['load', stateOf({}, { load: { hundredths: 4250, unit: 'kg' } })],
    ['unit', stateOf({}, { load: { hundredths: 4000, unit: 'lb' } })],
    ['gaveWay', stateOf({}, { gaveWay: other })],
    ['no force', stateOf({}, { forcedBy: null })],
    ['force', stateOf({}, { forcedBy: { ...reason, code: 'KIT_SUBSTITUTE' } })],
    ['rule of a force', stateOf({}, { forcedBy: { ...reason, rule: 'KIT' } })],
    ['data of a force', stateOf({}, { forcedBy: { ...reason, data: { site: 'calf' } } })],
    ['more data of a force', stateOf({}, { forcedBy: { ...reason, data: { site: 'ankle', side: 'left' } } })],
    ['stoodIn', stateOf({}, { stoodIn: new Set(['B']) })],
    ['no dose', stateOf({}, { lastDose: null })],
    ['sets', stateOf({}, doseOf({ sets: 2 }))],
    ['amount', stateOf({}, doseOf({ amount: 5 }))],
    ['rir', stateOf({}, doseOf({ rir: 3 }))],
    ['tempo', stateOf({}, doseOf({ tempo: '3-1-1' }))],
    ['load of a dose', stateOf({}, doseOf({ load: null }))],
    ['reason of a dose', stateOf({}, doseOf({ reason: { ...reason, data: {} } }))],
  ])('is another with another part: %s', (_, changed) => {
    expect(isSameState(stateOf(), changed)).toBe(false);
    expect(isSameState(changed, stateOf())).toBe(false);
  });

  test('a copy goes its own way', () => {
    const state = stateOf();
    const copy = copyState(state);
    expect(copy).toEqual(state);
    copy.lighterSessions.add('B');
    copy.easedRaces.clear();
    const copied = copy.states.get('quads');
    if (copied) copied.weeksDone = 6;
    expect(state).toEqual(stateOf());
  });
});
