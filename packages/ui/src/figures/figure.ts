/**
 * Exercise figures: SVG built from joint angles, so that a drawing is a few numbers and every exercise is the same body.
 * A body is 200 units tall; segment lengths follow the usual body-segment tables. Angles are in degrees in the page's
 * frame: 0 right, 90 down, -90 up. In side view the figure faces right, n is the near side and f the far one; in front
 * view n is the upper and f the lower side.
 */
import {
  type FigureView,
  type Kit,
  kitMarkup,
  type Shape,
  shapes,
  type WorkArea,
  workShapes,
} from './figure-shapes.ts';

type Side = 'n' | 'f';
type Limb = 'ua' | 'fa' | 'hand' | 'th' | 'sh' | 'foot' | 'toe';
export type Segment = 'torso' | 'neck' | 'head' | `${Limb}${Side}`;

/** One angle per segment; a segment left out follows its neighbour. `faLen*` shortens a forearm that points at the viewer. */
export type Pose = Readonly<
  Record<'torso' | `${'ua' | 'fa' | 'th' | 'sh'}${Side}`, number> &
    Partial<Record<'neck' | 'head' | `${'hand' | 'foot' | 'toe' | 'faLen'}${Side}`, number>>
>;

export interface FigureSpec {
  readonly view?: FigureView;
  /** What is seen, start then end; it is the drawing's text alternative. */
  readonly title: string;
  readonly work: readonly WorkArea[];
  /** Which side the working area is lit on; near when left out. */
  readonly workSide?: Side;
  /** The view box: x, y, width, height. */
  readonly box: readonly [number, number, number, number];
  /** The segment that stays put, where it stays, and a point in the segment's frame if not its joint. */
  readonly anchor: readonly [segment: Segment, x: number, y: number, dx?: number, dy?: number];
  /** Seconds from a to b, held, back, and at rest. */
  readonly tempo?: readonly [number, number, number, number];
  /** Ground, step, post, band: a path and its class, ground when left out. */
  readonly scene?: readonly (readonly [path: string, className?: 'gw-ground' | 'gw-step' | 'gw-post' | 'gw-band'])[];
  readonly hold?: readonly (readonly [hand: 'handn' | 'handf', kit: Kit])[];
  readonly grip?: number;
  readonly a: Pose;
  /** Only where a limb would cut through the floor on the way. */
  readonly via?: Pose;
  readonly b: Pose;
}

/** `move` goes from a to b and back at the tempo; `still` is b over a faint a; `end` is b alone, for lists. */
export type FigureMode = 'move' | 'still' | 'end';

type Point = readonly [x: number, y: number];
type Placed = Readonly<Record<Segment, readonly [joint: Point, angle: number]>>;

const lengths = { torso: 56, neck: 9, ua: 36, fa: 29, th: 49, sh: 48, ankle: 8.5, ball: 15 } as const;
const stepsEachWay = 6;
const defaultTempo = [2, 1, 2, 1] as const;

const radians = Math.PI / 180;
const reach = (from: Point, angle: number, length: number): Point => [
  from[0] + length * Math.cos(angle * radians),
  from[1] + length * Math.sin(angle * radians),
];
const turn = (from: Point, angle: number, x: number, y: number): Point => [
  from[0] + x * Math.cos(angle * radians) - y * Math.sin(angle * radians),
  from[1] + x * Math.sin(angle * radians) + y * Math.cos(angle * radians),
];
const tenth = (value: number) => Math.round(value * 10) / 10;

