/**
 * What a figure is made of. Angles are in degrees in the page's frame: 0 right, 90 down, -90 up. In side view the figure
 * faces right, n is the near side and f the far one; in front view n is the side on the left of a standing figure and the
 * upper one of a lying figure. Lengths are units of a body 200 tall; the floor is at y = 0 and up is negative.
 */
import type { Kit, WorkArea } from './figure-shapes.ts';

export type Point = readonly [x: number, y: number];
export type Side = 'n' | 'f';
export type Limb = 'ua' | 'fa' | 'hand' | 'th' | 'sh' | 'foot' | 'toe';
export type Segment = 'torso' | 'neck' | 'head' | `${Limb}${Side}`;
export type FigureView = 'side' | 'front';

type Bone = `${'ua' | 'fa' | 'th' | 'sh'}${Side}`;

/** A place in a segment's own frame, which goes where the segment goes. */
export type OnSegment = readonly [segment: Segment, x: number, y: number];

/**
 * One instant. A limb is placed by two angles or by where it ends: the ball or heel of a foot, the palm of a hand. What
 * ends somewhere stays there whatever the body does, so that planted feet and a held bar cannot drift.
 */
export type Pose = Readonly<
  { torso: number } & Partial<
    Record<Bone | 'neck' | 'head' | `${'hand' | 'foot' | 'toe'}${Side}`, number> &
      /** The length seen of a bone that points towards the viewer or away, and of a foot that draws itself together. */
      Record<`${'ua' | 'fa' | 'th' | 'sh' | 'foot'}Len${Side}`, number> &
      Record<`${'ball' | 'heel'}${Side}`, Point> &
      Record<`palm${Side}`, Point | OnSegment> &
      /** Front view: degrees that the pelvis is turned against the trunk. */
      Record<'pelvis', number> &
      /** The hip, where no anchor holds the body; `free` is a point of its own: the top of a rope, a ball in the air. */
      Record<'hip' | 'free', Point>
  >
>;

/** A place in the scene, on a segment, or the pose's free point. */
export type End = Point | OnSegment | 'free';

export type SceneItem =
  /** A step, box or pad that is stood on. */
  | readonly [kind: 'block', x: number, top: number, width: number, height: number]
  /** A seat or bench on two legs. */
  | readonly [kind: 'bench', x: number, top: number, width: number]
  | readonly [kind: 'wall', x: number, height: number]
  /** Anything thin that stands still: a post, a rail, the frame of a machine. */
  | readonly [kind: 'line', path: string]
  /** Which way it goes, where the movement itself is too small to see in a still. */
  | readonly [kind: 'arrow', path: string];

export interface Held {
  readonly kit: Kit;
  readonly on: End;
  /** Degrees from the segment's own direction; for a `level` thing from the page's. */
  readonly turn?: number;
  /** Keeps its direction whatever the segment does, and lies behind the body. */
  readonly level?: boolean;
}

export interface Cord {
  /** A rope hangs to one side of the straight line; `ropeLeft` to the other. */
  readonly kind: 'band' | 'lever' | 'rope' | 'ropeLeft';
  readonly from: End;
  readonly to: End;
}

export interface FigureSpec {
  readonly view?: FigureView;
  /** The movement in one sentence: the drawing's text alternative. */
  readonly title: string;
  /** Which side the working areas are lit on, if not all on the near one. */
  readonly workSide?: Side | Partial<Record<WorkArea, Side>>;
  /** The segment that stays put, where, and a point in its frame if not its joint. Without one the poses say where the hip is. */
  readonly anchor?: readonly [segment: Segment, x: number, y: number, dx?: number, dy?: number];
  /** Seconds from a to b, held, back, and at rest. */
  readonly tempo?: readonly [there: number, held: number, back: number, rest: number];
  readonly scene?: readonly SceneItem[];
  readonly held?: readonly Held[];
  readonly cords?: readonly Cord[];
  /** Segments drawn over all others. */
  readonly over?: readonly Segment[];
  /** Segments drawn under all others. */
  readonly under?: readonly Segment[];
  /** Of a drill of the foot alone only the lower leg is ever shown: left edge, top, width and height. */
  readonly crop?: readonly [x: number, top: number, width: number, height: number];
  /** What a list shows when the whole figure would be too small to read: left edge, top and width; the rest is cut. */
  readonly close?: readonly [x: number, top: number, width: number];
  readonly a: Pose;
  /** Passed on the way from a to b: a foot lifted over the floor, the take-off of a jump. */
  readonly via?: readonly Pose[];
  readonly b: Pose;
  /** The way home where it is not the way there reversed. What does not end like a, or is empty, cuts to it. */
  readonly back?: readonly Pose[];
}

/** A spec with what its exercise works. */
export interface Figure extends FigureSpec {
  /** What is lit, at most two. */
  readonly work: readonly WorkArea[];
}
