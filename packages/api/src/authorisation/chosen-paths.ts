/** `GROUNDWORK_TEST_PATHS=clients.get,today` sweeps these procedures alone; all of them when it is not set. */
export const chosenPaths: { readonly paths?: readonly string[] } =
  process.env.GROUNDWORK_TEST_PATHS === undefined ? {} : { paths: process.env.GROUNDWORK_TEST_PATHS.split(',') };
