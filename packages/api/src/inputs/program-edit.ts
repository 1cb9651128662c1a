import { editReaches } from '@groundwork/engine/edit-place';
import type { ProgramEdit } from '@groundwork/engine/edit-program';
import { prescriptionBounds as bounds } from '@groundwork/engine/prescription-bounds';
import { goals } from '@groundwork/engine/vocabulary';
import { z } from 'zod';
import { plainDate } from './date.ts';
import { load, rir } from './load.ts';
import { filledLine, line, reason } from './text.ts';

/** "w03-A": a planned session's key in its program. */
const sessionKey = z.string().regex(/^w\d{2}-[ABC]$/, 'A session such as w03-A.');
/** "A1". */
const slot = z.string().regex(/^[ABC][1-9]$/, 'A slot such as A1.');

/** How far an edit of one prescription reaches: that session alone, or the same slot to the end of its block. */
const reach = z.enum(editReaches);

const whole = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.int('A whole number.').min(min, `Between ${min} and ${max}.`).max(max, `Between ${min} and ${max}.`);

/** A coach's change to a draft. The engine applies it and pins what she set. */
export const programEdit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set_prescription'),
    session: sessionKey,
    slot,
    reach,
    fields: z.strictObject({
      exerciseId: filledLine(80).optional(),
      goal: z.enum(goals).optional(),
      sets: whole(bounds.sets).optional(),
      /** Reps or seconds; the engine knows which, and its narrower bounds. */
      amount: whole({ min: bounds.reps.min, max: bounds.seconds.max }).optional(),
      load: load.nullable().optional(),
      rir: rir.nullable().optional(),
      restSeconds: whole(bounds.restSeconds).optional(),
      tempo: line(12).nullable().optional(),
    }),
  }),
  z.strictObject({ kind: z.literal('move_slot'), session: sessionKey, slot, to: slot, reach }),
  z.strictObject({
    kind: z.literal('move_session'),
    session: sessionKey,
    date: plainDate,
    /** Needed on a day that a rule refuses: kept with the session and in the audit. */
    reason: reason.optional(),
  }),
  z.strictObject({
    kind: z.literal('add_slot'),
    session: sessionKey,
    exerciseId: filledLine(80),
    reach,
    /** Where it goes; left out, the first free place. */
    slot: slot.optional(),
  }),
  z.strictObject({ kind: z.literal('remove_slot'), session: sessionKey, slot, reach }),
  z.strictObject({ kind: z.literal('pair_slots'), session: sessionKey, slot, partner: slot, reach }),
  z.strictObject({ kind: z.literal('unpair_slot'), session: sessionKey, slot, reach }),
]) satisfies z.ZodType<ProgramEdit>;
