'use client';

import { Button } from '@groundwork/ui/primitives/button';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { NarrowPage } from '../frame/narrow-page.tsx';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="content" className="mx-auto max-w-[34rem] px-5">
      <NarrowPage
        title="That did not work"
        lede="It is on our side. Nothing you logged is lost: it stays on this phone until it is saved."
      >
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" size="tap" onClick={reset}>
            Try again
          </Button>
          <LinkButton href="/today" size="tap">
            Open today
          </LinkButton>
        </div>
        {error.digest ? <p className="mt-6 text-xs text-ink-3">For whoever looks into it: {error.digest}</p> : null}
      </NarrowPage>
    </main>
  );
}
