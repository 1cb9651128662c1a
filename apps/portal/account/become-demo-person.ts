'use server';

import { listDemoPeople } from '@groundwork/api/demo/list-demo-people';
import { startDemoSession } from '@groundwork/auth/demo-session';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { keepCookie } from '../server/keep-cookie.ts';

/** Signs this browser in as one of the demo's runners. There is nobody to become outside a demo. */
export async function becomeDemoPerson(form: FormData): Promise<void> {
  const wanted = form.get('userId');
  const person = (await listDemoPeople('portal')).find(({ userId }) => userId === wanted);
  if (!person) notFound();
  const asked = await headers();
  const browser = { userAgent: asked.get('user-agent') ?? '', cookieHeader: asked.get('cookie') };
  const { setCookie } = await startDemoSession(person.userId, 'portal', browser, new Date());
  keepCookie(await cookies(), setCookie);
  redirect('/today');
}
