/** An ISO calendar date without a zone, "2026-03-19". Days are counted as integers since 1970-01-01. */
export type PlainDate = string;
