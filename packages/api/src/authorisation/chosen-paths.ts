/** `GROUNDWORK_TEST_PATHS=clients.get,today` sweeps these procedures alone; all of them when it is not set. Asked anew by each sweep. */
export function readChosenPaths(): { readonly paths?: readonly string[] } {
  const chosen = process.env.GROUNDWORK_TEST_PATHS;
  return chosen === undefined ? {} : { paths: chosen.split(',') };
}
