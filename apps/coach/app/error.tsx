'use client';

import { Button } from '@groundwork/ui/primitives/button';
import { PageHead } from '@groundwork/ui/primitives/page-head';

/** A page that failed: what happened, and the way on. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="px-5 py-8 lg:px-10">
      <PageHead
        title="This page did not load"
        deck={`The fault is on our side${error.digest ? ` and is written down as ${error.digest}` : ''}. Nothing you saved is lost.`}
      />
      <Button variant="primary" className="mt-5" onClick={reset}>
        Try again
      </Button>
    </main>
  );
}
