/** Stored with every program. Raise it with any change that could give another program for the same input. */
export const engineVersion = '0.5.2';
