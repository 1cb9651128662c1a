import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Layout: version (1 byte), key id (4), nonce (12), tag (16), ciphertext. */
const version = 1;
const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + keyIdBytes + nonceBytes + tagBytes;

/** The row that a sealed value belongs to: moved to another row or practice, it does not open. */
export interface SealedPlace {
  readonly practiceId: string;
  readonly rowId: string;
}

interface Key {
  readonly id: Buffer;
  readonly bytes: Buffer;
}

/** The value was made with another key, belongs to another row, or was changed. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal';
}

let parsed: { readonly source: string; readonly keys: readonly Key[] } | undefined;

/** The keys of `GROUNDWORK_DATA_KEY`, base64 of 32 bytes each, split by commas: the first seals, all of them open, so that keys can be rotated. */
function keys(): readonly Key[] {
  const source = process.env.GROUNDWORK_DATA_KEY ?? '';
  if (parsed?.source === source) return parsed.keys;
  const found = source
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const bytes = Buffer.from(part.trim(), 'base64');
      if (bytes.length !== 32) throw new Error('GROUNDWORK_DATA_KEY must be 32 bytes in base64');
      return { id: createHash('sha256').update(bytes).digest().subarray(0, keyIdBytes), bytes };
    });
  if (found.length === 0) throw new Error('GROUNDWORK_DATA_KEY is not set');
  parsed = { source, keys: found };
  return found;
}

const associated = (place: SealedPlace) => Buffer.from(`${place.practiceId}/${place.rowId}`.toLowerCase());

/** Encrypts a JSON value so that only the application can read it (AES-256-GCM), bound to its row. */
export function seal(value: unknown, place: SealedPlace): Buffer {
  const [key] = keys() as readonly [Key, ...Key[]];
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(associated(place));
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(version), key.id, nonce, cipher.getAuthTag(), text]);
}

/**
 * The value that `seal` was given. Its shape is the caller's to parse.
 * @throws BrokenSeal
 */
export function unseal(sealed: Buffer, place: SealedPlace): unknown {
  if (sealed.length < headBytes || sealed[0] !== version) throw new BrokenSeal('Not a sealed value');
  const id = sealed.subarray(1, 1 + keyIdBytes);
  const key = keys().find((candidate) => candidate.id.equals(id));
  if (key === undefined) throw new BrokenSeal('Sealed with a key that GROUNDWORK_DATA_KEY does not hold');
  const nonce = sealed.subarray(1 + keyIdBytes, 1 + keyIdBytes + nonceBytes);
  const tag = sealed.subarray(1 + keyIdBytes + nonceBytes, headBytes);
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: tagBytes })
    .setAAD(associated(place))
    .setAuthTag(tag);
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
    return JSON.parse(text.toString('utf8'));
  } catch (cause) {
    throw new BrokenSeal('The value belongs to another row or was changed', { cause });
  }
}

/** Whether a newer key has come since: then it is to be sealed again. */
export function isSealedWithAnOldKey(sealed: Buffer): boolean {
  const [key] = keys() as readonly [Key, ...Key[]];
  return !sealed.subarray(1, 1 + keyIdBytes).equals(key.id);
}

/** A fresh value for `GROUNDWORK_DATA_KEY`. */
export const makeDataKey = (): string => randomBytes(32).toString('base64');
