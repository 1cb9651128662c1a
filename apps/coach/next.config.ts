import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js';

const workspace = fileURLToPath(new URL('../..', import.meta.url));

const config: NextConfig = {
  transpilePackages: ['@groundwork/api', '@groundwork/auth', '@groundwork/db', '@groundwork/engine', '@groundwork/ui'],
  // The workspace, so that packages outside this folder are built from their sources.
  turbopack: { root: workspace },
  // The gate checks the types of every package; a build repeats none of it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  agentRules: false,
  // No page uses the image optimiser, and what nobody uses cannot be misused.
  images: { unoptimized: true },
  // Security headers are set by server.ts for every answer, pages and API alike, because they depend on where it is served.
};

/** What a page needs at run time is gathered by the build, so that an app can be copied to a machine without the repository. */
const gathering: NextConfig = { output: 'standalone', outputFileTracingRoot: workspace };

// Next warns at every start of a server that is not the gathered one, so a server is not told.
export default (phase: string): NextConfig => (phase === PHASE_PRODUCTION_BUILD ? { ...config, ...gathering } : config);
