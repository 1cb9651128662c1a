import { formatExpiredCookie } from '@groundwork/auth/cookie';
import { redeemCode } from '@groundwork/auth/sign-in';
import { browserOf, sendTo } from '../../../lib/form-request.ts';

/** Signs in with the six digits, in the browser that asked for them. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const entered = await redeemCode({
    app: 'coach',
    code: String(form.get('code') ?? '').slice(0, 20),
    browser: browserOf(request),
    now: new Date(),
  });
  // Whoever had to sign in again goes on with what she was at.
  const isAgain = form.get('again') === '1';
  if (entered.ok) {
    return sendTo(isAgain ? '/account' : '/', [...entered.value.setCookies, formatExpiredCookie('coach', 'address')]);
  }
  const [problem] = entered.problems;
  const left = problem?.code === 'wrong_code' ? `&left=${problem.triesLeft}` : '';
  return sendTo(`/sign-in?sent=1&problem=${problem?.code ?? 'gone'}${left}${isAgain ? '&again=1' : ''}`);
}
