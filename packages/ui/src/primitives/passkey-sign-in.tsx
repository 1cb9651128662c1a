'use client';

import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import type { ButtonSize } from './button-look.ts';
import { FormError } from './form-error.tsx';

/** A question is good for five minutes; a page that stays open asks for a new one before. */
const askAgainMs = 4 * 60_000;

const sentences: Readonly<Record<string, string>> = {
  gone: 'That took too long. Press once more.',
  refused: 'This passkey does not open this page. Sign in by letter.',
  too_many_requests: 'Too many tries from your network. Wait a quarter of an hour, or sign in by letter.',
};
const failed = 'That did not work. Try once more, or sign in by letter.';

async function post(address: string, fields: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(fields) });
  return response.json();
}

/** Another ceremony began, the person closed the browser's own window, or nothing there fits: no news to her. */
const isQuiet = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'AbortError' || error.name === 'NotAllowedError');

/**
 * Signs in with a passkey: by a button, and from the browser's own list under the address field (which has `webauthn` as the last word of its
 * `autocomplete`). What talks to the browser's authenticators is fetched when the page is there and the browser has any.
 * @param onwards Where a browser that was let in goes.
 */
export function PasskeySignIn({ onwards, size }: { readonly onwards: string; readonly size?: ButtonSize }) {
  const [hasPasskeys, setHasPasskeys] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isLeaving = useRef(false);

  const signIn = useCallback(
    async (fromList: boolean) => {
      const [asked, { startAuthentication }] = await Promise.all([
        post('/sign-in/passkey/ask'),
        import('@simplewebauthn/browser'),
      ]);
      if (!asked.options) throw new Error(String(asked.problem));
      const optionsJSON = asked.options as PublicKeyCredentialRequestOptionsJSON;
      const answer: AuthenticationResponseJSON = await startAuthentication({
        optionsJSON,
        useBrowserAutofill: fromList,
      });
      setBusy(true);
      const { problem: refusal } = await post('/sign-in/passkey/redeem', { answer: JSON.stringify(answer) });
      if (refusal !== undefined) throw new Error(String(refusal));
      isLeaving.current = true;
      window.location.assign(onwards);
    },
    [onwards],
  );

  const tell = useCallback((error: unknown) => {
    if (isLeaving.current) return;
    setBusy(false);
    if (!isQuiet(error)) setProblem((error instanceof Error && sentences[error.message]) || failed);
  }, []);

  useEffect(() => {
    if (typeof window.PublicKeyCredential !== 'function') return;
    setHasPasskeys(true);
    let isThere = true;
    const offer = async () => {
      const canList = await PublicKeyCredential.isConditionalMediationAvailable?.();
      // What goes wrong in the background is no news: the button says it when it is pressed.
      if (canList && isThere && document.visibilityState === 'visible') await signIn(true);
    };
    const begin = () => void offer().catch((error: unknown) => (isThere && isRefusal(error) ? tell(error) : undefined));
    begin();
    const timer = setInterval(begin, askAgainMs);
    return () => {
      isThere = false;
      clearInterval(timer);
    };
  }, [signIn, tell]);

  const press = () => {
    setProblem(undefined);
    setBusy(true);
    signIn(false).catch(tell);
  };
  // As high as its button from the start, so that nothing moves once the browser is known.
  return (
    <div className="min-h-12">
      {hasPasskeys ? (
        <Button busy={busy} busyLabel="Signing in" onClick={press} {...(size ? { size } : {})}>
          Sign in with a passkey
        </Button>
      ) : null}
      <FormError className="mt-3 empty:mt-0">{problem}</FormError>
    </div>
  );
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && (error.message === 'refused' || error.message === 'gone');
