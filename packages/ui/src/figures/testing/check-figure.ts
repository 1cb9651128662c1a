/** What no drawing may do, each as a list of complaints: empty for a sound one. */
import { listParts, outlinePart, type Part } from '../figure-parts.ts';
import type { Figure, Point, Pose, Segment, Side } from '../figure-spec.ts';
import { frameFigure } from '../frame-figure.ts';
import { locateEnd, type Placed, sampleMovement, solveFigure } from '../solve-figure.ts';

/** The range of a joint in degrees as a side view shows it, a little wider than what is measured in clinics. */
const sideRanges = {
  hip: [-32, 140],
  knee: [-4, 152],
  plantarflexion: [-42, 72],
  toeExtension: [-46, 78],
  shoulder: [-72, 190],
  elbow: [-6, 158],
  wrist: [-95, 95],
  neck: [-45, 60],
} as const;

/**
 * The same seen from the front: away from the body's middle is positive. A knee has no bend to the side; what is seen of
 * one is a leg turned outwards.
 */
const frontRanges = {
  hip: [-36, 60],
  knee: [-16, 8],
  ankle: [-34, 36],
  shoulder: [-45, 190],
  elbow: [-150, 24],
  neck: [-25, 25],
  head: [-25, 25],
  pelvis: [-25, 25],
} as const;

type Range = readonly [least: number, most: number];
type Joints = readonly (readonly [joint: string, angle: number, range: Range])[];

/** One pose of the movement, solved. */
export interface Instant {
  readonly pose: Pose;
  readonly placed: Placed;
}

export function listInstants(figure: Figure): readonly Instant[] {
  const { there, home = [] } = sampleMovement(figure);
  return [...there, ...home].map((pose) => ({ pose, placed: solveFigure(figure, pose) }));
}

/** Degrees from one direction to the other, by the shorter way. */
export const turnBetween = (from: number, to: number): number => {
  const turn = (((to - from) % 360) + 360) % 360;
  return turn > 180 ? turn - 360 : turn;
};

const lowest = (points: readonly Point[]) => Math.max(...points.map(([, y]) => y));
const outlineOf = (parts: readonly Part[], name: string, { pose, placed }: Instant) => {
  const part = parts.find((each) => each.name === name);
  return part ? outlinePart(part, placed, pose) : [];
};

/** Parts of the body below the floor. */
export function listSunk(figure: Figure): readonly string[] {
  const parts = listParts(figure);
  return listInstants(figure).flatMap((instant, step) =>
    parts.flatMap(({ name, body }) => {
      const depth = lowest(outlineOf(parts, name, instant));
      return body !== null && depth > 1 ? [`${name} ${depth.toFixed(1)} at ${step}`] : [];
    }),
  );
}

/** How far an outline is from resting on the floor, or with the part of it that is over a step on the step. */
function gapToSurface(figure: Figure, points: readonly Point[]): number {
  const gaps = (figure.scene ?? []).flatMap((item) => {
    if (item[0] !== 'block' && item[0] !== 'bench') return [];
    const [, left, top, width] = item;
    const over = points.filter(([x]) => x >= left && x <= left + width);
    return over.length > 0 ? [Math.abs(lowest(over) - top)] : [];
  });
  return Math.min(Math.abs(lowest(points)), ...gaps);
}

/** Feet that stay where they are, and an anchored one, a unit or more off what they stand on. */
export function listUnplanted(figure: Figure): readonly string[] {
  const parts = listParts(figure);
  const instants = listInstants(figure);
  const planted = (['n', 'f'] as const).flatMap((side) => {
    const places = instants.map(({ pose }) => pose[`ball${side}`] ?? pose[`heel${side}`]);
    const stays = places.every((place) => place && place.join() === places[0]?.join());
    return stays || figure.anchor?.[0] === `foot${side}` ? [`foot${side}`] : [];
  });
  return planted.flatMap((name) =>
    instants.flatMap((instant, step) => {
      const gap = gapToSurface(figure, outlineOf(parts, name, instant));
      return gap > 1 ? [`${name} ${gap.toFixed(1)} at ${step}`] : [];
    }),
  );
}

/** Feet and hands that do not reach where their pose puts them. */
export function listMisses(figure: Figure): readonly string[] {
  const front = figure.view === 'front';
  return listInstants(figure).flatMap(({ pose, placed }, step) =>
    (['n', 'f'] as const).flatMap((side) => {
      const ends = {
        ball: [`foot${side}`, front ? 8.5 : (pose[`footLen${side}`] ?? 15), front ? 0 : 8.5],
        heel: [`foot${side}`, -6.4, 8.5],
        palm: [`hand${side}`, 4, 0.4],
      } as const;
      return (['ball', 'heel', 'palm'] as const).flatMap((end) => {
        const target = pose[`${end}${side}`];
        if (!target) return [];
        const [x, y] = locateEnd(ends[end], placed, pose);
        const [toX, toY] = locateEnd(target, placed, pose);
        const gap = Math.hypot(x - toX, y - toY);
        return gap > 1.5 ? [`${end}${side} ${gap.toFixed(1)} at ${step}`] : [];
      });
    }),
  );
}

