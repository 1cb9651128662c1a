import { expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { isReached } from './figure.ts';
import { formatNumber, formatSection, placeSection } from './write-report.ts';

const figure: Figure = {
  what: 'pages',
  value: 600,
  unit: 'req/s',
  floor: { what: 'an empty page', value: 1000 },
  target: { of: 'ratio', least: 0.5 },
};

test('a ratio target is held against the floor of the same run', () => {
  expect(isReached(figure)).toBe(true);
  expect(isReached({ ...figure, value: 499 })).toBe(false);
  expect(isReached({ ...figure, floor: undefined })).toBe(false);
});

test('an upper limit is one', () => {
  expect(isReached({ ...figure, target: { of: 'value', most: 600 } })).toBe(true);
  expect(isReached({ ...figure, target: { of: 'value', most: 599 } })).toBe(false);
});

test('a figure without a target is neither reached nor missed', () => {
  expect(isReached({ ...figure, target: undefined })).toBeUndefined();
});

test('a section says what was measured beside what, and whether that is enough', () => {
  const text = formatSection({ name: 'web', title: 'Web', says: 'Ten at a time.', figures: [figure] }, 'Today.');
  expect(text).toContain('Ten at a time. Today.');
  expect(text).toContain(
    '| pages | 600 req/s | an empty page: 1,000 req/s; ratio 0.6 | at least 0.5 of the floor: reached |  |',
  );
});

test('a section takes the place of its older self and leaves the others alone', () => {
  const document = placeSection(placeSection('# Benchmarks\n', 'one', 'first'), 'two', 'second');
  const again = placeSection(document, 'one', 'newer');
  expect(again).toBe(
    '# Benchmarks\n\n<!-- one -->\n\nnewer\n\n<!-- /one -->\n\n<!-- two -->\n\nsecond\n\n<!-- /two -->\n',
  );
});

test.each([
  [1_234_567, '1,230,000'],
  [1050.4, '1,050'],
  [0.123456, '0.123'],
  [42, '42'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
