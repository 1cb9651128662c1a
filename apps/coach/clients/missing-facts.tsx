import type { ProfileGap } from '@groundwork/api/views/client';
import { NavLink } from '../shell/nav-link.tsx';

const gapWords: Readonly<Record<ProfileGap, { readonly words: string; readonly tab: 'profile' | 'running' }>> = {
  birthYear: { words: 'birth year', tab: 'profile' },
  experience: { words: 'strength experience', tab: 'profile' },
  runningMonths: { words: 'months of running', tab: 'profile' },
  minutesPerSession: { words: 'longest session', tab: 'profile' },
  runningWeek: { words: 'a week of runs', tab: 'running' },
};

/** What a program still needs to know, each with the way to its field. */
export function MissingFacts({
  clientId,
  missing,
}: {
  readonly clientId: string;
  readonly missing: readonly ProfileGap[];
}) {
  return (
    <div className="mt-3 border-l-3 border-signal py-px pl-3.5">
      <p className="font-serif text-reason">Before a program can be built, these are needed:</p>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {missing.map((gap) => {
          const { words, tab } = gapWords[gap];
          return (
            <li key={gap}>
              <NavLink
                href={`/clients/${clientId}/${tab}${tab === 'profile' ? `#${gap}` : ''}`}
                className="font-semibold no-underline hover:underline"
              >
                {words}
              </NavLink>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
