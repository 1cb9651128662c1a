import type { Point, SceneItem } from './figure-spec.ts';
import { traceOutline } from './outline.ts';

/** The markup of what stands still. */
export function drawScene(item: SceneItem): string {
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
    case 'arrow':
      return `<path class="gw-arrow" d="${item[1]}"/>`;
    default:
      return item satisfies never;
  }
}

/** Its corners, to measure with. */
export function outlineScene(item: SceneItem): readonly Point[] {
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
    case 'arrow':
      return traceOutline(item[1]);
    default:
      return item satisfies never;
  }
}
