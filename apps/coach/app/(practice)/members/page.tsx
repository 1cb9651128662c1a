import { PageHead } from '@groundwork/ui/primitives/page-head';
import type { Metadata } from 'next';
import { readFrame } from '../../../lib/page-reads.ts';
import { readForPage } from '../../../lib/read-for-page.ts';
import { MemberList } from '../../../members/member-list.tsx';

export const metadata: Metadata = { title: 'Who works here' };

/** For the owner alone: the read says so. */
export default async function MembersPage() {
  const [members, frame] = await Promise.all([readForPage((api) => api.members.list()), readFrame()]);
  return (
    <main className="max-w-[48rem] px-5 pt-8 pb-10 lg:px-10">
      <PageHead
        title="Who works here"
        deck="Whoever is suspended is signed out everywhere at once and stays out until you restore her."
      />
      <div className="mt-6 border-t border-ink">
        <MemberList members={members} timeZone={frame.practice.timeZone} />
      </div>
    </main>
  );
}
