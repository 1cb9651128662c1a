/** Where every segment of a figure is: forward kinematics for angles, two-bone inverse kinematics for ends that are placed. */
import type { End, FigureSpec, Limb, OnSegment, Point, Pose, Segment, Side } from './figure-spec.ts';

export type Placed = Readonly<Record<Segment, readonly [joint: Point, angle: number]>>;
type Grounding = Pick<FigureSpec, 'view' | 'anchor'>;

/** Segment lengths after the usual body-segment tables. */
export const lengths = { torso: 56, neck: 9, ua: 36, fa: 29, th: 49, sh: 48, foot: 15 } as const;

/** In the frame of a foot or hand: the point that is put somewhere. From the front only the sole's middle is seen. */
const ends = {
  side: { ball: [15, 8.5], heel: [-6.4, 8.5], palm: [4, 0.4] },
  front: { ball: [8.5, 0], heel: [8.5, 0], palm: [4, 0.4] },
} as const;

const radians = Math.PI / 180;

/** A point of a frame that stands at `from` and is turned by `angle`. */
export const turnPoint = (from: Point, angle: number, x: number, y: number): Point => [
  from[0] + x * Math.cos(angle * radians) - y * Math.sin(angle * radians),
  from[1] + x * Math.sin(angle * radians) + y * Math.cos(angle * radians),
];
const reach = (from: Point, angle: number, length: number) => turnPoint(from, angle, length, 0);

/** The angles of two bones from `from` to `to`; out of reach they lie straight. `bend` is the side the joint goes to. */
function bendLimb(from: Point, to: Point, upper: number, lower: number, bend: 1 | -1): readonly [number, number] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const distance = Math.min(Math.max(Math.hypot(dx, dy), Math.abs(upper - lower) + 0.01), upper + lower - 0.01);
  const base = Math.atan2(dy, dx) / radians;
  const corner = Math.acos((upper ** 2 + distance ** 2 - lower ** 2) / (2 * upper * distance)) / radians;
  const first = base - bend * corner;
  const joint = reach(from, first, upper);
  const end = reach(from, base, distance);
  const second = Math.atan2(end[1] - joint[1], end[0] - joint[0]) / radians;
  // Within half a turn of the first bone, so that the difference is the bend of the joint.
  return [first, second - 360 * Math.round((second - first) / 360)];
}

function placeArm(side: Side, pose: Pose, front: boolean, shoulder: Point, palm: Point | undefined) {
  const upper = pose[`uaLen${side}`] ?? lengths.ua;
  const lower = pose[`faLen${side}`] ?? lengths.fa;
  const hand = pose[`hand${side}`];
  let angles = [pose[`ua${side}`] ?? 90, pose[`fa${side}`] ?? 90] as const;
  if (palm) {
    const [x, y] = ends.side.palm;
    const to = hand === undefined ? palm : turnPoint(palm, hand, -x, -y);
    // From the front the elbow goes outwards, from the side backwards.
    const bend = front && side === 'f' ? 1 : -1;
    angles = bendLimb(shoulder, to, upper, hand === undefined ? lower + x : lower, bend);
  }
  const elbow = reach(shoulder, angles[0], upper);
  return {
    ua: [shoulder, angles[0]],
    fa: [elbow, angles[1]],
    hand: [reach(elbow, angles[1], lower), hand ?? angles[1]],
  } as const;
}

function placeLeg(side: Side, pose: Pose, front: boolean, hip: Point) {
  const upper = pose[`thLen${side}`] ?? lengths.th;
  const lower = pose[`shLen${side}`] ?? lengths.sh;
  const foot = pose[`foot${side}`] ?? (front ? 90 : 0);
  const { ball, heel } = ends[front ? 'front' : 'side'];
  const footLength = front ? ball[0] : (pose[`footLen${side}`] ?? lengths.foot);
  const ballEnd = [footLength, ball[1]] as const;
  const [target, end] = pose[`ball${side}`] ? [pose[`ball${side}`], ballEnd] : [pose[`heel${side}`], heel];
  let angles = [pose[`th${side}`] ?? 90, pose[`sh${side}`] ?? 90] as const;
  if (target) {
    const ankle = turnPoint(target, foot, -end[0], -end[1]);
    // From the front the knee goes outwards, from the side forwards.
    angles = bendLimb(hip, ankle, upper, lower, front && side === 'n' ? -1 : 1);
  }
  const knee = reach(hip, angles[0], upper);
  const ankle = reach(knee, angles[1], lower);
  const toe = pose[`toe${side}`] ?? (pose[`ball${side}`] ? 0 : foot);
  return {
    th: [hip, angles[0]],
    sh: [knee, angles[1]],
    foot: [ankle, foot],
    toe: [turnPoint(ankle, foot, pose[`footLen${side}`] ?? lengths.foot, ends.side.ball[1]), toe],
  } as const;
}

const isOnSegment = (end: Point | OnSegment): end is OnSegment => typeof end[0] === 'string';

