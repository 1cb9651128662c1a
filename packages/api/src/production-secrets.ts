/** What tutorials, examples and tests put where a secret belongs. */
const wellKnown = /change.?me|example|secret|password|default|insecure|placeholder|groundwork|postgres|qwerty/i;

const shortest = 32;

/** How many different characters a random text of that length has at the very least. */
const fewestCharacters = 12;

function problemOfSecret(value: string): string | undefined {
  if (value.length < shortest) return `is shorter than ${shortest} characters`;
  if (new Set(value).size < fewestCharacters || wellKnown.test(value)) return 'is not random';
  return undefined;
}

function problemOfKeys(value: string): string | undefined {
  for (const part of value.split(',')) {
    const bytes = Buffer.from(part.trim(), 'base64');
    if (bytes.length !== 32) return 'is not 32 bytes in base64';
    if (new Set(bytes).size < fewestCharacters) return 'is not random';
  }
  return undefined;
}

function problemOfPassword(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { password, searchParams } = new URL(url);
  // Without one the server lets the process in by other means: a socket, a certificate.
  if (password === '' && !searchParams.has('password')) return undefined;
  const given = password === '' ? (searchParams.get('password') ?? '') : decodeURIComponent(password);
  return given.length < 12 || (given.length < shortest && wellKnown.test(given))
    ? 'has a password that is easily guessed'
    : undefined;
}

const checks: Readonly<Record<string, (value: string) => string | undefined>> = {
  GROUNDWORK_SECRET: problemOfSecret,
  GROUNDWORK_DATA_KEY: problemOfKeys,
  GROUNDWORK_APP_DATABASE_URL: problemOfPassword,
  GROUNDWORK_AUTH_DATABASE_URL: problemOfPassword,
  GROUNDWORK_WORKER_DATABASE_URL: problemOfPassword,
};

/** Without them nobody signs in and nothing is sealed: better to say so at the start than at the first letter. A missing address is for its reader to complain of. */
const needed: readonly string[] = ['GROUNDWORK_SECRET', 'GROUNDWORK_DATA_KEY'];

/** What is wrong with the secrets of an environment, one line each; never the secret itself. */
export const listWeakSecrets = (environment: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(checks).flatMap(([name, check]) => {
    const value = environment[name];
    const isMissing = value === undefined || value === '';
    const problem = isMissing ? (needed.includes(name) ? 'is not set' : undefined) : check(value);
    return problem === undefined ? [] : [`${name} ${problem}`];
  });

/**
 * For the start of every process.
 * @throws in production, when a secret is missing or one that anybody could have.
 */
export function requireOwnSecrets(environment: Readonly<Record<string, string | undefined>> = process.env): void {
  if (environment.NODE_ENV !== 'production') return;
  const weak = listWeakSecrets(environment);
  if (weak.length > 0) {
    throw new Error(`${weak.join('; ')}. Make new ones with: openssl rand -base64 32`);
  }
}
