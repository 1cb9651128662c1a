import { z } from 'zod';
import { id } from './id.ts';

/** Pages backwards through time: `before` is the id of the last row seen. */
export const listMails = z.strictObject({ before: id.optional(), limit: z.int().min(1).max(200).default(50) });
export const mailKey = z.strictObject({ mailId: id });
export const listAudit = z.strictObject({ before: id.optional(), limit: z.int().min(1).max(200).default(50) });
