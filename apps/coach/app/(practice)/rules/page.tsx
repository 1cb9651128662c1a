import { listRules } from '@groundwork/engine/rules';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import type { Metadata } from 'next';
import { groupRules } from '../../../rules/group-rules.ts';
import { NavLink } from '../../../shell/nav-link.tsx';

export const metadata: Metadata = { title: 'Rules' };

export default function RulesPage() {
  const rules = listRules();
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <PageHead
        title="Rules"
        deck={`Everything the engine places, refuses or warns of follows one of ${rules.length} rules. Each has its source and its why.`}
      />
      <p className="mt-3 text-sm">
        <NavLink href="/rules/practice">Your rules: the preset and the numbers your programs are built by</NavLink>
      </p>
      {groupRules(rules).map(({ title, note, rules: group }) => (
        <section key={title} aria-label={title}>
          <SectionHead note={note}>{title}</SectionHead>
          <ul className="gap-x-12 lg:columns-2">
            {group.map((rule) => (
              <li key={rule.id} className="break-inside-avoid border-b border-rule py-2">
                <NavLink
                  href={`/rules/${rule.id}`}
                  className="grid grid-cols-[1fr_auto] gap-x-4 text-sm text-ink no-underline hover:[&_b]:underline"
                >
                  <b>{rule.title}</b>
                  <span className="text-xs text-ink-3">{rule.id}</span>
                  <span className="col-span-2 text-ink-2">{rule.statement}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
