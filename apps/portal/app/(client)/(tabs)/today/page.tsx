import type { Metadata } from 'next';
import { PhoneFrame } from '../../../../frame/phone-frame.tsx';
import { readAsClient } from '../../../../server/read-as-client.ts';
import { TodayScreen } from '../../../../today/today-screen.tsx';

export const metadata: Metadata = { title: 'Today' };

export default async function TodayPage() {
  const view = await readAsClient((api) => api.today());
  const sessions = [view.session, view.unfinished, view.next].flatMap((session) => (session ? [session] : []));
  return (
    <PhoneFrame
      clientId={view.me.clientId}
      pages={['/today', '/week', ...sessions.map(({ sessionId }) => `/session/${sessionId}`)]}
    >
      <TodayScreen view={view} />
    </PhoneFrame>
  );
}
