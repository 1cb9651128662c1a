// `npm test`: installs what is missing, then runs the whole gate under the project's own Node.js.
import { handOver, installPackages } from './install.mjs';

await installPackages();
handOver('gate.ts');
