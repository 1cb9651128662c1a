/** Expected failure is a value; a bug is a throw. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const succeed = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });
export const fail = <Problem>(...problems: readonly Problem[]): Result<never, Problem> => ({ ok: false, problems });
