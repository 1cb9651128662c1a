/** A table that follows one of these words is read or changed; what `insert into` names is held by the policies' check alone. */
const mention =
  /\b(?:from|join|update|using)\s+(?:only\s+)?(?:"?public"?\.)?"?(\w+)"?(?:\s+(?:as\s+)?(?!(?:where|on|set|left|right|inner|cross|full|join|order|group|limit|using|returning|union|having|for|offset|do|and)\b)"?(\w+)"?)?/gi;

/** A column compared with a value, or with another column: "c.practice_id = $1", "s.practice_id = c.practice_id". */
const comparison = /(?:"?(\w+)"?\.)?"?(\w+)"?\s*=\s*(?:(\$\d+|'[^']*'|nullif\()|"?(\w+)"?\."?(\w+)"?)/gi;

interface Mention {
  readonly table: string;
  readonly alias: string;
  readonly at: number;
  /** Where the parenthesis around it opens. */
  readonly within: number;
  /** How often something says of which practice it is, and to which others it is tied. */
  values: number;
  readonly others: Mention[];
}

/**
 * The tables of a statement that it does not tie to one practice by itself: what row-level security alone would keep apart then. Each mention has to be
 * compared with a value, or with one that is.
 * @param tenantTables Every table of a practice's rows, with the column that names the practice.
 */
export function listUnscoped(text: string, tenantTables: ReadonlyMap<string, string>): readonly string[] {
  const around = listParentheses(text);
  const mentions: Mention[] = [...text.matchAll(mention)]
    .map(({ 1: table = '', 2: alias, index: at }) => {
      const [within = -1] = around[at] ?? [];
      return { table, alias: alias ?? table, at, within, values: 0, others: [] };
    })
    .filter(({ table }) => tenantTables.has(table));
  /** Which one a name means there: of the same parenthesis, or of the nearest around it. */
  const resolve = (name: string, at: number): Mention | undefined => {
    for (const within of [...(around[at] ?? []), -1]) {
      const near = mentions.filter((one) => one.alias === name && one.within === within);
      const found = near.findLast((one) => one.at < at) ?? near[0];
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const isKey = (one: Mention, column: string) => column === 'practice_id' || tenantTables.get(one.table) === column;
  for (const { 1: name, 2: column = '', 4: otherName, 5: otherColumn = '', index } of text.matchAll(comparison)) {
    // Without a name before it, a column is of the table mentioned last.
    const one = name === undefined ? mentions.findLast(({ at }) => at < index) : resolve(name, index);
    const other = otherName === undefined ? undefined : resolve(otherName, index);
    // Whatever is no table of a practice is made of such tables, and held to them where it is made.
    if (one && isKey(one, column) && !other) one.values++;
    if (other && !one && column === 'practice_id') other.values++;
    if (one && other && isKey(one, column) && isKey(other, otherColumn)) {
      one.others.push(other);
      other.others.push(one);
    }
  }
  const reaches = (one: Mention, past: ReadonlySet<Mention>): boolean =>
    one.values > 0 || one.others.some((other) => !past.has(other) && reaches(other, new Set([...past, one])));
  return mentions
    .filter((one) => !reaches(one, new Set()))
    .map(({ table, alias }) => (table === alias ? table : `${table} ${alias}`));
}

/** For each place of a text, where the parentheses around it open, the nearest first. */
function listParentheses(text: string): readonly (readonly number[])[] {
  const around: (readonly number[])[] = [];
  let open: readonly number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open = [at, ...open];
    around.push(open);
    if (text[at] === ')') open = open.slice(1);
  }
  return around;
}
