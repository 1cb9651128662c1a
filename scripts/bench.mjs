// `pnpm bench`: installs what is missing, then measures under the project's own Node.js.
import { handOver, installPackages } from './install.mjs';

await installPackages();
handOver('bench.ts');
