import { v7 } from 'uuid';

/** A UUIDv7: sorts by the time it was made, made by whoever creates the row. */
export const newId = (): string => v7();
