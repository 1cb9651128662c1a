import { expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { isReached } from './figure.ts';
import { formatNumber, formatSection, formatShort, placeSection } from './write-report.ts';

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

test('what was tried is said of a miss, and only then', () => {
  const tried = { ...figure, tried: 'fewer rows' };
  const format = (one: Figure) => formatSection({ name: 'web', title: 'Web', says: '', figures: [one] }, '');
  expect(format({ ...tried, value: 499 })).toContain('- pages: fewer rows');
  expect(format(tried)).not.toContain('fewer rows');
});

test('the short form counts the targets and names each miss', () => {
  const short = (figures: readonly Figure[]) => formatShort({ name: 'web', title: 'Web', says: '', figures });
  expect(short([figure, { ...figure, target: undefined }])).toBe('- **Web**: 1 of 1 targets reached.');
  expect(short([figure, { ...figure, what: 'lists', value: 400 }])).toBe(
    '- **Web**: 1 of 2 targets reached; missed: lists 400 req/s, 0.4 of its floor (at least 0.5 of the floor).',
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
