/** Where a movement starts and the limbs it leaves alone: shared by the exercises that begin the same way. */
import type { Pose } from '../figure-spec.ts';

/** Upright on the near foot, arms at the sides; the far leg is the movement's own. */
export const standingOnNear = {
  ...{ torso: -89, neck: -84, head: -84, hip: [0.5, -105.2] },
  ...{ uan: 94, fan: 86, uaf: 92, faf: 84, balln: [15, 0] },
} as const satisfies Pose;

/** Upright on both feet. */
export const standing = { ...standingOnNear, ballf: [12.5, 0] } as const satisfies Pose;

/** Arms hang and hold, whatever the trunk does. */
export const hangingArms = {
  uan: 92,
  fan: 88,
  uaf: 91,
  faf: 87,
  handn: 90,
  handf: 90,
} as const satisfies Partial<Pose>;

/** On the back, head to the left, arms along the body. */
export const onBack = {
  ...{ torso: 179, neck: 184, head: 181 },
  ...{ uan: 5, fan: 2, handn: 2, uaf: 5, faf: 2, handf: 2 },
} as const satisfies Pose;

/** Face up, shoulders on the floor: what lies there stays there while the hips rise. */
export const onShoulders = ['neck', 0, -11.5] as const;

/** Upright on both feet, seen from the front. */
export const standingFront = {
  ...{ torso: -90, neck: -90, head: -90, hip: [0, -105.2], balln: [-9, 0], ballf: [9, 0] },
  ...{ uan: 97, fan: 91, uaf: 83, faf: 89 },
} as const satisfies Pose;
