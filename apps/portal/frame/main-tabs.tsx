'use client';

import { LogoMark } from '@groundwork/ui/primitives/logo';
import { TabBar } from '@groundwork/ui/primitives/tab-bar';
import { CalendarDays, Timer, UserRound } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { LazyLink } from './lazy-link.tsx';

const icon = { 'aria-hidden': true, className: 'size-5', strokeWidth: 1.75 } as const;
const places = [
  { href: '/today', label: 'Today', icon: <Timer {...icon} /> },
  { href: '/week', label: 'Week', icon: <CalendarDays {...icon} /> },
  { href: '/ladders', label: 'Ladders', icon: <LogoMark className="size-5" /> },
  { href: '/profile', label: 'You', icon: <UserRound {...icon} /> },
] as const;

/** Under the thumb. */
export function MainTabs() {
  const path = usePathname();
  const [today, week, ladders, you] = places;
  const mark = <Place extends { readonly href: string }>(place: Place) => ({ ...place, current: path === place.href });
  return (
    <div className="lg:hidden">
      <TabBar items={[mark(today), mark(week), mark(ladders), mark(you)]} />
    </div>
  );
}

/** The same places in the head of a wide screen. */
export function WideTabs() {
  const path = usePathname();
  return (
    <nav aria-label="Places" className="flex gap-6 max-lg:hidden">
      {places.map(({ href, label }) => (
        <LazyLink
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          className="py-3 font-medium text-ink-2 no-underline hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_-3px_0_var(--color-green)]"
        >
          {label}
        </LazyLink>
      ))}
    </nav>
  );
}
