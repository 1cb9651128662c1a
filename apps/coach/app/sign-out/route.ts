import { endSession } from '@groundwork/auth/session';
import { sendTo } from '../../lib/form-request.ts';

export async function POST(request: Request): Promise<Response> {
  return sendTo('/sign-in', [await endSession('coach', request.headers.get('cookie'))]);
}
