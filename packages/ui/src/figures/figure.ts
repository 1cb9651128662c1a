/** Exercise figures as SVG: the same body for every exercise, placed by a few numbers, moved by CSS alone. */
import { circle, kitShapes, type Shape, shapes, type WorkArea, workShapes } from './figure-shapes.ts';
import type { Cord, FigureSpec, Held, Limb, OnSegment, Point, Pose, SceneItem, Segment, Side } from './figure-spec.ts';
import { traceOutline } from './outline.ts';
import { lengths, locateEnd, type Placed, sampleMovement, solveFigure, turnPoint } from './solve-figure.ts';

export interface Figure extends FigureSpec {
  readonly work: readonly WorkArea[];
}

/** `move` goes from a to b and back at the tempo; `still` is b over a faint a; `end` is b alone, for lists. */
export type FigureMode = 'move' | 'still' | 'end';

/** The view box: x, y, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number];

interface Place {
  readonly at: Point;
  readonly angle: number;
  /** Along the part's own direction, and across it. */
  readonly stretch: number;
  readonly swell?: number;
}

/** Whatever moves as one: a segment with what it holds, a thing that keeps its direction, a cord. */
interface Part {
  readonly name: string;
  /** The segment's own outline; null for what is no part of the body. */
  readonly body: string | null;
  readonly far: boolean;
  readonly markup: string;
  readonly outline: readonly Point[];
  readonly place: (placed: Placed, pose: Pose) => Place;
}

const defaultTempo = [2, 1, 2, 1] as const;
const margin = 6;
const groundMargin = 14;
const cordLength = 100;
/** Units that a part may be off its way between two frames. */
const frameTolerance = 0.7;
const cordShapes: Readonly<Record<Cord['kind'], string>> = {
  band: 'M0-1.5H100V1.5H0Z',
  lever: 'M0-1.4H100V1.4H0Z',
  rope: 'M0-.8C14-30 60-34 100-.8L100 .8C60-32 15-28.4 0 .8Z',
  ropeLeft: 'M0 .8C14 30 60 34 100 .8L100-.8C60 32 15 28.4 0-.8Z',
};

const tenth = (value: number) => Math.round(value * 10) / 10;
const hundredth = (value: number) => Math.round(value * 100) / 100;
const isTrunk = (segment: Segment): segment is 'torso' | 'neck' | 'head' =>
  segment === 'torso' || segment === 'neck' || segment === 'head';
const findShape = (segment: Segment): Shape => (isTrunk(segment) ? segment : (segment.slice(0, -1) as Limb));
const findSide = (segment: Segment): Side | null => (isTrunk(segment) ? null : (segment.slice(-1) as Side));

const sideOrder: readonly Segment[] = [
  ...(['uaf', 'faf', 'handf', 'thf', 'shf', 'toef', 'footf', 'neck', 'head', 'torso'] as const),
  ...(['thn', 'shn', 'toen', 'footn', 'uan', 'fan', 'handn'] as const),
];
const frontOrder: readonly Segment[] = [
  ...(['uaf', 'faf', 'handf', 'thf', 'shf', 'footf', 'thn', 'shn', 'footn', 'neck', 'torso', 'head'] as const),
  ...(['uan', 'fan', 'handn'] as const),
];

function listSegments({ view = 'side', over = [], under = [] }: FigureSpec): readonly Segment[] {
  const order = view === 'front' ? frontOrder : sideOrder;
  return [...under, ...order.filter((segment) => !over.includes(segment) && !under.includes(segment)), ...over];
}

const lengthKeys = ['ua', 'fa', 'th', 'sh', 'foot'] as const;
type Bone = (typeof lengthKeys)[number];
const isBone = (shape: Shape): shape is Bone => (lengthKeys as readonly Shape[]).includes(shape);

/** What is held in the frame of the segment that holds it; upright when a hand hangs down. */
function makeHeld({ kit, on, turn = 0 }: Held, segment: Segment) {
  if (on === 'free' || on[0] !== segment) return [];
  const [, x, y] = on as OnSegment;
  const angle = segment.startsWith('hand') ? turn - 90 : turn;
  return [
    {
      markup: `<g transform="translate(${x} ${y}) rotate(${angle})"><path class="gw-kit" d="${kitShapes[kit]}"/></g>`,
      outline: traceOutline(kitShapes[kit]).map(([px, py]) => turnPoint([x, y], angle, px, py)),
    },
  ];
}

