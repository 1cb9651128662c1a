import { customType } from 'drizzle-orm/pg-core';

/** Bytes that only the application can read: see `seal.ts`. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
