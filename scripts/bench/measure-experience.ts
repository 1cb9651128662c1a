import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runPnpm } from '../install.mjs';
import type { Figure } from './figure.ts';
import type { Section } from './section.ts';

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly tests: readonly { readonly results: readonly Result[] }[] }[];
}

interface Result {
  readonly attachments: readonly { readonly name: string; readonly body?: string }[];
}

/** What a person waits for, in a browser: Playwright times it, since it has the practices and pages of the journeys. */
export async function measureExperience(): Promise<readonly Section[]> {
  const failure = await runPnpm([
    '--filter',
    '@groundwork/e2e',
    'exec',
    'playwright',
    'test',
    '--config=experience.config.ts',
  ]);
  if (failure !== undefined) throw new Error(failure);
  const report: Suite = JSON.parse(await readFile(join(root, 'e2e/test-results/experience.json'), 'utf8'));
  return [
    {
      name: 'experience',
      title: 'In the browser',
      says: 'Lighthouse as on a phone with a slow connection, the median of three visits each; presses as the browser itself times them, to the next paint.',
      figures: listFigures(report),
    },
  ];
}

function listFigures({ suites = [], specs = [] }: Suite): readonly Figure[] {
  const own = specs.flatMap(({ tests }) =>
    tests.flatMap(({ results }) =>
      results.flatMap(({ attachments }) =>
        attachments.flatMap(({ name, body }): readonly Figure[] =>
          name === 'figures' && body !== undefined ? JSON.parse(Buffer.from(body, 'base64').toString('utf8')) : [],
        ),
      ),
    ),
  );
  return [...own, ...suites.flatMap(listFigures)];
}
