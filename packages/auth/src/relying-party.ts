import { type App, urlOfApp } from './app.ts';

/** Whom an app's passkeys are for. Each browser holds an answer to it, so that a look-alike page gets none. */
export interface RelyingParty {
  /** The host of the app's public address. */
  readonly id: string;
  /** Scheme, host and port of the same. */
  readonly origin: string;
}

/** From the configuration, never from what a request says of itself. */
export function relyingPartyOf(app: App): RelyingParty {
  const { hostname, origin } = urlOfApp(app);
  return { id: hostname, origin };
}
