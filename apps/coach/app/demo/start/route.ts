import { listDemoPeople } from '@groundwork/api/demo/list-demo-people';
import { startDemoSession } from '@groundwork/auth/demo-session';
import { browserOf, sendTo } from '../../../lib/form-request.ts';

/** Signs in as one of the demo's own people; nobody else can be named. */
export async function POST(request: Request): Promise<Response> {
  const userId = String((await request.formData()).get('userId') ?? '');
  const people = await listDemoPeople('coach');
  if (!people.some((person) => person.userId === userId)) return new Response(null, { status: 404 });
  const { setCookie } = await startDemoSession(userId, 'coach', browserOf(request), new Date());
  return sendTo('/', [setCookie]);
}
