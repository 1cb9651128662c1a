import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(/\/\*.*?\*\//gs, '');

function readBlock(opening: string): Map<string, string> {
  const start = css.indexOf(opening);
  if (start < 0) throw new Error(`No block ${opening}`);
  const body = css.slice(start + opening.length, css.indexOf('}', start));
  return new Map([...body.matchAll(/(--color-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [`${name}`, `${value}`]));
}

const light = readBlock('@theme static {');
const systemDark = readBlock(':root:not([data-theme="light"]) {');
const chosenDark = readBlock(':root[data-theme="dark"] {');
const themes = { light, dark: new Map([...light, ...chosenDark]) };

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: keyof typeof themes, front: string, back: string): number {
  const [first, second] = [front, back].map((name) => {
    const value = themes[theme].get(`--color-${name}`);
    if (!value || !/^#[\da-f]{6}$/.test(value)) throw new Error(`No hex for ${name} in ${theme}: ${value}`);
    return luminance(value);
  });
  const [high, low] = [Math.max(first ?? 0, second ?? 0), Math.min(first ?? 0, second ?? 0)];
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'sheet', 'sunk'];
const days = ['easy', 'speed', 'long', 'strength', 'mobility', 'rest', 'race'];

const textPairs: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'green', 'signal-ink', 'stop'].flatMap((ink) =>
    grounds.map((ground) => [ink, ground] as const),
  ),
  ...['ink', 'ink-2', 'ink-3', 'green'].map((ink) => [ink, 'green-tint'] as const),
  ...['ink', 'ink-2', 'signal-ink'].map((ink) => [ink, 'signal-tint'] as const),
  ...['ink', 'ink-2', 'stop'].map((ink) => [ink, 'stop-tint'] as const),
  ['on-green', 'green'],
  ['on-green', 'green-2'],
  ['paper', 'ink'],
  ...days.flatMap((day) => [[day, 'paper'] as const, [day, 'sheet'] as const, [day, `${day}-tint`] as const]),
];

const markPairs: readonly (readonly [string, string])[] = [
  ...['rule-2', 'signal', 'focus', 'green', 'stop'].flatMap((mark) => grounds.map((ground) => [mark, ground] as const)),
  ['focus', 'green-tint'],
  ['figure', 'paper'],
  ['figure', 'sheet'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(textPairs)('text %s stands on %s at 4.5:1', (front, back) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(markPairs)('the mark %s stands on %s at 3:1', (front, back) => {
    expect(contrast(theme, front, back)).toBeGreaterThanOrEqual(3);
  });
});

test('the system and the chosen dark theme are the same', () => {
  expect([...chosenDark]).toEqual([...systemDark]);
});

test('the dark theme sets every colour that the light one has', () => {
  expect([...chosenDark.keys()].sort()).toEqual([...light.keys()].filter((name) => name !== '--color-*').sort());
});
