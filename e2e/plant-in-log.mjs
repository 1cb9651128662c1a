// Preloaded into the apps and the worker: a double that writes what it should not, so that the search in their logs shows that it sees them.
import { basename, dirname, join } from 'node:path';

const [, file = ''] = process.argv;
if (file.includes(join('dist', ''))) {
  console.log(`planted-${basename(dirname(dirname(file)))}-${basename(file, '.mjs')}@in-the-log.example`);
}
