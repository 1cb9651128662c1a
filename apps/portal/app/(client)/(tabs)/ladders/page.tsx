import { ladders } from '@groundwork/engine/vocabulary';
import type { Metadata } from 'next';
import { PhoneFrame } from '../../../../frame/phone-frame.tsx';
import { LaddersScreen } from '../../../../ladders/ladders-screen.tsx';
import { readAsClient } from '../../../../server/read-as-client.ts';

export const metadata: Metadata = { title: 'Ladders' };

type Props = { readonly searchParams: Promise<{ ladder?: string | string[] }> };

export default async function LaddersPage({ searchParams }: Props) {
  const { ladder } = await searchParams;
  const view = await readAsClient((api) => api.ladders());
  return (
    <PhoneFrame clientId={view.clientId}>
      <LaddersScreen view={view} wanted={ladders.find((known) => known === ladder)} />
    </PhoneFrame>
  );
}
