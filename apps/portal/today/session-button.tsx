'use client';

import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { ArrowRight } from 'lucide-react';
import type { PhoneSession } from '../session/session-view.ts';
import { countLogged } from '../session/set-draft.ts';
import { useSessionLog } from '../session/use-session-log.ts';
import { nameStart } from './start-words.ts';

const arrow = <ArrowRight aria-hidden className="size-5" strokeWidth={1.75} />;

/** One tap to the first set, or back to where she stopped. What this phone has logged counts, sent or not. */
export function SessionButton({ session }: { readonly session: PhoneSession }) {
  const log = useSessionLog(session);
  const done = countLogged(session.lines, log.logged);
  const total = session.lines.reduce((sum, { sets }) => sum + sets, 0);
  const href = `/session/${session.sessionId}`;
  if (log.state === 'done') {
    return (
      <LinkButton href={href} size="lift" className="w-full" iconAfter={arrow}>
        {`Done, ${done} of ${total} sets`}
      </LinkButton>
    );
  }
  const isUnderWay = log.state === 'in_progress';
  return (
    <LinkButton
      href={href}
      variant="primary"
      size="lift"
      className="w-full"
      iconAfter={arrow}
      onClick={() => log.start()}
    >
      {isUnderWay && done > 0 ? `Resume, ${done} of ${total} sets done` : nameStart(session.lines[0]?.name)}
    </LinkButton>
  );
}
