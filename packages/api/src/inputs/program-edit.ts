import { z } from 'zod';
import { plainDate } from './date.ts';
import { load, rir } from './load.ts';
import { filledLine, line } from './text.ts';

/** "w03-A": a planned session's key in its program. */
const sessionKey = z.string().regex(/^w\d{2}-[AB]$/, 'A session such as w03-A.');
/** "A1". */
const slot = z.string().regex(/^[AB][1-9]$/, 'A slot such as A1.');

/** How far an edit of one prescription reaches: that session alone, or the same slot to the end of its block. */
const reach = z.enum(['session', 'block']);

/** A coach's change to a draft. The engine applies it and pins what she set. */
export const programEdit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set_prescription'),
    session: sessionKey,
    slot,
    reach,
    fields: z.strictObject({
      exerciseId: filledLine(80).optional(),
      sets: z.int().min(1, 'Between 1 and 6.').max(6, 'Between 1 and 6.').optional(),
      amount: z.int().min(1, 'Between 1 and 300.').max(300, 'Between 1 and 300.').optional(),
      load: load.nullable().optional(),
      rir: rir.nullable().optional(),
      restSeconds: z.int().min(0, 'Between 0 and 600 s.').max(600, 'Between 0 and 600 s.').optional(),
      tempo: line(12).nullable().optional(),
    }),
  }),
  z.strictObject({ kind: z.literal('move_session'), session: sessionKey, date: plainDate }),
  z.strictObject({ kind: z.literal('add_slot'), session: sessionKey, exerciseId: filledLine(80), reach }),
  z.strictObject({ kind: z.literal('remove_slot'), session: sessionKey, slot, reach }),
]);
