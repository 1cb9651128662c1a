import { findRule, listRules } from '@groundwork/engine/rules';
import { MarginColumns } from '@groundwork/ui/primitives/margin-columns';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { RuleBody } from '@groundwork/ui/training/rule-body';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NavLink } from '../../../../shell/nav-link.tsx';

type Params = { params: Promise<{ ruleId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: findRule((await params).ruleId)?.title ?? 'Rule' };
}

const strengthWords = {
  article: 'From the article, and what other sources say to it.',
  evidence: 'From published studies.',
  'product decision': 'Decided for this product, where neither article nor studies say enough.',
} as const;

export default async function RulePage({ params }: Params) {
  const rule = findRule((await params).ruleId);
  if (!rule) notFound();
  const all = listRules();
  const at = all.findIndex((one) => one.id === rule.id);
  const neighbours = [all[at - 1], all[at + 1]];
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <MarginColumns
        marginLabel="Where the rule comes from"
        margin={
          <>
            <SectionHead>Source</SectionHead>
            <p className="pt-2.5 font-serif text-base leading-[1.4rem]">{rule.source}</p>
            <p className="mt-2 text-xs text-ink-3">{strengthWords[rule.strength]}</p>
            <SectionHead>More rules</SectionHead>
            <ul>
              {neighbours.map((one) =>
                one ? (
                  <li key={one.id} className="border-b border-rule py-2">
                    <NavLink href={`/rules/${one.id}`} className="font-semibold text-ink no-underline hover:underline">
                      {one.title}
                    </NavLink>
                    <span className="block text-ink-2">{one.statement}</span>
                  </li>
                ) : null,
              )}
            </ul>
          </>
        }
      >
        <PageHead
          kicker={
            <>
              <NavLink href="/rules">Rules</NavLink>, {rule.id}
            </>
          }
          title={rule.title}
          deck={`${rule.statement.charAt(0).toUpperCase()}${rule.statement.slice(1)}.`}
        />
        <RuleBody rule={rule} exerciseHref={(exerciseId) => `/library/${exerciseId}`} />
      </MarginColumns>
    </main>
  );
}
