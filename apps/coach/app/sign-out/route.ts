import { endSession } from '@groundwork/auth/session';
import { isOwnForm, sendTo } from '../../lib/form-request.ts';

export async function POST(request: Request): Promise<Response> {
  if (!isOwnForm(request)) return new Response(null, { status: 403 });
  return sendTo('/sign-in', [await endSession('coach', request.headers.get('cookie'))]);
}
