import type { Program } from '@groundwork/engine/program';

/**
 * The published content with the draft's own weeks in the place of equal ones: what is one object travels once with a page, and most weeks of
 * a draft are as they were published. Both come from the database, which puts their keys in one order.
 */
export function shareWeeks(published: Program, draft: Program): Program {
  const ofDraft = new Map(draft.weeks.map((week) => [week.number, week]));
  const weeks = published.weeks.map((week) => {
    const own = ofDraft.get(week.number);
    return own !== undefined && JSON.stringify(own) === JSON.stringify(week) ? own : week;
  });
  return { ...published, weeks };
}
