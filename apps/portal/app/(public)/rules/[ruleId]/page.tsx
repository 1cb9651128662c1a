import { findRule, listRules } from '@groundwork/engine/rules';
import { MarginNote } from '@groundwork/ui/primitives/margin-note';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NarrowPage } from '../../../../frame/narrow-page.tsx';
import { SiteFrame } from '../../../../frame/site-frame.tsx';

type Props = { readonly params: Promise<{ ruleId: string }> };

export const generateStaticParams = () => listRules().map(({ id }) => ({ ruleId: id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const rule = findRule((await params).ruleId);
  return rule ? { title: rule.title, description: rule.statement } : {};
}

const strengths = {
  article: 'a coach’s word',
  evidence: 'published evidence',
  'product decision': 'our own decision',
} as const;

export default async function RulePage({ params }: Props) {
  const rule = findRule((await params).ruleId);
  if (!rule) notFound();
  return (
    <SiteFrame>
      <NarrowPage kicker={`Rule ${rule.id}`} title={rule.title} lede={`${capitalise(rule.statement)}.`}>
        <MarginNote>{rule.why}</MarginNote>
        <dl className="mt-8 border-t border-ink text-md">
          <div className="grid grid-cols-[6rem_1fr] gap-x-3 border-b border-rule py-2.5">
            <dt className="text-ink-3">Source</dt>
            <dd>{rule.source}</dd>
          </div>
          <div className="grid grid-cols-[6rem_1fr] gap-x-3 border-b border-rule py-2.5">
            <dt className="text-ink-3">Stands on</dt>
            <dd>{strengths[rule.strength]}</dd>
          </div>
        </dl>
        <p className="mt-6">
          <a href="/rules" className="inline-block py-3 font-semibold">
            All the rules
          </a>
        </p>
      </NarrowPage>
    </SiteFrame>
  );
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