/** Joints bent the wrong way or further than people can, at any instant. */
export function listStrained(figure: Figure): readonly string[] {
  const measure = figure.view === 'front' ? measureFront : measureSide;
  return listInstants(figure).flatMap((instant, step) =>
    measure(instant).flatMap(([joint, angle, [least, most]]) =>
      angle < least || angle > most ? [`${joint} ${angle.toFixed(0)} at ${step}`] : [],
    ),
  );
}

type Bone = 'th' | 'sh' | 'ua' | 'fa';
const sides = ['n', 'f'] as const satisfies readonly Side[];

function measureSide({ placed, pose }: Instant): Joints {
  const turn = (segment: Segment) => placed[segment][1];
  const limbs = sides.flatMap(
    (side): Joints => [
      ['hip', -turnBetween(turn('torso') + 180, turn(`th${side}`)), sideRanges.hip],
      ['knee', turnBetween(turn(`th${side}`), turn(`sh${side}`)), sideRanges.knee],
      ['plantarflexion', turnBetween(turn(`sh${side}`) - 90, turn(`foot${side}`)), sideRanges.plantarflexion],
      ['toeExtension', -turnBetween(turn(`foot${side}`), turn(`toe${side}`)), sideRanges.toeExtension],
      // Arms seen short point out of the page and show no angle.
      ...(pose[`uaLen${side}`] === undefined
        ? ([
            ['shoulder', 60 - turnBetween(turn('torso') + 120, turn(`ua${side}`)), sideRanges.shoulder],
            ['elbow', -turnBetween(turn(`ua${side}`), turn(`fa${side}`)), sideRanges.elbow],
            ['wrist', turnBetween(turn(`fa${side}`), turn(`hand${side}`)), sideRanges.wrist],
          ] as const)
        : []),
    ],
  );
  return [
    ...limbs,
    ['neck', turnBetween(turn('torso'), turn('neck')), sideRanges.neck],
    ['neck', turnBetween(turn('torso'), turn('head')), sideRanges.neck],
  ];
}

/** An arm over the head has gone past half a turn, not backwards. */
const openBy = (turn: number) => (turn < -170 ? turn + 360 : turn);

function measureFront({ placed, pose }: Instant): Joints {
  const turn = (segment: Segment) => placed[segment][1];
  const limbs = sides.flatMap((side): Joints => {
    const outwards = side === 'n' ? 1 : -1;
    // A bone seen short points at the viewer or away: of its joints nothing can be measured.
    const isWhole = (...bones: readonly Bone[]) => bones.every((bone) => pose[`${bone}Len${side}`] === undefined);
    const joint = (name: keyof typeof frontRanges, from: number, to: Segment, ...bones: readonly Bone[]) =>
      isWhole(...bones) ? ([[name, openBy(outwards * turnBetween(from, turn(to))), frontRanges[name]]] as const) : [];
    return [
      ...joint('hip', turn('torso') + 180, `th${side}`, 'th'),
      ...joint('knee', turn(`th${side}`), `sh${side}`, 'th', 'sh'),
      ...joint('ankle', turn(`sh${side}`), `foot${side}`, 'sh'),
      ...joint('shoulder', turn('torso') + 180, `ua${side}`, 'ua'),
      ...joint('elbow', turn(`ua${side}`), `fa${side}`, 'ua', 'fa'),
    ];
  });
  return [
    ...limbs,
    ['neck', turnBetween(turn('torso'), turn('neck')), frontRanges.neck],
    ['head', turnBetween(turn('neck'), turn('head')), frontRanges.head],
    ['pelvis', pose.pelvis ?? 0, frontRanges.pelvis],
  ];
}

/** Points of the figure outside the given box, or on its edge; a figure that is cropped on purpose has none. */
export function listOutside(figure: Figure, box = frameFigure(figure)): readonly Point[] {
  if (figure.crop) return [];
  const parts = listParts(figure);
  const [left, top, width, height] = box;
  return listInstants(figure)
    .flatMap((instant) => parts.flatMap(({ name }) => outlineOf(parts, name, instant)))
    .filter(([x, y]) => x <= left || x >= left + width || y <= top || y >= top + height);
}
