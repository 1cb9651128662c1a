import { listDemoPeople } from '@groundwork/api/demo/list-demo-people';
import { isDemo } from '@groundwork/auth/demo-session';
import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { becomeDemoPerson } from '../../../account/become-demo-person.ts';
import { NarrowPage } from '../../../frame/narrow-page.tsx';
import { SiteFrame } from '../../../frame/site-frame.tsx';

export const metadata: Metadata = { title: 'The demo', robots: { index: false } };

export default async function DemoPage() {
  await connection();
  if (!isDemo()) notFound();
  const people = await listDemoPeople('portal');
  return (
    <SiteFrame>
      <NarrowPage
        title="Be one of the runners"
        lede="Made-up people with months of real-looking training. One tap signs you in."
      >
        <ul className="border-t-2 border-ink">
          {people.map(({ userId, name, about }) => (
            <li
              key={userId}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-4 border-b border-rule py-3"
            >
              <div>
                <h2 className="text-lg leading-6">{name}</h2>
                <p className="text-md text-ink-2">{about}</p>
              </div>
              <form action={becomeDemoPerson}>
                <input type="hidden" name="userId" value={userId} />
                <SubmitButton variant="outline" size="tap" aria-label={`Sign in as ${name}`} busyLabel="Opening">
                  Sign in
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      </NarrowPage>
    </SiteFrame>
  );
}
