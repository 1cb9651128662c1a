import { circle, kitShapes, type Shape, shapes, workShapes } from './figure-shapes.ts';
import type { Cord, Figure, Held, Limb, OnSegment, Point, Pose, Segment, Side } from './figure-spec.ts';
import { traceOutline } from './outline.ts';
import { lengths, locateEnd, type Placed, solveFigure, turnPoint } from './solve-figure.ts';

export interface Place {
  readonly at: Point;
  readonly angle: number;
  /** Along the part's own direction, and across it. */
  readonly stretch: number;
  readonly swell?: number;
}

/** Whatever moves as one: a segment with what it holds, a thing that keeps its direction, a cord. */
export interface Part {
  readonly name: string;
  /** The segment's own outline; null for what is no part of the body. */
  readonly body: string | null;
  readonly far: boolean;
  readonly markup: string;
  readonly outline: readonly Point[];
  readonly place: (placed: Placed, pose: Pose) => Place;
}

const cordLength = 100;
const cordShapes: Readonly<Record<Cord['kind'], string>> = {
  band: 'M0-1.5H100V1.5H0Z',
  lever: 'M0-1.4H100V1.4H0Z',
  rope: 'M0-.8C14-30 60-34 100-.8L100 .8C60-32 15-28.4 0 .8Z',
  ropeLeft: 'M0 .8C14 30 60 34 100 .8L100-.8C60 32 15 28.4 0-.8Z',
};

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

function listSegments({ view = 'side', over = [], under = [] }: Figure): readonly Segment[] {
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
  const lit = figure.work.flatMap((area) => {
    const [workShape, workPath] = workShapes[view][area] ?? [];
    const workSide = (typeof figure.workSide === 'object' ? figure.workSide[area] : figure.workSide) ?? 'n';
    if (workShape !== shape || (side !== null && side !== workSide)) return [];
    // What lies to one side in a front view is drawn for the far side; the near one is its mirror.
    const mirrored = view === 'front' && workSide === 'n' ? ' transform="scale(1-1)"' : '';
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
export function placeParts(figure: Figure, parts: readonly Part[], poses: readonly Pose[], start?: readonly Place[]) {
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

/** Where a part's outline is in one instant. */
export const outlinePart = (part: Part, placed: Placed, pose: Pose): readonly Point[] => {
  const { at, angle, stretch, swell = 1 } = part.place(placed, pose);
  return part.outline.map(([x, y]) => turnPoint(at, angle, x * stretch, y * swell));
};
