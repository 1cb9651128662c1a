import { PageHead } from '@groundwork/ui/primitives/page-head';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import type { Metadata } from 'next';
import { DeviceRows } from '../../../account/device-rows.tsx';
import { PasskeyRows } from '../../../account/passkey-rows.tsx';
import { readFrame } from '../../../lib/page-reads.ts';
import { readForPage } from '../../../lib/read-for-page.ts';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const [devices, known, frame] = await Promise.all([
    readForPage((api) => api.devices.list()),
    readForPage((api) => api.passkeys.list()),
    readFrame(),
  ]);
  const suggestedName = devices.find(({ isThisOne }) => isThisOne)?.name ?? 'This browser';
  return (
    <main className="max-w-[48rem] px-5 pt-8 pb-10 lg:px-10">
      <PageHead title="Your account" deck={`${frame.me.name}, ${frame.me.email}`} />
      <section aria-labelledby="passkeys" className="mt-6">
        <SectionHead id="passkeys">Passkeys</SectionHead>
        <PasskeyRows known={known} suggestedName={suggestedName} timeZone={frame.practice.timeZone} />
      </section>
      <section aria-labelledby="devices" className="mt-6">
        <SectionHead id="devices">Where you are signed in</SectionHead>
        <DeviceRows devices={devices} timeZone={frame.practice.timeZone} />
        <p className="mt-3 text-sm text-ink-2">
          A browser that is signed out here asks for a letter or a passkey the next time. One that nobody uses for two
          weeks is signed out by itself.
        </p>
      </section>
    </main>
  );
}
