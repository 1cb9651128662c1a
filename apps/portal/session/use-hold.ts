'use client';

import { useEffect, useRef, useState } from 'react';
import { findHoldPhase, type HoldClock, type HoldPhase, measureHold, readHold, storeHold } from './hold-clock.ts';
import { readSignalSettings, scheduleTone, vibrate } from './signals.ts';

/** A hold that ended longer ago than this was not watched to its end: it is offered, not logged by itself. */
const watchedWithinSeconds = 3;

interface HoldResult {
  readonly hold: HoldClock;
  readonly amount: number;
  readonly amountOtherSide: number | null;
}

/** A timed set that counts down. `onDone` gets a hold that was watched to its end; a stopped one goes to `onStop`. */
export function useHold(
  sessionId: string,
  { onDone, onStop }: { onDone: (result: HoldResult) => void; onStop: (result: HoldResult) => void },
) {
  const [hold, setHold] = useState<HoldClock>();
  const [phase, setPhase] = useState<HoldPhase>();
  const handlers = useRef({ onDone, onStop });
  handlers.current = { onDone, onStop };

  useEffect(() => setHold(readHold(sessionId)), [sessionId]);

  useEffect(() => {
    if (!hold) return;
    let lastPhase: string | undefined;
    const tick = () => {
      const now = findHoldPhase(hold, Date.now());
      setPhase(now);
      const name = now.phase === 'hold' ? `hold ${now.side}` : now.phase;
      if (lastPhase !== undefined && name !== lastPhase) {
        const settings = readSignalSettings();
        if (settings.sound) scheduleTone(0);
        if (settings.vibration) vibrate();
      }
      lastPhase = name;
      if (now.phase !== 'done') return;
      clearInterval(timer);
      const result = { hold, amount: hold.seconds, amountOtherSide: null };
      storeHold(undefined);
      setHold(undefined);
      if (now.since <= watchedWithinSeconds) handlers.current.onDone(result);
      else handlers.current.onStop(result);
    };
    const timer = setInterval(tick, 200);
    tick();
    return () => clearInterval(timer);
  }, [hold]);

  const change = (next: HoldClock | undefined) => {
    storeHold(next);
    setHold(next);
    setPhase(next && findHoldPhase(next, Date.now()));
  };
  return {
    hold,
    phase,
    start: (of: Omit<HoldClock, 'sessionId' | 'startedAt'>) => change({ ...of, sessionId, startedAt: Date.now() }),
    /** Ends it early, with the seconds held so far. */
    stop: () => {
      if (!hold) return;
      const { amount, amountOtherSide } = measureHold(hold, Date.now());
      change(undefined);
      handlers.current.onStop({ hold, amount, amountOtherSide: amountOtherSide === amount ? null : amountOtherSide });
    },
  };
}
