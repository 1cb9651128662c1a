/** A table that follows one of these words is read or changed; what `insert into` names is held by the policies' check alone. */
const mention =
  /\b(?:from|join|update|using)\s+(?:only\s+)?(?:"?public"?\.)?"?(\w+)"?(?:\s+(?:as\s+)?(?!(?:where|on|set|left|right|inner|cross|full|join|order|group|limit|using|returning|union|having|for|offset|do|and)\b)"?(\w+)"?)?/gi;

/** A column compared with a value, or with another column: "c.practice_id = $1", "s.practice_id = c.practice_id". */
const comparison = /(?:"?(\w+)"?\.)?"?(\w+)"?\s*=\s*(?:(\$\d+|'[^']*'|nullif\()|"?(\w+)"?\."?(\w+)"?)/gi;

interface Mention {
  readonly table: string;
  readonly alias: string;
  readonly at: number;
}

/**
 * The tables of a statement that it does not tie to one practice by itself: what row-level security alone would keep apart then. Each mention has to be
 * compared with a value, or with one that is.
 * @param tenantTables Every table of a practice's rows, with the column that names the practice.
 */
export function listUnscoped(text: string, tenantTables: ReadonlyMap<string, string>): readonly string[] {
  const mentions: Mention[] = [...text.matchAll(mention)]
    .map(({ 1: table = '', 2: alias, index }) => ({ table, alias: alias ?? table, at: index }))
    .filter(({ table }) => tenantTables.has(table));
  /** How often something says of which practice an alias is, and to which others it is tied. */
  const tied = new Map<string, { values: number; others: string[] }>();
  const tieOf = (alias: string) => {
    const known = tied.get(alias) ?? { values: 0, others: [] };
    tied.set(alias, known);
    return known;
  };
  const isKey = (alias: string, column: string) => {
    const own = mentions.find((one) => one.alias === alias);
    return column === 'practice_id' || (own !== undefined && tenantTables.get(own.table) === column);
  };
  for (const { 1: alias, 2: column = '', 3: value, 4: other, 5: otherColumn = '', index } of text.matchAll(
    comparison,
  )) {
    // Without a name before it, a column is of the table mentioned last.
    const one = alias ?? mentions.findLast(({ at }) => at < index)?.alias ?? '';
    if (!isKey(one, column)) continue;
    // Whatever is no table of a practice is made of such tables, and held to them where it is made.
    const isMade = other !== undefined && !mentions.some(({ alias: name }) => name === other);
    if (value !== undefined || isMade) tieOf(one).values++;
    else if (other !== undefined && isKey(other, otherColumn)) {
      tieOf(one).others.push(other);
      tieOf(other).others.push(one);
    }
  }
  const reaches = (alias: string, past: ReadonlySet<string>): boolean => {
    const { values, others } = tieOf(alias);
    return values > 0 || others.some((other) => !past.has(other) && reaches(other, new Set([...past, alias])));
  };
  return mentions
    .filter(({ alias }) => {
      const { values, others } = tieOf(alias);
      // Mentioned twice under one name, it has to be tied twice.
      const times = mentions.filter((one) => one.alias === alias).length;
      return values + others.length < times || !reaches(alias, new Set());
    })
    .map(({ table, alias }) => (table === alias ? table : `${table} ${alias}`));
}
