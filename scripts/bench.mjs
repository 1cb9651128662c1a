// `pnpm bench`: installs what is missing, then measures under the project's own Node.js.
import { handOver, installPackages } from './install.mjs';

await installPackages();
// React decides as it is loaded which of its two builds it is.
Object.assign(process.env, { NODE_ENV: 'production' });
handOver('bench.ts');
