'use client';

import type { PracticeFrame } from '@groundwork/api/views/coach-today';
import { TopNav } from '@groundwork/ui/primitives/top-nav';
import { usePathname } from 'next/navigation';
import { PersonMenu } from './person-menu.tsx';
import { SearchBox } from './search-box.tsx';

const isHere = (path: string, href: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** The running head of every page: places with what waits there, the search, the person. */
export function ShellHead({ frame }: { readonly frame: PracticeFrame | null }) {
  const path = usePathname();
  const counts = frame?.counts;
  const isWriter = frame !== null && frame.me.role !== 'assistant';
  const items = [
    { href: '/', label: 'Today', count: counts?.needsYou, urgent: (counts?.needsYou ?? 0) > 0 },
    { href: '/clients', label: 'Clients', count: counts?.clients },
    { href: '/library', label: 'Library' },
    { href: '/rules', label: 'Rules' },
    { href: '/waitlist', label: 'Waitlist', count: counts?.waiting },
    // The letters are for those who may write them.
    ...(isWriter ? [{ href: '/outbox', label: 'Outbox' }] : []),
  ].map((item) => ({ ...item, current: isHere(path, item.href) }));
  return (
    <TopNav
      items={items}
      end={
        frame ? (
          <>
            <SearchBox />
            <PersonMenu
              name={frame.me.name}
              email={frame.me.email}
              role={frame.me.role}
              practice={frame.practice.name}
            />
          </>
        ) : null
      }
    />
  );
}
