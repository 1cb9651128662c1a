import { listDemoPeople } from '@groundwork/api/demo/list-demo-people';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { SignInFrame } from '../../sign-in/sign-in-frame.tsx';

export const metadata: Metadata = { title: 'Demo' };

/** One button per person of the demo practice. Outside a demo there is no such page. */
export default async function DemoPage() {
  await connection();
  const people = await listDemoPeople('coach');
  if (people.length === 0) notFound();
  return (
    <SignInFrame>
      <PageHead
        title="Come in as"
        deck="A demo practice with months of training in it. What you change stays on this machine."
      />
      <ul className="mt-6 border-t-2 border-ink">
        {people.map((person, index) => (
          <li key={person.userId} className="flex items-center justify-between gap-4 border-b border-rule py-3">
            <span>
              <b>{person.name}</b>
              <span className="block text-sm text-ink-2">{person.about}</span>
            </span>
            <form method="post" action="/demo/start">
              <input type="hidden" name="userId" value={person.userId} />
              <SubmitButton
                variant={index === 0 ? 'primary' : 'outline'}
                busyLabel="Opening"
                aria-label={`Sign in as ${person.name}`}
              >
                Sign in
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </SignInFrame>
  );
}