function placeSide(side: Side, pose: Pose, front: boolean, shoulders: Point, hips: Point) {
  // In front view shoulders and hips have width; the upper side is drawn above the spine.
  const lift = side === 'n' ? -1 : 1;
  const shoulder = front ? turn(shoulders, pose.torso, -8, lift * 15) : reach(shoulders, pose.torso, -5);
  const hip = front ? turn(hips, pose.torso, 0, lift * 8) : hips;
  const elbow = reach(shoulder, pose[`ua${side}`], lengths.ua);
  const wrist = reach(elbow, pose[`fa${side}`], pose[`faLen${side}`] ?? lengths.fa);
  const knee = reach(hip, pose[`th${side}`], lengths.th);
  const ankle = reach(knee, pose[`sh${side}`], lengths.sh);
  const footAngle = pose[`foot${side}`] ?? 0;
  return {
    ua: [shoulder, pose[`ua${side}`]],
    fa: [elbow, pose[`fa${side}`]],
    hand: [wrist, pose[`hand${side}`] ?? pose[`fa${side}`]],
    th: [hip, pose[`th${side}`]],
    sh: [knee, pose[`sh${side}`]],
    foot: [ankle, footAngle],
    toe: [turn(ankle, footAngle, lengths.ball, lengths.ankle), pose[`toe${side}`] ?? footAngle],
  } as const satisfies Record<Limb, readonly [Point, number]>;
}

/** Forward kinematics: angles to a place and a turn for each segment, moved so that the anchor stays put. */
export function solveFigure(spec: Pick<FigureSpec, 'view' | 'anchor'>, pose: Pose): Placed {
  const front = spec.view === 'front';
  const hips: Point = [0, 0];
  const shoulders = reach(hips, pose.torso, lengths.torso);
  const neckAngle = pose.neck ?? pose.torso;
  const neck = reach(shoulders, pose.torso, -1);
  const near = placeSide('n', pose, front, shoulders, hips);
  const far = placeSide('f', pose, front, shoulders, hips);
  const free: Placed = {
    torso: [hips, pose.torso],
    neck: [neck, neckAngle],
    head: [reach(neck, neckAngle, lengths.neck), pose.head ?? pose.torso],
    uan: near.ua,
    fan: near.fa,
    handn: near.hand,
    thn: near.th,
    shn: near.sh,
    footn: near.foot,
    toen: near.toe,
    uaf: far.ua,
    faf: far.fa,
    handf: far.hand,
    thf: far.th,
    shf: far.sh,
    footf: far.foot,
    toef: far.toe,
  };
  const [segment, x, y, dx = 0, dy = 0] = spec.anchor;
  const [joint, angle] = free[segment];
  const held = turn(joint, dx || dy ? angle : 0, dx, dy);
  const moved = Object.entries(free).map(([key, [[jx, jy], a]]) => [key, [[jx + x - held[0], jy + y - held[1]], a]]);
  return Object.fromEntries(moved) as Placed;
}

/** The pose a share of the way from one to the other; an angle that only one of them names does not move. */
export function mixPoses(from: Pose, to: Pose, share: number): Pose {
  const keys = Object.keys({ ...from, ...to }) as (keyof Pose)[];
  const angles = keys.map((key) => {
    const start = from[key] ?? to[key] ?? 0;
    const end = to[key] ?? start;
    return [key, start + (end - start) * share];
  });
  return Object.fromEntries(angles) as Pose;
}

const poseAt = (spec: FigureSpec, share: number): Pose => {
  if (!spec.via) return mixPoses(spec.a, spec.b, share);
  return share < 0.5 ? mixPoses(spec.a, spec.via, share * 2) : mixPoses(spec.via, spec.b, share * 2 - 1);
};

const sideOrder: readonly Segment[] = [
  ...(['uaf', 'faf', 'handf', 'thf', 'shf', 'toef', 'footf', 'neck', 'head', 'torso'] as const),
  ...(['thn', 'shn', 'toen', 'footn', 'uan', 'fan', 'handn'] as const),
];
const frontOrder: readonly Segment[] = [
  ...(['uaf', 'faf', 'handf', 'thf', 'shf', 'footf', 'thn', 'shn', 'footn', 'neck', 'torso', 'head'] as const),
  ...(['uan', 'fan', 'handn'] as const),
];

const isTrunk = (segment: Segment): segment is 'torso' | 'neck' | 'head' =>
  segment === 'torso' || segment === 'neck' || segment === 'head';
const findShape = (segment: Segment): Shape => (isTrunk(segment) ? segment : (segment.slice(0, -1) as Limb));
const findSide = (segment: Segment): Side | null => (isTrunk(segment) ? null : (segment.slice(-1) as Side));

