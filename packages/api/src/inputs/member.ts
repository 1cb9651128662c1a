import { z } from 'zod';
import { id } from './id.ts';
import { reason } from './text.ts';

export const memberKey = z.strictObject({ memberId: id });

export const suspendMember = z.strictObject({ memberId: id, reason });
