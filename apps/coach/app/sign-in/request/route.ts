import { requestSignIn } from '@groundwork/auth/sign-in';
import { browserOf, sendTo } from '../../../lib/form-request.ts';

/** Mails a link and a code. A stranger gets the same answer as a coach. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const email = String(form.get('email') ?? '').slice(0, 254);
  const asked = await requestSignIn({ app: 'coach', email, browser: browserOf(request), now: new Date() });
  const kept = `email=${encodeURIComponent(email)}${form.get('again') === '1' ? '&again=1' : ''}`;
  if (asked.ok) return sendTo(`/sign-in?sent=1&${kept}`, [asked.value.setCookie]);
  return sendTo(`/sign-in?problem=${asked.problems[0]?.code ?? 'not_an_address'}&${kept}`);
}
