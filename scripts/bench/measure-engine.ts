import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectNode, root } from '../install.mjs';
import type { Figure } from './figure.ts';
import type { Section } from './section.ts';
import type { Spans } from './time-calls.ts';

/** In a process of its own, without the loader that this one runs under: it would slow the inner functions down. */
export async function measureEngine(spans: Spans): Promise<readonly Section[]> {
  const { stdout } = await promisify(execFile)(projectNode, [
    join(root, 'scripts/bench/engine.ts'),
    JSON.stringify(spans),
  ]);
  return [
    {
      name: 'engine',
      title: 'Engine',
      says: 'One core, 200 runners and 10,000 weeks in turn, none met twice in a row. A floor is the least that the same result takes without any rule.',
      figures: JSON.parse(stdout) as readonly Figure[],
    },
  ];
}
