import { type Part, type Place, placeParts } from './figure-parts.ts';
import type { Figure } from './figure-spec.ts';
import { sampleMovement } from './solve-figure.ts';
import { tenth, writePlace } from './write-place.ts';

const defaultTempo = [2, 1, 2, 1] as const;
/** Units that a part may be off its way between two frames. */
const frameTolerance = 0.7;

/** When an eased movement has gone a share of its way: the inverse of 3t² - 2t³. */
const unease = (share: number) => 0.5 - Math.sin(Math.asin(1 - 2 * share) / 3);

interface Frame {
  /** Seconds from the start. */
  readonly at: number;
  readonly moments: string;
  readonly places: readonly Place[];
}

function listFrames(figure: Figure, parts: readonly Part[]): readonly Frame[] {
  const [there, held, back, rest] = figure.tempo ?? defaultTempo;
  const total = there + held + back + rest;
  const round = figure.back ? Math.round : tenth;
  const percent = (seconds: number) => `${round((seconds / total) * 100)}%`;
  const frame = (at: number, places: readonly Place[] = []): Frame => ({ at, moments: percent(at), places });
  const samples = sampleMovement(figure);
  const out = placeParts(figure, parts, samples.there);
  const steps = out.length - 1;
  const outFrames = out.map((places, step) => frame(there * unease(step / steps), places));
  if (!samples.home) {
    // The way back passes the same poses, so each is written once with both of its moments (and the start with its end).
    return outFrames.map(({ at, moments, places }, step) => {
      const home = percent(there + held + back * (1 - unease(step / steps)));
      return { at, moments: [moments, home, ...(step === 0 ? [percent(total)] : [])].join(), places };
    });
  }
  const home = placeParts(figure, parts, samples.home, out[steps]).slice(1);
  return [
    ...outFrames,
    frame(there + held, out[steps]),
    ...home.map((places, step) => frame(there + held + back * unease((step + 1) / home.length), places)),
    // Without a way home the figure is back at the start in one instant.
    ...(home.length > 0 ? [] : [frame(there + held + total / 100, out[0])]),
    frame(total, home.at(-1) ?? out[0]),
  ];
}

const placeBetween = (from: Place, to: Place, share: number): Place => {
  const mix = (start: number, end: number) => start + (end - start) * share;
  return {
    at: [mix(from.at[0], to.at[0]), mix(from.at[1], to.at[1])],
    angle: mix(from.angle, to.angle),
    stretch: mix(from.stretch, to.stretch),
    swell: mix(from.swell ?? 1, to.swell ?? 1),
  };
};

/** Units that the far end of a part is off, about. */
const distanceBetween = (one: Place, other: Place) =>
  Math.hypot(one.at[0] - other.at[0], one.at[1] - other.at[1]) +
  Math.abs(one.angle - other.angle) * 0.5 +
  Math.abs(one.stretch - other.stretch) * 50 +
  Math.abs((one.swell ?? 1) - (other.swell ?? 1)) * 30;

/** The frames of one part without those that lie on the straight way between their neighbours: half of all bytes. */
function thinFrames(frames: readonly Frame[], index: number, tolerance: number): readonly Frame[] {
  const [first, last] = [frames[0], frames.at(-1)];
  const [from, to] = [first?.places[index], last?.places[index]];
  if (!first || !last || !from || !to || frames.length < 3) return frames;
  const errors = frames.map(({ at, places }) => {
    const place = places[index];
    const share = last.at > first.at ? (at - first.at) / (last.at - first.at) : 0;
    return place ? distanceBetween(place, placeBetween(from, to, share)) : 0;
  });
  const worst = Math.max(...errors);
  if (worst <= tolerance) return [first, last];
  const corner = errors.indexOf(worst);
  const before = thinFrames(frames.slice(0, corner + 1), index, tolerance);
  return [...before.slice(0, -1), ...thinFrames(frames.slice(corner), index, tolerance)];
}

/** A place that is passed or held more than once is written once: keyframes need no order. */
function groupMoments(frames: readonly (readonly [moments: string, place: string])[]): ReadonlyMap<string, string> {
  const grouped = new Map<string, string>();
  for (const [moments, place] of frames) {
    const earlier = grouped.get(place);
    grouped.set(place, earlier === undefined ? moments : `${earlier},${moments}`);
  }
  return grouped;
}

/** The movement at its tempo in pure CSS; still over its start under reduced motion and in print. */
export function animateFigure(figure: Figure, parts: readonly Part[], name: string): string {
  const total = (figure.tempo ?? defaultTempo).reduce((sum, seconds) => sum + seconds, 0);
  const frames = listFrames(figure, parts);
  // Of a movement of many poses the weight counts more, and its pace hides half a unit.
  const [tolerance, round] = figure.back ? [frameTolerance * 2, Math.round] : [frameTolerance, tenth];
  const css = parts.map((part, index) => {
    const written = thinFrames(frames, index, tolerance).map(({ moments, places }) => {
      const place = places[index];
      return [moments, place ? writePlace(place, 'px', round) : ''] as const;
    });
    // What does not move is placed by its attribute.
    if (written.every(([, place]) => place === written[0]?.[1])) return '';
    const keyframes = [...groupMoments(written)].map(([place, moments]) => `${moments}{transform:${place}}`).join('');
    return `@keyframes ${name}-${part.name}{${keyframes}}.${name} .s-${part.name}{animation-name:${name}-${part.name}}`;
  });
  const pace = `.${name} .s{animation:${tenth(total)}s linear infinite}`;
  const still = `.${name} .s{animation:none}.${name} .gw-ghost{display:inline}`;
  return `<style>.${name} .gw-ghost{display:none}${pace}${css.join('')}@media print,(prefers-reduced-motion:reduce){${still}}</style>`;
}
