import pg from 'pg';

/** Every text that the app role's pool sends, once. */
export function listenToApp(): { readonly take: () => readonly string[] } {
  const heard = new Set<string>();
  const fresh: string[] = [];
  const { query } = pg.Client.prototype;
  function heardQuery(this: pg.Client, ...given: unknown[]): unknown {
    const [first] = given;
    const text = typeof first === 'string' ? first : (first as { readonly text?: unknown } | null)?.text;
    const { application_name: name } = (this as unknown as { connectionParameters: { application_name?: string } })
      .connectionParameters;
    if (name === 'groundwork-app' && typeof text === 'string' && !heard.has(text)) {
      heard.add(text);
      fresh.push(text);
    }
    return Reflect.apply(query, this, given);
  }
  pg.Client.prototype.query = heardQuery as typeof query;
  return { take: () => fresh.splice(0) };
}
