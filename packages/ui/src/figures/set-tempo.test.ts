import { exercises } from '@groundwork/engine/catalogue/catalogue';
import { describe, expect, test } from 'vitest';
import { drawFigure } from './figure.ts';
import type { Figure } from './figure-spec.ts';
import { findFigure } from './poses.ts';
import { isLowering, setTempo } from './set-tempo.ts';

const figureOf = (id: string): Figure => {
  const figure = findFigure(id);
  if (!figure) throw new Error(`${id} has no figure`);
  return figure;
};

describe('setTempo', () => {
  test.each([
    'qd_goblet',
    'qd_back_squat',
    'qd_rev_lunge',
    'qd_bulgarian',
    'qd_step_down',
    'gx_rdl',
    'gx_deadlift',
    'gx_sl_rdl',
    'hs_nordic',
    'am_heel_drop',
  ])('%s starts at the top: three seconds down come first', (id) => {
    expect(setTempo(figureOf(id), '3-1-1').tempo?.slice(0, 3)).toEqual([3, 1, 1]);
  });

  test.each([
    'gx_bridge',
    'gx_hip_thrust',
    'cg_double',
    'cg_single_loaded',
    'cs_seated',
    'hs_machine_curl',
    'gm_sidelying_abd',
    'fi_toe_ext_raise',
  ])('%s starts at the bottom: one second up comes first', (id) => {
    const [there, , back, rest] = setTempo(figureOf(id), '3-1-1').tempo ?? [];
    expect([there, back, rest]).toEqual([1, 3, 1]);
  });

  test('the animation lasts as long as the tempo says, with the rest at the end', () => {
    const figure = setTempo(figureOf('qd_goblet'), '4-2-1');
    const seconds = (figure.tempo ?? []).reduce((sum, one) => sum + one, 0);
    expect(seconds).toBeCloseTo(4 + 2 + 1 + 0.8);
    expect(drawFigure(figure, 'move', 'fig')).toContain(`animation:${Math.round(seconds * 10) / 10}s linear infinite`);
  });

  test('no tempo, or one in another form, leaves the figure as it is drawn', () => {
    const figure = figureOf('qd_goblet');
    for (const tempo of [null, '', 'slow', '3-1', '3-1-1-0', 'x-1-1']) expect(setTempo(figure, tempo)).toBe(figure);
  });

  test('a movement with a way home of its own keeps its own time', () => {
    const figure = figureOf('pl_box_jump');
    expect(setTempo(figure, '3-1-1')).toBe(figure);
  });

  test('a tempo of zero seconds is still seen', () => {
    const [there, held, back, rest] = setTempo(figureOf('qd_goblet'), '0-0-0').tempo ?? [];
    expect([there, held, back]).toEqual([0.3, 0, 0.3]);
    expect(rest).toBeGreaterThanOrEqual(0.4);
  });

  test('the same tempo gives the same figure, another another', () => {
    const figure = figureOf('qd_goblet');
    expect(setTempo(figure, '3-1-1')).toBe(setTempo(figure, '3-1-1'));
    for (let seconds = 1; seconds < 60; seconds += 1) {
      expect(setTempo(figure, `${seconds}-0-1`).tempo?.[0]).toBe(seconds);
    }
  });

  test('every figure goes one way or the other', () => {
    expect(exercises.filter(({ id }) => isLowering(figureOf(id))).length).toBeGreaterThan(10);
    expect(exercises.filter(({ id }) => !isLowering(figureOf(id))).length).toBeGreaterThan(10);
  });
});
