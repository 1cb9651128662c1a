import { z } from 'zod';

/** For procedures that take no input. */
export const nothing = z.void();
