import { expect, it } from 'vitest';
import { describeFailure, maskText } from './describe-failure.ts';

const id = '019ab0de-0000-7000-8000-000000000001';

it.each([
  ['invalid input syntax for type uuid: "hurts when I run"', 'invalid input syntax for type uuid: "…"'],
  ['550 no such user mei.tanaka@example.org', '550 no such user [address]'],
  [`no client ${id} here`, 'no client [id] here'],
  ['GET /offer?token=abc&practice=x failed', 'GET /offer?… failed'],
  ['bad token 0Zk3vQ8d7mB1xY5wR2nL9pT4sJ6h', 'bad token [token]'],
])('masks what may be somebody’s: %s', (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

it('says of a failed query what refused it and where, not what it was asked with', () => {
  const refusal = Object.assign(new Error('duplicate key value violates unique constraint "client_by_email"'), {
    code: '23505',
    constraint: 'client_by_email',
    detail: 'Key (email)=(mei@example.org) already exists.',
  });
  const error = new Error('Failed query: insert into client … params: Mei Tanaka,mei@example.org', { cause: refusal });
  const described = describeFailure(error);
  expect(described).toMatchObject([{ text: 'Failed query' }, { code: '23505', constraint: 'client_by_email' }]);
  expect(described[0]?.frames?.[0]).toMatch(/^at .*describe-failure\.test/);
  expect(JSON.stringify(described)).not.toMatch(/Mei|example\.org/);
});
