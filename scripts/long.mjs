// `pnpm test:long [suite …]`: the suites that kill, stop and flood what runs, under the project's own Node.js.
import { handOver, installPackages } from './install.mjs';

await installPackages();
// React decides as it is loaded which of its two builds it is.
Object.assign(process.env, { NODE_ENV: 'production' });
handOver('long.ts');
