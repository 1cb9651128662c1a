/** Levels of objects and lists in an input as it comes over the wire, its envelope counted. The deepest that a form sends has six. */
export const maxInputDepth = 12;

/** Whether a value has more levels of objects and lists than that. Looks level by level: what is nested without end cannot fill the stack. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  let level = [value].filter(isNode);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === levels) return true;
    level = level.flatMap((node) => Object.values(node).filter(isNode));
  }
  return false;
}

const isNode = (value: unknown): value is object => typeof value === 'object' && value !== null;
