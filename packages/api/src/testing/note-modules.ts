import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** With `--import`: at its end the process writes the names of all modules that it loaded into the file of `MINI_MODULES_FILE`. */
const loaded = new Set<string>();
registerHooks({
  load: (url, context, next) => {
    loaded.add(url);
    return next(url, context);
  },
});
process.on('exit', () => writeFileSync(process.env.MINI_MODULES_FILE ?? '', [...loaded].join('\n')));
