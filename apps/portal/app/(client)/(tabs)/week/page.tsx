import { mondayOf, parsePlainDate } from '@groundwork/engine/plain-date';
import type { Metadata } from 'next';
import { PhoneFrame } from '../../../../frame/phone-frame.tsx';
import { readAsClient } from '../../../../server/read-as-client.ts';
import { readOwnId } from '../../../../server/read-own-id.ts';
import { WeekScreen } from '../../../../week/week-screen.tsx';

export const metadata: Metadata = { title: 'Week' };

type Props = { readonly searchParams: Promise<{ from?: string | string[] }> };

export default async function WeekPage({ searchParams }: Props) {
  const { from } = await searchParams;
  const asked = typeof from === 'string' ? parsePlainDate(from) : undefined;
  if (asked) {
    const week = await readAsClient((api) => api.week({ startsOn: mondayOf(asked) }));
    return (
      <PhoneFrame clientId={await readOwnId()}>
        <WeekScreen week={week} today={null} />
      </PhoneFrame>
    );
  }
  const view = await readAsClient((api) => api.today());
  return (
    <PhoneFrame clientId={view.me.clientId} pages={['/today', '/week']}>
      <WeekScreen week={view.week} today={view.date} />
    </PhoneFrame>
  );
}
