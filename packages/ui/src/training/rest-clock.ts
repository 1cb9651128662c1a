/** A rest as it stands at one moment. All from the end time, so that a reload or a sleeping phone changes nothing. */
export interface RestReading {
  /** Whole seconds still to go, never below 0; a second counts until it is over. */
  readonly secondsLeft: number;
  /** Share of the rest that is over, 0 to 1. */
  readonly shareDone: number;
  readonly isOver: boolean;
  /** "1:48". */
  readonly clock: string;
}

/** `endsAt` and `now` in milliseconds since 1970, `totalSeconds` above 0. A clock set wrong shows at most the whole rest. */
export function readRest(endsAt: number, totalSeconds: number, now: number): RestReading {
  const left = Math.min(totalSeconds, Math.max(0, Math.ceil((endsAt - now) / 1000)));
  return {
    secondsLeft: left,
    shareDone: totalSeconds > 0 ? (totalSeconds - left) / totalSeconds : 1,
    isOver: left === 0,
    clock: formatClock(left),
  };
}

/** "1:48", "0:05", "10:00". */
export const formatClock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** "1 minute 48", "45 seconds", for reading out. */
export function sayDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const minuteWords = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  if (minutes === 0) return rest === 1 ? '1 second' : `${rest} seconds`;
  return rest === 0 ? minuteWords : `${minuteWords} ${rest}`;
}

/** Milliseconds until the shown second changes. */
export const millisecondsToNextTick = (endsAt: number, now: number): number => {
  const into = (endsAt - now) % 1000;
  return into > 0 ? into : 1000 + into;
};

export interface RulerMark {
  /** Seconds from the start. */
  readonly at: number;
  readonly weight: 'minor' | 'middle' | 'major';
  /** Only on major marks. */
  readonly label?: string;
}

/** The ruler under the clock: a mark every 5 s up to 3 min 20, every 15 s beyond; long ones at the minutes, labelled. */
export function listRulerMarks(totalSeconds: number): readonly RulerMark[] {
  const step = totalSeconds <= 200 ? 5 : 15;
  // Up to a minute and a half the seconds are what one reads.
  const major = totalSeconds <= 90 ? 15 : 60;
  const marks: RulerMark[] = [];
  for (let at = 0; at < totalSeconds; at += step) {
    const isMajor = at % major === 0;
    // A label that would run into the one at the end is left out.
    const room = totalSeconds - at >= major / 2;
    if (isMajor) marks.push({ at, weight: 'major', ...(room ? { label: `${major === 60 ? at / 60 : at}` } : {}) });
    else marks.push({ at, weight: at % 30 === 0 ? 'middle' : 'minor' });
  }
  const label = major === 60 && totalSeconds % 60 === 0 ? `${totalSeconds / 60} min` : formatEnd(totalSeconds);
  return [...marks, { at: totalSeconds, weight: 'major', label }];
}

const formatEnd = (seconds: number): string => (seconds <= 90 ? `${seconds} s` : `${formatClock(seconds)} min`);
