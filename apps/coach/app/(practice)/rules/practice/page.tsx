import { PageHead } from '@groundwork/ui/primitives/page-head';
import type { Metadata } from 'next';
import { readFrame } from '../../../../lib/page-reads.ts';
import { readForPage } from '../../../../lib/read-for-page.ts';
import { RuleSetEditor } from '../../../../rules/rule-set-editor.tsx';

export const metadata: Metadata = { title: 'Your rules' };

export default async function PracticeRulesPage() {
  const [saved, frame] = await Promise.all([readForPage((api) => api.rules.get()), readFrame()]);
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <PageHead
        title="Your rules"
        deck="Which rules programs are built by here. What stands keeps its sessions until you build it again; logged sessions never change."
      />
      <RuleSetEditor key={saved.revision} saved={saved} isOwner={frame.me.role === 'owner'} />
    </main>
  );
}
