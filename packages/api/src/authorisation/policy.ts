import type { AnyTRPCProcedure, inferProcedureInput } from '@trpc/server';
import type { Verdicts } from './role.ts';
import type { Person, World } from './world.ts';

/** For whom an input is made. */
export interface Arrange {
  readonly world: World;
  readonly person: Person;
}

/** Who may call a procedure, and a call that succeeds for them: made anew, with rows of its own, for every call. */
export interface Policy<Input = unknown> {
  readonly verdicts: Verdicts;
  readonly input: (arrange: Arrange) => Input | Promise<Input>;
  /** Tables that reading writes to all the same. */
  readonly traces?: readonly string[];
}

/** The dotted paths of a router's procedures. */
type PathIn<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends AnyTRPCProcedure ? Name : `${Name}.${PathIn<Tree[Name]>}`;
}[keyof Tree & string];

type At<Tree, Path> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Tree
    ? At<Tree[Head], Rest>
    : never
  : Path extends keyof Tree
    ? Tree[Path]
    : never;

type InputAt<Tree, Path> =
  At<Tree, Path> extends infer Found extends AnyTRPCProcedure ? inferProcedureInput<Found> : never;

/** A policy for every procedure of a router and no other. */
export type PoliciesOf<Router extends { readonly _def: { readonly record: object } }> = {
  readonly [Path in PathIn<Router['_def']['record']>]: Policy<InputAt<Router['_def']['record'], Path>>;
};

/** The policies as the suites walk them, by path. */
export type Policies = Readonly<Record<string, Policy>>;