function makeSegment(figure: Figure, segment: Segment): Part {
  const view = figure.view ?? 'side';
  const shape = findShape(segment);
  const side = findSide(segment);
  const path = shapes[view][shape] ?? '';
  const foreshortened = isBone(shape) && side !== null && figure.b[`${shape}Len${side}`];
  // A bone that points at the viewer is seen end on.
  const endOn = foreshortened && foreshortened < lengths[shape as Bone] / 3;
  const ownPath = endOn ? circle(shape === 'th' ? 9 : 6.2) : path;
  const own = `<path d="${ownPath}"/>`;
  const workSide = figure.workSide ?? 'n';
  const lit = figure.work.flatMap((area) => {
    const [workShape, workPath] = workShapes[view][area] ?? [];
    if (workShape !== shape || (side !== null && side !== workSide)) return [];
    // The trunk's muscles are drawn on the far side of a front view; the near side is its mirror.
    const mirrored = view === 'front' && shape === 'torso' && workSide === 'n' ? ' transform="scale(1-1)"' : '';
    return `<path class="gw-work"${mirrored} d="${workPath}"/>`;
  });
  const held = (figure.held ?? []).flatMap((thing) => (thing.level ? [] : makeHeld(thing, segment)));
  const things = held.map(({ markup }) => markup).join('');
  return {
    name: segment,
    body: ownPath,
    far: view === 'side' && side === 'f',
    // A fist closes round what it holds; what lies on the body lies over it.
    markup: shape === 'hand' ? `${things}${own}` : `${own}${lit.join('')}${things}`,
    outline: [...traceOutline(ownPath), ...held.flatMap(({ outline }) => outline)],
    place: (placed, pose) => {
      const [at, angle] = placed[segment];
      const seen = !endOn && isBone(shape) && side !== null ? pose[`${shape}Len${side}`] : undefined;
      return { at, angle, stretch: seen === undefined ? 1 : seen / lengths[shape as Bone] };
    },
  };
}

function makeThing(held: Held, place: number): Part {
  const path = kitShapes[held.kit];
  return {
    name: `held${place}`,
    body: null,
    far: false,
    markup: `<path class="gw-kit" d="${path}"/>`,
    outline: traceOutline(path),
    place: (placed, pose) => ({ at: locateEnd(held.on, placed, pose), angle: held.turn ?? 0, stretch: 1 }),
  };
}

function makeCord(cord: Cord, place: number): Part {
  const isRope = cord.kind === 'rope' || cord.kind === 'ropeLeft';
  const path = cordShapes[cord.kind];
  return {
    name: `cord${place}`,
    body: null,
    far: false,
    markup: `<path${cord.kind === 'band' ? ' class="gw-work"' : ''} d="${path}"/>`,
    outline: traceOutline(path),
    place: (placed, pose) => {
      const [x, y] = locateEnd(cord.from, placed, pose);
      const [toX, toY] = locateEnd(cord.to, placed, pose);
      return {
        at: [x, y],
        angle: (Math.atan2(toY - y, toX - x) * 180) / Math.PI,
        stretch: Math.hypot(toX - x, toY - y) / cordLength,
        // A turning rope bows outwards above the hands and below them.
        ...(isRope && { swell: (toY - y) / cordLength }),
      };
    },
  };
}

/** Every part in the order it is drawn: things behind the body, cords under the near arm. */
export function listParts(figure: Figure): readonly Part[] {
  const things = (figure.held ?? []).filter(({ level }) => level).map(makeThing);
  const body = listSegments(figure)
    .filter((segment) => shapes[figure.view ?? 'side'][findShape(segment)])
    .map((segment) => makeSegment(figure, segment));
  const arm = body.findIndex(({ name }) => name === 'uan');
  return [...things, ...body.slice(0, arm), ...(figure.cords ?? []).map(makeCord), ...body.slice(arm)];
}

/** The transforms of all parts in each of some poses; a turn never jumps a full circle between two poses. */
function placeParts(figure: Figure, parts: readonly Part[], poses: readonly Pose[], start?: readonly Place[]) {
  let last = start;
  return poses.map((pose) => {
    const placed = solveFigure(figure, pose);
    last = parts.map((part, index) => {
      const place = part.place(placed, pose);
      const before = last?.[index]?.angle ?? place.angle;
      return { ...place, angle: place.angle - 360 * Math.round((place.angle - before) / 360) };
    });
    return last;
  });
}

const writePlace = ({ at: [x, y], angle, stretch, swell = 1 }: Place, unit: '' | 'px', round = tenth) => {
  const [length, turn, gap] = unit === 'px' ? ['px', 'deg', ','] : ['', '', ' '];
  const scale = stretch === 1 ? '' : ` scale(${hundredth(stretch)}${gap}${hundredth(swell)})`;
  return `translate(${round(x)}${length}${gap}${round(y)}${length}) rotate(${round(angle)}${turn})${scale}`;
};

function drawParts(figure: Figure, parts: readonly Part[], pose: Pose, named: boolean): string {
  const [places = []] = placeParts(figure, parts, [pose]);
  return parts
    .map(({ name, far, markup }, index) => {
      const place = places[index];
      const classes = `${named ? `s-${name} ` : ''}s${far ? ' far' : ''}`;
      return place ? `<g class="${classes}" transform="${writePlace(place, '')}">${markup}</g>` : '';
    })
    .join('');
}

