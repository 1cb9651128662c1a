import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckAnswer, CheckRequest } from './check-message.ts';
import type { MendedRoutine } from './mend-routine.ts';
import type { RoutineFacts, RoutineReport } from './read-report.ts';

/** From the last key to the check: long enough for a word, too short to wait for. */
const settleMs = 180;
/** Only a text this slow is worth a word about it. */
const slowMs = 600;

export interface RoutineCheck {
  /** Of the last text that was read; null before the first and for an empty one. */
  readonly report: RoutineReport | null;
  readonly mended: MendedRoutine | null;
  /** `slow`: a long text is being read. `failed`: the check itself broke, or could not be loaded. */
  readonly state: 'idle' | 'slow' | 'failed';
  readonly mend: () => void;
}

/** Checks a routine in a worker as it is typed. The worker starts with the first text. */
export function useRoutineCheck(facts: RoutineFacts): RoutineCheck {
  const [report, setReport] = useState<RoutineReport | null>(null);
  const [mended, setMended] = useState<MendedRoutine | null>(null);
  const [state, setState] = useState<RoutineCheck['state']>('idle');
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const slow = useRef<ReturnType<typeof setTimeout>>(undefined);

  const stop = useCallback(() => {
    clearTimeout(slow.current);
    worker.current?.terminate();
    worker.current = null;
  }, []);

  const ask = useCallback(
    function askWorker(kind: CheckRequest['kind'], about: RoutineFacts, isSecondTry = false) {
      // Whatever is still at work is about an older text.
      if (slow.current !== undefined) stop();
      worker.current ??= new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
      asked.current += 1;
      const id = asked.current;
      slow.current = setTimeout(() => setState('slow'), slowMs);
      const settle = (next: RoutineCheck['state']) => {
        clearTimeout(slow.current);
        slow.current = undefined;
        setState(next);
      };
      worker.current.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
        if (data.id !== id) return;
        settle(data.kind === 'failed' ? 'failed' : 'idle');
        if (data.kind === 'report') setReport(data.report);
        if (data.kind === 'mend') setMended(data.mended);
      };
      // One that is started while the last is being stopped may fail to load: the next one does not.
      worker.current.onerror = () => {
        stop();
        if (isSecondTry) settle('failed');
        else askWorker(kind, about, true);
      };
      worker.current.postMessage({ id, kind, facts: about } satisfies CheckRequest);
    },
    [stop],
  );

  useEffect(() => stop, [stop]);
  useEffect(() => {
    setMended(null);
    if (facts.text.trim() === '') {
      setReport(null);
      setState('idle');
      return;
    }
    const timer = setTimeout(() => ask('report', facts), settleMs);
    return () => clearTimeout(timer);
  }, [facts, ask]);

  return { report, mended, state, mend: useCallback(() => ask('mend', facts), [ask, facts]) };
}
