import { redeemLink } from '@groundwork/auth/sign-in';
import { browserOf, sendTo } from '../../../../lib/form-request.ts';

/** Uses the mailed link, once: only a press of the button comes here. */
export async function POST(request: Request): Promise<Response> {
  const token = String((await request.formData()).get('token') ?? '').slice(0, 100);
  const entered = await redeemLink({ app: 'coach', token, browser: browserOf(request), now: new Date() });
  if (entered.ok) return sendTo('/', entered.value.setCookies);
  return sendTo(`/sign-in/link?problem=${entered.problems[0]?.code ?? 'unknown'}`);
}