/** The bare body in one pale colour, behind the end pose. */
function drawGhost(figure: Figure, parts: readonly Part[]): string {
  const [places = []] = placeParts(figure, parts, [figure.a]);
  const paths = parts.map(({ body }, index) => {
    const place = places[index];
    return body && place ? `<g class="s" transform="${writePlace(place, '')}"><path d="${body}"/></g>` : '';
  });
  return `<g class="gw-ghost">${paths.join('')}</g>`;
}

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

function animate(figure: Figure, parts: readonly Part[], name: string): string {
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
    const keyframes = written.map(([moments, place]) => `${moments}{transform:${place}}`).join('');
    return `@keyframes ${name}-${part.name}{${keyframes}}.${name} .s-${part.name}{animation:${name}-${part.name} ${tenth(total)}s linear infinite}`;
  });
  const still = `.${name} .s{animation:none}.${name} .gw-ghost{display:inline}`;
  return `<style>.${name} .gw-ghost{display:none}${css.join('')}@media print,(prefers-reduced-motion:reduce){${still}}</style>`;
}

function drawScene(item: SceneItem): string {
  switch (item[0]) {
    case 'block': {
      const [, x, top, width, height] = item;
      return `<path class="gw-step" d="M${x} ${top}H${x + width}V${top + height}H${x}Z"/>`;
    }
    case 'bench': {
      const [, x, top, width] = item;
      return `<path class="gw-post" d="M${x + 8} ${top}V0M${x + width - 8} ${top}V0"/><path class="gw-step" d="M${x} ${top}H${x + width}V${top + 9}H${x}Z"/>`;
    }
    case 'wall': {
      const [, x, height] = item;
      return `<path class="gw-step" d="M${x} ${-height}H${x + 7}V0H${x}Z"/>`;
    }
    case 'line':
      return `<path class="gw-post" d="${item[1]}"/>`;
    default:
      return item satisfies never;
  }
}

function outlineScene(item: SceneItem): readonly Point[] {
  switch (item[0]) {
    case 'block':
      return [
        [item[1], item[2]],
        [item[1] + item[3], item[2] + item[4]],
      ];
    case 'bench':
      return [
        [item[1], item[2]],
        [item[1] + item[3], 0],
      ];
    case 'wall':
      return [
        [item[1], -item[2]],
        [item[1] + 7, 0],
      ];
    case 'line':
      return traceOutline(item[1]);
    default:
      return item satisfies never;
  }
}

/** Where a part's outline is in one instant. */
export const outlinePart = (part: Part, placed: Placed, pose: Pose): readonly Point[] => {
  const { at, angle, stretch, swell = 1 } = part.place(placed, pose);
  return part.outline.map(([x, y]) => turnPoint(at, angle, x * stretch, y * swell));
};

/** The box round the whole movement with the thickness of its limbs, what is held, and the scene. */
export function frameFigure(figure: Figure): Box {
  if (figure.crop) return figure.crop;
  const parts = listParts(figure);
  const { there, home = [] } = sampleMovement(figure);
  const points = [...there, ...home].flatMap((pose) => {
    const placed = solveFigure(figure, pose);
    return parts.flatMap((part) => outlinePart(part, placed, pose));
  });
  const all = [...points, ...(figure.scene ?? []).flatMap(outlineScene)];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, 0];
  for (const [x, y] of all) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const [x, y] = [Math.floor(left) - margin - groundMargin, Math.floor(top) - margin];
  return [x, y, Math.ceil(right) + margin + groundMargin - x, Math.ceil(bottom) + margin - y];
}

/** In a list: the part of the figure that reads at 84 × 60, or all of it. */
export function frameClose(figure: Figure): Box {
  if (!figure.close) return frameFigure(figure);
  const [x, top, width] = figure.close;
  return [x, top, width, (width * 60) / 84];
}

/**
 * The inside of the figure's `<svg>`, made of constants and numbers only.
 * `name` is the class on the `<svg>` that carries the animation: unique per exercise, letters and dashes.
 */
export function drawFigure(figure: Figure, mode: FigureMode, name: string): string {
  const parts = listParts(figure);
  const [x, , width] = frameFigure(figure);
  const ground = `<path class="gw-ground" d="M${x + 4} 0H${x + width - 4}"/>`;
  const scene = `${ground}${(figure.scene ?? []).map(drawScene).join('')}`;
  const ghost = mode === 'end' ? '' : drawGhost(figure, parts);
  const style = mode === 'move' ? animate(figure, parts, name) : '';
  // Without motion, or until it starts, the end pose is the one that teaches.
  return `${style}${scene}${ghost}<g>${drawParts(figure, parts, figure.b, mode === 'move')}</g>`;
}
