// `npm start`: installs what is missing, then launches everything under the project's own Node.js.
import { handOver, installPackages } from './install.mjs';

await installPackages();
handOver('launch.ts');
