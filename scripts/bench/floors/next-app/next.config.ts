import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const config: NextConfig = {
  turbopack: { root: fileURLToPath(new URL('../../../..', import.meta.url)) },
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  agentRules: false,
};

export default config;
