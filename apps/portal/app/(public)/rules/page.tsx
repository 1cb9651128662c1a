import { listRules } from '@groundwork/engine/rules';
import type { Metadata } from 'next';
import { SiteFrame } from '../../../frame/site-frame.tsx';

export const metadata: Metadata = {
  title: 'The rules',
  description: 'Every rule that a program is built and checked by, with its source and its reason.',
};
export const dynamic = 'force-static';

export default function RulesPage() {
  return (
    <SiteFrame>
      <div className="pt-5 md:pt-11">
        <h1 className="text-3xl md:text-5xl">The rules</h1>
        <p className="mt-3.5 max-w-measure font-serif text-lg text-ink-2">
          Every program here is built and checked by these. Each says where it comes from, and which are a coach’s word,
          which are evidence and which our own decision.
        </p>
        <ul className="mt-8 border-t-2 border-ink md:columns-2 md:gap-x-14">
          {listRules().map(({ id, title, statement }) => (
            <li key={id} id={id} className="relative break-inside-avoid border-b border-rule py-3.5">
              <h2 className="text-lg leading-6">
                <a
                  href={`/rules/${id}`}
                  className="text-ink no-underline after:absolute after:inset-0 after:content-['']"
                >
                  {title}
                </a>
              </h2>
              <p className="text-md text-ink-2">
                <span className="text-ink-3">{id}</span> {statement}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </SiteFrame>
  );
}
