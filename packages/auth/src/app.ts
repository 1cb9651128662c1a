import { type App, apps } from '@groundwork/db/schema/identity';

export { type App, apps };

const urlVariables = { coach: 'GROUNDWORK_COACH_URL', portal: 'GROUNDWORK_PORTAL_URL' } as const satisfies Record<
  App,
  string
>;

/**
 * Where an app is reached, from the environment and never from a request's Host header: letters link to it.
 * @throws when the variable is missing.
 */
export function urlOfApp(app: App): URL {
  const url = process.env[urlVariables[app]];
  if (url === undefined || url === '') throw new Error(`${urlVariables[app]} is not set`);
  return new URL(url);
}
