// The engine beside the page: typing stays smooth however long the text is, and the page itself stays small.
import type { CheckAnswer, CheckRequest } from './check-message.ts';
import { mendRoutine } from './mend-routine.ts';
import { readReport } from './read-report.ts';

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  self.postMessage(answer(data));
};

function answer({ id, kind, facts }: CheckRequest): CheckAnswer {
  try {
    return kind === 'report' ? { id, kind, report: readReport(facts) } : { id, kind, mended: mendRoutine(facts) };
  } catch {
    return { id, kind: 'failed' };
  }
}
