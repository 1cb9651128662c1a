import { type DoseProblem, parseDose } from '@groundwork/engine/dose-notation';
import type { Prescription } from '@groundwork/engine/program';
import { describe, expect, it } from 'vitest';
import { describeCell, describeDoseProblem, formatCellText } from './cell-text.ts';

const squat: Prescription = {
  slot: 'A1',
  superset: null,
  exerciseId: 'split_squat',
  goal: 'strength',
  sets: 3,
  measure: 'reps',
  amount: 6,
  range: [4, 6],
  perSide: true,
  load: { hundredths: 1750, unit: 'kg' },
  rir: 2,
  restSeconds: 180,
  explosive: false,
  tempo: null,
  purpose: 'knees and hips on the long run',
  reasons: [],
  pinned: [],
};
const plank: Prescription = { ...squat, measure: 'seconds', amount: 30, range: [20, 45], load: null, rir: null };

describe('describeCell', () => {
  it('leaves the client’s own unit to the foot line, and names another', () => {
    expect(describeCell(squat, 'kg')).toEqual({ dose: '3×6', load: '17.5' });
    expect(describeCell(squat, 'lb')).toEqual({ dose: '3×6', load: '17.5 kg' });
  });

  it('shows a hold in seconds and no load where there is none', () => {
    expect(describeCell(plank, 'kg')).toEqual({ dose: '3×30 s', load: '' });
  });

  it('says that it is slow, beside a load and alone', () => {
    expect(describeCell({ ...squat, tempo: '3-1-1' }, 'kg').load).toBe('17.5 slow');
    expect(describeCell({ ...squat, load: null, tempo: '3-1-1' }, 'kg').load).toBe('slow');
  });

  it('tells a load of nothing from no load', () => {
    expect(describeCell({ ...squat, load: { hundredths: 0, unit: 'kg' } }, 'kg').load).toBe('0');
  });
});

describe('formatCellText', () => {
  it.each([
    ['a loaded exercise', squat, 'kg'],
    ['one in another unit than the client’s', squat, 'lb'],
    ['half a rep in reserve', { ...squat, rir: 1.5 }, 'kg'],
    ['none in reserve', { ...squat, rir: 0 }, 'kg'],
    ['a load of nothing', { ...squat, load: { hundredths: 0, unit: 'kg' } }, 'kg'],
    ['a hold', plank, 'kg'],
  ] as const)('reads back as it stands: %s', (_words, prescription, unit) => {
    const { sets, measure, amount, load, rir } = prescription;
    expect(parseDose(formatCellText(prescription, unit), unit)).toEqual({
      ok: true,
      value: { sets, measure, amount, load, rir: rir ?? undefined },
    });
  });

  it('says nothing of a reserve where it has no meaning', () => {
    expect(formatCellText(plank, 'kg')).not.toContain('@');
  });
});

describe('describeDoseProblem', () => {
  it.each([
    ['hello', 'Write it as 3x6 18, 3x30s or 2x8 @3.'],
    ['', 'Write it as 3x6 18, 3x30s or 2x8 @3.'],
    ['9x6', '1 to 6 sets.'],
    ['3x60', '1 to 50 reps.'],
    ['3x2s', '5 to 300 seconds.'],
    ['3x6 2000', 'At most 1000.'],
    ['3x6 @9', '0 to 5 in reserve, in half steps.'],
  ])('says what is wrong with “%s”', (text, sentence) => {
    const read = parseDose(text, 'kg');
    const problems: readonly DoseProblem[] = read.ok ? [] : read.problems;
    expect(problems.map(describeDoseProblem)).toEqual([sentence]);
  });
});
