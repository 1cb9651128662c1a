import { findRule, listRules } from '@groundwork/engine/rules';
import { MarginColumns } from '@groundwork/ui/primitives/margin-columns';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { RuleBody } from '@groundwork/ui/training/rule-body';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SiteFrame } from '../../../../frame/site-frame.tsx';

type Props = { readonly params: Promise<{ ruleId: string }> };

// Nothing else is rendered on demand: a page kept for everybody would have one visitor's nonce in it.
export const dynamicParams = false;
export const generateStaticParams = () => listRules().map(({ id }) => ({ ruleId: id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const rule = findRule((await params).ruleId);
  return rule ? { title: rule.title, description: rule.statement } : {};
}

const strengths = {
  article: 'Stands on a coach’s word.',
  evidence: 'Stands on published evidence.',
  'product decision': 'Stands on our own decision.',
} as const;

export default async function RulePage({ params }: Props) {
  const rule = findRule((await params).ruleId);
  if (!rule) notFound();
  return (
    <SiteFrame>
      <MarginColumns
        className="pt-5 md:pt-11"
        marginLabel="Where the rule comes from"
        margin={
          <>
            <SectionHead>Source</SectionHead>
            <p className="pt-2.5 font-serif text-base leading-[1.4rem]">{rule.source}</p>
            <p className="mt-2 text-ink-3">{strengths[rule.strength]}</p>
            <p className="mt-6">
              <a href="/rules" className="inline-block py-3 font-semibold">
                All the rules
              </a>
            </p>
          </>
        }
      >
        <p className="text-md text-ink-3">Rule {rule.id}</p>
        <h1 className="mt-1 text-3xl md:text-4xl">{rule.title}</h1>
        <p className="mt-3 max-w-measure font-serif text-lg text-ink-2">{capitalise(rule.statement)}.</p>
        <RuleBody rule={rule} exerciseHref={(exerciseId) => `/exercises/${exerciseId}`} />
      </MarginColumns>
    </SiteFrame>
  );
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