function drawSegment(spec: FigureSpec, pose: Pose, segment: Segment): string {
  const shape = findShape(segment);
  const side = findSide(segment);
  const view = spec.view ?? 'side';
  const foreshortened = shape === 'fa' && side !== null && pose[`faLen${side}`] !== undefined;
  let markup = foreshortened ? '<circle r="6.2"/>' : `<path d="${shapes[view][shape]}"/>`;
  for (const area of spec.work) {
    const [workShape, path] = workShapes[view][area] ?? [];
    if (workShape === shape && (side === null || side === (spec.workSide ?? 'n'))) {
      markup += `<path class="gw-work" d="${path}"/>`;
    }
  }
  for (const [hand, kit] of spec.hold ?? []) {
    if (hand === segment) {
      markup = `<g transform="translate(4 .4) rotate(${90 + (spec.grip ?? 0)})">${kitMarkup[kit]}</g>${markup}`;
    }
  }
  return markup;
}

function drawBody(spec: FigureSpec, pose: Pose, named: boolean): string {
  const placed = solveFigure(spec, pose);
  return listSegments(spec)
    .map((segment) => {
      const [[x, y], angle] = placed[segment];
      const far = spec.view !== 'front' && findSide(segment) === 'f' ? ' far' : '';
      const name = named ? `s-${segment} ` : '';
      const place = `translate(${tenth(x)} ${tenth(y)}) rotate(${tenth(angle)})`;
      return `<g class="${name}s${far}" transform="${place}">${drawSegment(spec, pose, segment)}</g>`;
    })
    .join('');
}

function listSegments(spec: FigureSpec): readonly Segment[] {
  const view = spec.view ?? 'side';
  return (view === 'front' ? frontOrder : sideOrder).filter((segment) => shapes[view][findShape(segment)]);
}

const ease = (share: number) => share * share * (3 - 2 * share);

function animate(spec: FigureSpec, name: string): string {
  const [there, held, back, rest] = spec.tempo ?? defaultTempo;
  const total = there + held + back + rest;
  // The way back passes the same poses, so each is written once with both of its moments (and the start with its end).
  const frames = Array.from({ length: stepsEachWay + 1 }, (_, step) => {
    const out = (there * step) / stepsEachWay;
    const home = there + held + back * (1 - step / stepsEachWay);
    const moments = step === 0 ? [out, home, total] : [out, home];
    return {
      moments: moments.map((moment) => `${tenth((moment / total) * 100)}%`).join(),
      placed: solveFigure(spec, poseAt(spec, ease(step / stepsEachWay))),
    };
  });
  const css = listSegments(spec).map((segment) => {
    const keyframes = frames.map(({ moments, placed }) => {
      const [[x, y], angle] = placed[segment];
      return `${moments}{transform:translate(${tenth(x)}px,${tenth(y)}px) rotate(${tenth(angle)}deg)}`;
    });
    return `@keyframes ${name}-${segment}{${keyframes.join('')}}.${name} .s-${segment}{animation:${name}-${segment} ${tenth(total)}s linear infinite}`;
  });
  return `<style>${css.join('')}@media (prefers-reduced-motion:reduce){.${name} .s{animation:none}}</style>`;
}

/**
 * The inside of the figure's `<svg>`, made of constants and numbers only.
 * `name` is the class on the `<svg>` that carries the animation: unique per exercise, letters and dashes.
 */
export function drawFigure(spec: FigureSpec, mode: FigureMode, name: string): string {
  const scene = (spec.scene ?? []).map(([path, kind = 'gw-ground']) => `<path class="${kind}" d="${path}"/>`).join('');
  const style = mode === 'move' ? animate(spec, name) : '';
  const ghost = mode === 'still' ? `<g class="gw-ghost">${drawBody(spec, spec.a, false)}</g>` : '';
  // Without motion, or until it starts, the end pose is the one that teaches.
  const body = drawBody(spec, spec.b, mode === 'move');
  return `${style}${scene}${ghost}<g>${body}</g>`;
}
