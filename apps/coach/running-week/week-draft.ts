import type { RunDay, RunningWeek } from '@groundwork/engine/running-week';
import type { RunKind, Weekday } from '@groundwork/engine/vocabulary';
import { runKinds, weekdays } from '@groundwork/engine/vocabulary';

/** A running week being edited, with the weeks it stood at before, newest last. */
export interface WeekDraft {
  readonly week: RunningWeek;
  readonly past: readonly RunningWeek[];
}

export type WeekEdit =
  | { readonly kind: 'set_kind'; readonly day: Weekday; readonly to: RunKind }
  | { readonly kind: 'set_distance'; readonly day: Weekday; readonly km: number | undefined }
  | { readonly kind: 'set_note'; readonly day: Weekday; readonly note: string }
  | { readonly kind: 'swap'; readonly days: readonly [Weekday, Weekday] }
  | { readonly kind: 'undo' }
  | { readonly kind: 'restart'; readonly week: RunningWeek };

/** Deepest undo: more than anybody steps back through, little enough to keep. */
const pastLimit = 50;

export const startDraft = (week: RunningWeek): WeekDraft => ({ week, past: [] });

/** The draft after an edit; the same object when the edit changes nothing, so that it leaves no step to undo. */
export function editWeek(draft: WeekDraft, edit: WeekEdit): WeekDraft {
  switch (edit.kind) {
    case 'set_kind': {
      const before = dayOf(draft.week, edit.day);
      if (before.kind === edit.to) return draft;
      // A rest day has no distance; between two runs the distance stands, for she changes the pace more often than the length.
      const after: RunDay =
        edit.to === 'rest'
          ? { kind: 'rest' }
          : { ...before, kind: edit.to, ...(before.note ? { note: undefined } : {}) };
      return step(draft, replaceDay(draft.week, edit.day, after));
    }
    case 'set_distance':
      if (dayOf(draft.week, edit.day).distanceKm === edit.km) return draft;
      return step(draft, replaceDay(draft.week, edit.day, { ...dayOf(draft.week, edit.day), distanceKm: edit.km }));
    case 'set_note': {
      const note = edit.note.trim() === '' ? undefined : edit.note;
      if (dayOf(draft.week, edit.day).note === note) return draft;
      return step(draft, replaceDay(draft.week, edit.day, { ...dayOf(draft.week, edit.day), note }));
    }
    case 'swap': {
      const [one, other] = edit.days;
      if (one === other) return draft;
      const swapped = replaceDay(draft.week, one, dayOf(draft.week, other));
      return step(draft, replaceDay(swapped, other, dayOf(draft.week, one)));
    }
    case 'undo': {
      const last = draft.past.at(-1);
      return last ? { week: last, past: draft.past.slice(0, -1) } : draft;
    }
    case 'restart':
      return startDraft(edit.week);
    default: {
      const unknown: never = edit;
      throw new Error(`Unknown edit ${JSON.stringify(unknown)}`);
    }
  }
}

export const dayOf = (week: RunningWeek, day: Weekday): RunDay => week[weekdays.indexOf(day)] as RunDay;

export const isSameWeek = (one: RunningWeek, other: RunningWeek): boolean =>
  weekdays.every((day) => {
    const a = dayOf(one, day);
    const b = dayOf(other, day);
    return a.kind === b.kind && a.distanceKm === b.distanceKm && (a.note ?? '') === (b.note ?? '');
  });

/** The key that sets each kind while a day has the focus. */
export const kindKeys: Readonly<Record<RunKind, string>> = {
  rest: 'r',
  easy: 'e',
  speed: 's',
  interval: 'i',
  tempo: 't',
  threshold: 'h',
  hills: 'u',
  race_pace: 'p',
  long: 'l',
  race: 'c',
};

export const findKindByKey = (key: string): RunKind | undefined =>
  runKinds.find((kind) => kindKeys[kind] === key.toLowerCase());

function step(draft: WeekDraft, week: RunningWeek): WeekDraft {
  return { week, past: [...draft.past, draft.week].slice(-pastLimit) };
}

function replaceDay(week: RunningWeek, day: Weekday, to: RunDay): RunningWeek {
  return week.map((old, index) => (weekdays[index] === day ? to : old)) as unknown as RunningWeek;
}
