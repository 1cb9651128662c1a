import type { ClientWeekView } from '@groundwork/api/views/client-today';
import type { DayVerdict } from '@groundwork/engine/placement';
import { refusalCodes } from '@groundwork/engine/reason';

const refusals: ReadonlySet<string> = new Set(refusalCodes);

/** The week's days as the engine explains them. A day is legal when no reason refuses it. */
export const readVerdicts = (week: ClientWeekView): readonly DayVerdict[] =>
  week.days.map(({ day, strength, reasons }) => ({
    day,
    legal: !reasons.some(({ code }) => refusals.has(code)),
    placed: strength?.load ?? null,
    reasons,
  }));
