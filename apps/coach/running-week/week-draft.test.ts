import type { RunDay, RunningWeek } from '@groundwork/engine/running-week';
import { runKinds } from '@groundwork/engine/vocabulary';
import { describe, expect, it } from 'vitest';
import { dayOf, editWeek, findKindByKey, isSameWeek, kindKeys, startDraft } from './week-draft.ts';

const rest: RunDay = { kind: 'rest' };
const week: RunningWeek = [
  { kind: 'easy', distanceKm: 8 },
  { kind: 'interval', distanceKm: 10, note: '6 × 800 m' },
  rest,
  rest,
  rest,
  { kind: 'long', distanceKm: 22 },
  rest,
];
const draft = startDraft(week);

describe('editWeek', () => {
  it('keeps the distance when a run becomes another run', () => {
    const edited = editWeek(draft, { kind: 'set_kind', day: 'mon', to: 'tempo' });
    expect(dayOf(edited.week, 'mon')).toEqual({ kind: 'tempo', distanceKm: 8 });
  });

  it('drops the note with the kind it was written for', () => {
    const edited = editWeek(draft, { kind: 'set_kind', day: 'tue', to: 'easy' });
    expect(dayOf(edited.week, 'tue')).toEqual({ kind: 'easy', distanceKm: 10, note: undefined });
  });

  it('leaves a day of rest without distance and note', () => {
    const edited = editWeek(draft, { kind: 'set_kind', day: 'tue', to: 'rest' });
    expect(Object.keys(dayOf(edited.week, 'tue'))).toEqual(['kind']);
  });

  it('swaps two days with all that is on them', () => {
    const edited = editWeek(draft, { kind: 'swap', days: ['tue', 'sun'] });
    expect(dayOf(edited.week, 'tue')).toEqual(rest);
    expect(dayOf(edited.week, 'sun')).toEqual({ kind: 'interval', distanceKm: 10, note: '6 × 800 m' });
    expect(dayOf(edited.week, 'sat')).toEqual(dayOf(week, 'sat'));
  });

  it('takes a distance away, and a note of nothing but spaces', () => {
    const bare = editWeek(draft, { kind: 'set_distance', day: 'sat', km: undefined });
    expect(dayOf(bare.week, 'sat').distanceKm).toBeUndefined();
    const silent = editWeek(draft, { kind: 'set_note', day: 'tue', note: '  ' });
    expect(dayOf(silent.week, 'tue').note).toBeUndefined();
  });

  it('keeps the spaces around a note that says something, since she may still be typing', () => {
    expect(dayOf(editWeek(draft, { kind: 'set_note', day: 'mon', note: 'with ' }).week, 'mon').note).toBe('with ');
  });

  it.each([
    { kind: 'set_kind', day: 'mon', to: 'easy' },
    { kind: 'set_distance', day: 'mon', km: 8 },
    { kind: 'set_distance', day: 'wed', km: undefined },
    { kind: 'set_note', day: 'wed', note: ' ' },
    { kind: 'swap', days: ['fri', 'fri'] },
    { kind: 'undo' },
  ] as const)('leaves no step to undo when $kind changes nothing', (edit) => {
    expect(editWeek(draft, edit)).toBe(draft);
  });

  it('goes back one step at a time, and then stays where it began', () => {
    const one = editWeek(draft, { kind: 'set_kind', day: 'wed', to: 'easy' });
    const two = editWeek(one, { kind: 'set_distance', day: 'wed', km: 6 });
    expect(editWeek(two, { kind: 'undo' })).toEqual(one);
    const back = editWeek(editWeek(two, { kind: 'undo' }), { kind: 'undo' });
    expect(back).toEqual(draft);
    expect(editWeek(back, { kind: 'undo' })).toBe(back);
  });

  it('remembers the last fifty steps', () => {
    let now = draft;
    for (let km = 1; km <= 60; km += 1) now = editWeek(now, { kind: 'set_distance', day: 'wed', km });
    for (let step = 0; step < 60; step += 1) now = editWeek(now, { kind: 'undo' });
    expect(dayOf(now.week, 'wed').distanceKm).toBe(10);
  });

  it('forgets the steps when it restarts from another week', () => {
    const edited = editWeek(draft, { kind: 'set_kind', day: 'wed', to: 'easy' });
    expect(editWeek(edited, { kind: 'restart', week })).toEqual({ week, past: [] });
  });

  it('leaves the week it was given as it was', () => {
    const before = structuredClone(week);
    editWeek(draft, { kind: 'swap', days: ['mon', 'sat'] });
    expect(week).toEqual(before);
  });
});

describe('isSameWeek', () => {
  const withDay = (day: RunDay): RunningWeek => [day, ...week.slice(1)] as unknown as RunningWeek;

  it('takes a missing note for an empty one', () => {
    expect(isSameWeek(week, withDay({ kind: 'easy', distanceKm: 8, note: '' }))).toBe(true);
  });

  it.each([
    { kind: 'tempo', distanceKm: 8 },
    { kind: 'easy', distanceKm: 8.5 },
    { kind: 'easy' },
    { kind: 'easy', distanceKm: 8, note: 'flat' },
  ] as const)('sees the difference of %o', (day) => {
    expect(isSameWeek(week, withDay(day))).toBe(false);
  });
});

describe('findKindByKey', () => {
  it('gives every kind a key of its own', () => {
    expect(new Set(Object.values(kindKeys)).size).toBe(runKinds.length);
    for (const kind of runKinds) expect(findKindByKey(kindKeys[kind])).toBe(kind);
  });

  it('hears a capital, and nothing in a key that has no kind', () => {
    expect(findKindByKey('L')).toBe('long');
    expect(findKindByKey('z')).toBeUndefined();
    expect(findKindByKey('Enter')).toBeUndefined();
  });
});
