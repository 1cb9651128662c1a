'use client';

import { formatInstant, nameZone } from '@groundwork/ui/format-date';
import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;

/** The browser's IANA zone; UTC while the page is made on the server. */
export const useTimeZone = (): string =>
  useSyncExternalStore(
    neverChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );

/** An instant on the reader's own clock, with the zone named: "Fri 20 March, 18:00, Berlin time". */
export function LocalTime({ instant }: { readonly instant: Date }) {
  const zone = useTimeZone();
  return (
    <time dateTime={instant.toISOString()}>
      {formatInstant(instant, zone)}, {nameZone(zone)}
    </time>
  );
}

/** Tells a form's action the browser's zone. Empty without JavaScript: then the practice's own counts. */
export function TimeZoneField() {
  const zone = useTimeZone();
  return <input type="hidden" name="timeZone" value={zone === 'UTC' ? '' : zone} />;
}
