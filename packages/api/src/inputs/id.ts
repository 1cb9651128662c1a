import { z } from 'zod';

/** The id of a row that exists. */
export const id = z.uuid('That is not an id.');

/** The id of a row to make: a UUIDv7 from whoever makes it, so that a retry is the same write. */
export const newId = z.uuidv7('A new row needs a UUIDv7.');
