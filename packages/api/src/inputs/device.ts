import { z } from 'zod';

/** A signed-in browser, as the list of them names it. */
export const deviceKey = z.strictObject({ deviceId: z.string().regex(/^[0-9a-f]{64}$/, 'That is not a device.') });
