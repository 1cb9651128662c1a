import { requestSignIn } from '@groundwork/auth/sign-in';
import { browserOf, sendTo } from '../../../lib/form-request.ts';
import { keepTypedAddress } from '../../../sign-in/typed-address.ts';

/** Mails a link and a code. A stranger gets the same answer as a coach. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const email = String(form.get('email') ?? '').slice(0, 254);
  const asked = await requestSignIn({ app: 'coach', email, browser: browserOf(request), now: new Date() });
  const again = form.get('again') === '1' ? '&again=1' : '';
  const kept = keepTypedAddress(email);
  if (asked.ok) return sendTo(`/sign-in?sent=1${again}`, [asked.value.setCookie, kept]);
  return sendTo(`/sign-in?problem=${asked.problems[0]?.code ?? 'not_an_address'}${again}`, [kept]);
}
