import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const workspace = fileURLToPath(new URL('../..', import.meta.url));

const config: NextConfig = {
  // What a page needs at run time is gathered, so that an app can be copied to a machine without the repository.
  output: 'standalone',
  outputFileTracingRoot: workspace,
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

export default config;