function placeBody(view: FigureSpec['view'], pose: Pose, hips: Point): Placed {
  const front = view === 'front';
  const shoulders = reach(hips, pose.torso, lengths.torso);
  const neckAngle = pose.neck ?? pose.torso;
  const neck = reach(shoulders, pose.torso, -1);
  const name = <L extends Limb, S extends Side>(side: S, limbs: Record<L, readonly [Point, number]>) =>
    Object.fromEntries(Object.entries(limbs).map(([limb, place]) => [`${limb}${side}`, place])) as Record<
      `${L}${S}`,
      readonly [Point, number]
    >;
  // In front view shoulders and hips have width; in a lying figure the near side is the upper one.
  const lift = { n: -1, f: 1 } as const;
  const hipOf = (side: Side) => (front ? turnPoint(hips, pose.torso + (pose.pelvis ?? 0), 0, lift[side] * 8) : hips);
  const trunkAndLegs = {
    torso: [hips, pose.torso],
    neck: [neck, neckAngle],
    head: [reach(neck, neckAngle, lengths.neck), pose.head ?? pose.torso],
    ...name('n', placeLeg('n', pose, front, hipOf('n'))),
    ...name('f', placeLeg('f', pose, front, hipOf('f'))),
  } as const;
  const armOf = (side: Side) => {
    const shoulder = front ? turnPoint(shoulders, pose.torso, -8, lift[side] * 15) : reach(shoulders, pose.torso, -5);
    const end = pose[`palm${side}`];
    if (!end || !isOnSegment(end)) return placeArm(side, pose, front, shoulder, end);
    const [segment, x, y] = end;
    const [joint, angle] = (trunkAndLegs as Partial<Placed>)[segment] ?? [shoulder, 0];
    return placeArm(side, pose, front, shoulder, turnPoint(joint, angle, x, y));
  };
  return { ...trunkAndLegs, ...name('n', armOf('n')), ...name('f', armOf('f')) };
}

/** A joint and a turn for each segment, with the anchor or else the pose's hip where it belongs. */
export function solveFigure({ view, anchor }: Grounding, pose: Pose): Placed {
  if (!anchor) return placeBody(view, pose, pose.hip ?? [0, 0]);
  const [segment, x, y, dx = 0, dy = 0] = anchor;
  const [joint, angle] = placeBody(view, pose, [0, 0])[segment];
  const [heldX, heldY] = turnPoint(joint, angle, dx, dy);
  return placeBody(view, pose, [x - heldX, y - heldY]);
}

/** The place of an end in this instant. */
export function locateEnd(end: End, placed: Placed, pose: Pose): Point {
  if (end === 'free') return pose.free ?? [0, 0];
  if (!isOnSegment(end)) return end;
  const [segment, x, y] = end;
  const [joint, angle] = placed[segment];
  return turnPoint(joint, angle, x, y);
}

type PoseValue = NonNullable<Pose[keyof Pose]>;

/** The pose a share (0 to 1) of the way from one to the other; what only one of them names does not move. */
export function mixPoses(from: Pose, to: Pose, share: number): Pose {
  const mix = (start: number, end: number) => start + (end - start) * share;
  const mixValues = (start: PoseValue, end: PoseValue): PoseValue => {
    if (typeof start === 'number') return typeof end === 'number' ? mix(start, end) : end;
    if (typeof end === 'number') return start;
    if (!isOnSegment(start) && !isOnSegment(end)) return [mix(start[0], end[0]), mix(start[1], end[1])];
    // A hand slides along the segment it is on; from one segment to another there is no way between.
    if (!isOnSegment(start) || !isOnSegment(end) || start[0] !== end[0]) return share < 1 ? start : end;
    return [start[0], mix(start[1], end[1]), mix(start[2], end[2])];
  };
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])] as (keyof Pose)[];
  const values = keys.map((key) => {
    const start = from[key] ?? to[key] ?? 0;
    return [key, mixValues(start, to[key] ?? start)];
  });
  return Object.fromEntries(values) as Pose;
}

/** The poses passed from the first to the last, each of those given among them, at least six steps. */
function samplePoses(poses: readonly Pose[]): readonly Pose[] {
  const stretches = poses.slice(1).map((to, place) => [poses[place] ?? to, to] as const);
  const perStretch = Math.max(2, Math.ceil(6 / stretches.length));
  const steps = stretches.flatMap(([from, to]) =>
    Array.from({ length: perStretch }, (_, step) => mixPoses(from, to, (step + 1) / perStretch)),
  );
  return [...poses.slice(0, 1), ...steps];
}

/** Every pose of a movement that is drawn; `home` where it does not go back as it came. */
export function sampleMovement(spec: FigureSpec): { readonly there: readonly Pose[]; readonly home?: readonly Pose[] } {
  const there = samplePoses([spec.a, ...(spec.via ?? []), spec.b]);
  return spec.back ? { there, home: samplePoses([spec.b, ...spec.back]) } : { there };
}
