/** What a secret looks like in a text that everybody may read, by its kind. */
const kinds: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  'an AWS key': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  'a GitHub token': /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{60,}/,
  'an npm token': /\bnpm_[A-Za-z0-9]{36}\b/,
  'a Slack token': /\bxox[abprs]-[\w-]{20,}/,
  'a Google key': /\bAIza[\w-]{35}\b/,
  'a Stripe key': /\b[rs]k_live_[A-Za-z0-9]{20,}/,
  'a signed token': /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/,
  // In tests and examples a secret is a sentence, or plainly none; a random one is 20 or more letters and digits without a blank.
  'an assigned secret':
    /(?:secret|password|passwd|token|api_?key|data_?key)["']?\s*[:=]\s*["'`](?=[^"'`\s]*\d)(?=[^"'`\s]*[a-z])[\w+/=-]{20,}["'`]/i,
  'a password in an address':
    /\b[a-z][a-z+]*:\/\/[^\s:/@"'`$<>{}]+:(?!(?:password|secret|pw|x|\*+)@)[^\s:/@"'`$<>{}]{8,}@/i,
};

/** The secrets that a text gives away: what each is, and in which line. Never the secret itself. */
export function findSecrets(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      Object.entries(kinds).flatMap(([kind, form]) => (form.test(line) ? [`line ${index + 1}: ${kind}`] : [])),
    );
}
