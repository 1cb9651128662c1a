// `pnpm figures`: installs what is missing, then writes the contact sheet of all exercise figures under the project's own Node.js.
import { handOver, installPackages } from './install.mjs';

await installPackages();
handOver('figures.ts');
