import type { App } from '@groundwork/auth/app';
import { askPasskey, redeemPasskey } from '@groundwork/auth/passkey-sign-in';
import type { Browser } from '@groundwork/auth/session';
import type { TooMany } from '@groundwork/auth/sign-in';
import { passkeyAnswer } from './inputs/passkey.ts';
import { renderPasskeyLetter } from './mail/passkey-letter.tsx';

/** What the page hears of a refusal. `refused` also where what came was no answer at all. */
export type PasskeyRefusal = 'gone' | 'refused' | TooMany['code'];

/** The answer of `POST /sign-in/passkey/ask`: what the browser hands to its authenticators, and the cookie that ties it to this browser. */
export async function answerPasskeyAsk(app: App, request: Request): Promise<Response> {
  const asked = await askPasskey({ app, browser: browserOf(request), now: new Date() });
  if (!asked.ok) return answer({ problem: asked.problems[0]?.code }, 429);
  return answer({ options: asked.value.options }, 200, [asked.value.setCookie]);
}

/** The answer of `POST /sign-in/passkey/redeem`, a form whose `answer` is what the authenticator said, as JSON. */
export async function answerPasskeyRedeem(app: App, request: Request): Promise<Response> {
  const said = passkeyAnswer.safeParse(readJson(String((await request.formData()).get('answer') ?? '')));
  if (!said.success) return answer({ problem: 'refused' }, 400);
  const entered = await redeemPasskey({
    app,
    answer: { ...said.data, clientExtensionResults: {} },
    browser: browserOf(request),
    now: new Date(),
    renderNotice: renderPasskeyLetter,
  });
  if (entered.ok) return answer({}, 200, entered.value.setCookies);
  const problem: PasskeyRefusal = entered.problems[0]?.code ?? 'refused';
  return answer({ problem }, problem === 'too_many_requests' ? 429 : 403);
}

function answer(body: object, status: number, setCookies: readonly string[] = []): Response {
  const headers = new Headers({ 'Content-Type': 'application/json', 'Cache-Control': 'private, no-store' });
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie);
  return new Response(JSON.stringify(body), { status, headers });
}

const browserOf = ({ headers }: Request): Browser => ({
  userAgent: headers.get('user-agent') ?? '',
  // The server has put the one address there that may be believed.
  address: headers.get('x-forwarded-for') ?? '',
  cookieHeader: headers.get('cookie'),
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
