import { sql } from 'drizzle-orm';

/** What the statements about many clients at once ask with. */
export const asked = {
  practiceId: sql`${sql.placeholder('practiceId')}::uuid`,
  /** Whose clients alone; null for everybody's. */
  coachId: sql`${sql.placeholder('coachId')}::uuid`,
  /** Of whom; all of the practice. */
  clientIds: sql`${sql.placeholder('clientIds')}::uuid[]`,
  /** The practice's date. */
  date: sql`${sql.placeholder('date')}::date`,
  /** The practice's Monday. */
  monday: sql`${sql.placeholder('monday')}::date`,
  zones: sql`${sql.placeholder('zones')}::text[]`,
  /** The date in each zone. */
  zoneDates: sql`${sql.placeholder('zoneDates')}::date[]`,
  /** How many sessions; null for all. */
  most: sql`${sql.placeholder('most')}::int`,
};

/** Rows as one value, so that several kinds come in one answer. */
export const listOf = <Row>(rows: ReturnType<typeof sql>) =>
  sql<readonly Row[]>`(select coalesce(json_agg(one), '[]') from (${rows}) one)`;
