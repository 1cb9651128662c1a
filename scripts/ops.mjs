// `pnpm ops <command>`: what an operator does with an installation, under the project's own Node.js.
import { handOver, installPackages } from './install.mjs';

await installPackages();
handOver('ops.ts');
