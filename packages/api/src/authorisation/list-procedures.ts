import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server';
import { z } from 'zod';
import type { ApiContext } from '../context.ts';

/** The routers that the two apps mount, or broken doubles of them. */
export type Apis = Readonly<Record<ApiContext['app'], AnyTRPCRouter>>;

export interface ListedProcedure {
  readonly app: ApiContext['app'];
  /** "clients.get". */
  readonly path: string;
  readonly type: AnyTRPCProcedure['_def']['type'];
  readonly input: z.ZodType;
}

/** Every procedure that can be called, read off the routers themselves. The portal's come first: the coach's leave more behind. */
export function listProcedures(apis: Apis): readonly ListedProcedure[] {
  return (['portal', 'coach'] as const).flatMap((app) =>
    listIn(apis[app]._def.record).map(({ path, procedure }): ListedProcedure => {
      const [input, ...others] = inputsOf(procedure);
      if (!(input instanceof z.ZodType) || others.length > 0) throw new Error(`${path} needs one input schema`);
      return { app, path, type: procedure._def.type, input };
    }),
  );
}

interface Named {
  readonly path: string;
  readonly procedure: AnyTRPCProcedure;
}

function listIn(record: Readonly<Record<string, unknown>>, above = ''): readonly Named[] {
  return Object.entries(record).flatMap(([name, node]) => {
    const path = `${above}${name}`;
    if (isProcedure(node)) return [{ path, procedure: node }];
    if (typeof node === 'object' && node !== null) return listIn({ ...node }, `${path}.`);
    throw new Error(`${path} is neither a procedure nor a router`);
  });
}

const isProcedure = (node: unknown): node is AnyTRPCProcedure =>
  typeof node === 'function' && '_def' in node && typeof node._def === 'object';

const inputsOf = ({ _def }: AnyTRPCProcedure): readonly unknown[] =>
  'inputs' in _def && Array.isArray(_def.inputs) ? _def.inputs : [];
