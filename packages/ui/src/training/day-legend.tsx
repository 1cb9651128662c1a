import { DayIcon } from './day-icon.tsx';
import { type DayType, dayClass, dayWords } from './day-type.ts';

/** What the icons mean, once under a table or chart. */
export function DayLegend({
  types = ['easy', 'speed', 'long', 'strength', 'mobility', 'rest', 'race'],
}: {
  readonly types?: readonly DayType[];
}) {
  return (
    <ul className="flex flex-wrap gap-x-[18px] gap-y-1.5 text-xs">
      {types.map((type) => (
        <li key={type} className={`inline-flex items-center gap-1.5 font-semibold text-day ${dayClass[type]}`}>
          <DayIcon type={type} />
          {dayWords[type]}
        </li>
      ))}
    </ul>
  );
}
