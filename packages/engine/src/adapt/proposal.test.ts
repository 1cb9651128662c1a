import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { sessionOf } from '../testing/lived-program.ts';
import { buildProposal, type ProposalEdit } from './proposal.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 4, sessionsPerWeek: 2 });
const line = built.ok ? sessionOf(built.value.program, 'w02-A').prescriptions[1] : undefined;
if (!line) throw new Error('No line');
const why = { code: 'BACKOFF', rule: 'BACKOFF', data: { percent: 5 } };
const build = (edits: readonly ProposalEdit[], kind: 'change' | 'suggestion' = 'change') =>
  buildProposal({ topic: 'load', kind, why, edits });

const fields: ProposalEdit = {
  kind: 'set_fields',
  session: 'w03-A',
  slot: 'A2',
  exerciseId: 'gx_deadlift',
  before: { load: inKg(50) },
  after: { load: inKg(47.5) },
  why,
};
const replaced: ProposalEdit = {
  kind: 'replace',
  session: 'w03-A',
  slot: 'A2',
  before: 'gx_deadlift',
  after: { ...line, exerciseId: 'gx_hip_thrust' },
  why,
};
const moved: ProposalEdit = { kind: 'move_session', session: 'w03-A', before: '2026-01-19', after: '2026-01-20', why };
const skipped: ProposalEdit = { kind: 'skip_session', session: 'w03-A', before: '2026-01-19', why };

describe('a proposal says what its first edit does', () => {
  test.each<[string, ProposalEdit, object]>([
    ['fields', fields, { exerciseId: 'gx_deadlift', before: inKg(50), after: inKg(47.5) }],
    ['no fields', { ...fields, before: {}, after: {} }, { exerciseId: 'gx_deadlift', before: null, after: null }],
    ['another exercise', replaced, { exerciseId: 'gx_deadlift', before: 'gx_deadlift', after: 'gx_hip_thrust' }],
    ['none', { ...replaced, after: null }, { exerciseId: 'gx_deadlift', before: 'gx_deadlift', after: null }],
    ['another day', moved, { exerciseId: null, before: '2026-01-19', after: '2026-01-20' }],
    ['no session', skipped, { exerciseId: null, before: '2026-01-19', after: null }],
  ])('%s', (_, edit, told) => {
    expect(build([edit, fields])).toMatchObject({ session: 'w03-A', ...why, ...told });
  });

  test('unless it is told otherwise, and nothing without any', () => {
    const question = buildProposal({
      topic: 'load',
      kind: 'question',
      why,
      exerciseId: 'gx_rdl',
      before: null,
      after: inKg(80),
    });
    expect(question).toMatchObject({ session: null, exerciseId: 'gx_rdl', before: null, after: inKg(80), edits: [] });
    expect(buildProposal({ topic: 'load', kind: 'note', why })).toMatchObject({ exerciseId: null, before: null });
  });
});

describe('the id by which an answer to it is kept', () => {
  test('tells apart whatever differs, and nothing else', () => {
    const ids = [
      build([fields]),
      build([fields], 'suggestion'),
      build([{ ...fields, session: 'w04-A' }]),
      build([{ ...fields, exerciseId: 'gx_rdl' }]),
      build([{ ...fields, before: { load: inKg(52.5) } }]),
      build([{ ...fields, after: { load: inKg(45) } }]),
      build([{ ...fields, after: { load: { hundredths: 4750, unit: 'lb' } } }]),
      build([{ ...fields, after: { amount: 5 } }]),
      build([{ ...fields, after: { amount: 6 } }]),
      build([moved]),
      build([skipped]),
      buildProposal({ topic: 'gap', kind: 'change', why, edits: [fields] }),
      buildProposal({ topic: 'load', kind: 'change', why: { ...why, code: 'BACKOFF_AGAIN' }, edits: [fields] }),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(build([{ ...fields }]).id).toBe(ids[0]);
    expect(build([{ ...fields, why: { ...why, data: { percent: 10 } } }]).id).toBe(ids[0]);
  });

  test('is written in its parts, those that it lacks left empty', () => {
    expect(build([fields]).id).toBe('load change w03-A gx_deadlift BACKOFF 5000kg 4750kg');
    expect(buildProposal({ topic: 'load', kind: 'note', why }).id).toBe('load note   BACKOFF  ');
  });
});
