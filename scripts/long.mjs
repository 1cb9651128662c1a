// `pnpm test:long [suite …]`: the suites that kill, stop and flood what runs, under the project's own Node.js.
import { handOver, installPackages } from './install.mjs';

await installPackages();
handOver('long.ts');
