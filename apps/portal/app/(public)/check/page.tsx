import type { Metadata } from 'next';
import { SiteFrame } from '../../../frame/site-frame.tsx';
import { FourMistakes } from '../../../landing/four-mistakes.tsx';
import { CheckScreen } from '../../../routine-check/check-screen.tsx';
import { WaitlistDoor } from '../../../routine-check/waitlist-door.tsx';
import { openApi } from '../../../server/open-api.ts';

export const metadata: Metadata = {
  title: 'Check a routine',
  description:
    'Paste your strength routine and read which of the four usual mistakes it makes, with the line, the rule and a fix. Free, without an account, worked out in your browser.',
};

export default async function CheckPage() {
  const practices = await (await openApi()).practice.list();
  const only = practices.length === 1 ? practices[0] : undefined;
  return (
    <SiteFrame {...(only ? { waitlistHref: `/p/${only.slug}` } : {})}>
      <div className="pt-5 md:pt-11">
        <p className="text-md text-balance text-ink-3">Routine check. Worked out in your browser; nothing is sent.</p>
        <h1 className="mt-2.5 max-w-[14em] text-[2.5rem] leading-[1.06] md:text-5xl md:leading-[1.02]">
          Does your strength work help your running?
        </h1>
        <p className="mt-3.5 max-w-[36rem] font-serif text-lg text-ink-2 md:mt-4.5 md:text-xl md:leading-8 print:hidden">
          Paste what you do and set your runs. You read which of the four usual mistakes are in it, line by line, with
          the rule and a fix.
        </p>
      </div>
      <noscript>
        <p className="mt-6 max-w-measure border-l-3 border-signal pl-3.5 font-serif text-reason">
          The check is worked out in your browser, so that your routine stays with you. It needs JavaScript, which is
          off here. What it looks for stands below, and in <a href="/rules">the rules</a>.
        </p>
      </noscript>
      <CheckScreen door={<WaitlistDoor practices={practices} />}>
        <section aria-labelledby="looks-for" className="mt-12 md:mt-16">
          <h2 id="looks-for" className="mb-4 text-2xl md:text-3xl">
            What it looks for
          </h2>
          <FourMistakes />
        </section>
      </CheckScreen>
    </SiteFrame>
  );
}
