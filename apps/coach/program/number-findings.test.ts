import type { Finding } from '@groundwork/engine/finding';
import type { Program, ProgramWeek } from '@groundwork/engine/program';
import { describe, expect, it } from 'vitest';
import { cellKeyOf, numberFindings } from './number-findings.ts';

const weekOf = (number: number): ProgramWeek => ({
  number,
  startsOn: '2026-01-05',
  block: 1,
  phase: 'build',
  tier: 'T3',
  warnings: [],
  days: [],
  sessions: [],
});
const program: Program = {
  startsOn: '2026-01-05',
  blocks: [],
  weeks: [1, 2, 3, 4, 5, 6].map(weekOf),
  engineVersion: '1',
  catalogueVersion: '1',
};
const finding = (at: Finding['at'], severity: Finding['severity'] = 'warning'): Finding => ({
  code: 'M1_REST_TOO_SHORT',
  rule: 'S3',
  mistake: 1,
  severity,
  scope: 'slot',
  at,
  data: {},
});

describe('cellKeyOf', () => {
  it('names a week, a session or a slot', () => {
    expect([cellKeyOf(3), cellKeyOf(3, 'A'), cellKeyOf(3, 'A', 'A2')]).toEqual(['3', '3:A', '3:A:A2']);
  });
});

describe('numberFindings', () => {
  it('counts down the grid and then to the right, not by severity', () => {
    const below = finding({ week: 1, session: 'B', slot: 'B1' }, 'error');
    const right = finding({ week: 4, session: 'A', slot: 'A1' });
    const left = finding({ week: 2, session: 'A', slot: 'A1' });
    const { numbers, listed } = numberFindings([below, right, left], program);
    expect(Object.fromEntries(numbers)).toEqual({ '2:A:A1': [1], '4:A:A1': [2], '1:B:B1': [3] });
    expect(listed.map((one) => one.finding)).toEqual([left, right, below]);
  });

  it('puts a session’s finding before those of its slots', () => {
    const slot = finding({ week: 1, session: 'A', slot: 'A1' });
    const session = finding({ week: 5, session: 'A' });
    expect(numberFindings([slot, session], program).listed.map((one) => one.finding)).toEqual([session, slot]);
  });

  it('orders the weeks as numbers', () => {
    const long = { ...program, weeks: [2, 10].map(weekOf) };
    const tenth = finding({ week: 10, session: 'A', slot: 'A1' });
    const second = finding({ week: 2, session: 'A', slot: 'A1' });
    expect(numberFindings([tenth, second], long).numbers.get('10:A:A1')).toEqual([2]);
  });

  it('tints every week of a stretch and numbers the first alone', () => {
    const { cells, numbers } = numberFindings(
      [finding({ week: 2, throughWeek: 4, session: 'A', slot: 'A2' })],
      program,
    );
    expect([...cells]).toEqual(['2:A:A2', '3:A:A2', '4:A:A2']);
    expect([...numbers.keys()]).toEqual(['2:A:A2']);
  });

  it('keeps two findings of one cell', () => {
    const at = { week: 1, session: 'A', slot: 'A1' };
    expect(numberFindings([finding(at), finding(at, 'error')], program).numbers.get('1:A:A1')).toEqual([1, 2]);
  });

  it('gives no number to a note or to what is about the whole program, and lists them last by severity', () => {
    const note = finding({ week: 1, session: 'A', slot: 'A1' }, 'info');
    const whole = finding({}, 'warning');
    const grave = finding({}, 'error');
    const placed = finding({ week: 6, session: 'B', slot: 'B3' });
    const { listed, cells } = numberFindings([note, whole, grave, placed], program);
    expect(listed).toEqual([
      { finding: placed, number: 1 },
      { finding: grave, number: undefined },
      { finding: whole, number: undefined },
      { finding: note, number: undefined },
    ]);
    expect(cells.has('1:A:A1')).toBe(false);
  });

  it('marks no cell for weeks that the program does not have', () => {
    const { cells, numbers, listed } = numberFindings([finding({ week: 9, session: 'A', slot: 'A1' })], program);
    expect([cells.size, numbers.size]).toEqual([0, 0]);
    expect(listed).toHaveLength(1);
  });

  it('leaves the findings it was given in their order', () => {
    const findings = [finding({ week: 3, session: 'B', slot: 'B1' }), finding({ week: 1, session: 'A', slot: 'A1' })];
    const before = [...findings];
    numberFindings(findings, program);
    expect(findings).toEqual(before);
  });
});
