import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What an honest browser and authenticator would not say otherwise; left out, they say what is true. */
export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  /** False: nobody proved with a finger, a face or a PIN to be there. */
  readonly isVerified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string | undefined;
  /** Signed with a key that nobody has registered. */
  readonly withOtherKey?: boolean;
}

/** A passkey as a device holds it. */
export interface Authenticator {
  readonly credentialId: string;
  readonly create: (options: PublicKeyCredentialCreationOptionsJSON, lies?: Lies) => RegistrationResponseJSON;
  readonly get: (options: PublicKeyCredentialRequestOptionsJSON, lies?: Lies) => AuthenticationResponseJSON;
}

const [isPresent, isVerifiedFlag, hasKey] = [0x01, 0x04, 0x40];
const url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/** A device in software: one P-256 key, one account, a counter of its uses. Its answers are what WebAuthn has them be, or lies on request. */
export function makeAuthenticator(origin: string, credentialId = url(randomBytes(32))): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let userHandle: string | undefined;
  let uses = 0;

  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (rpId: string, lies: Lies, key?: Uint8Array) => {
    const flags = isPresent | (lies.isVerified === false ? 0 : isVerifiedFlag) | (key ? hasKey : 0);
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(lies.counter ?? uses, 1);
    return Buffer.concat([sha256(lies.rpId ?? rpId), head, ...(key ? [key] : [])]);
  };

  return {
    credentialId,
    create: (options, lies = {}) => {
      userHandle = options.user.id;
      const id = Buffer.from(credentialId, 'base64url');
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]);
      const authData = authenticatorData(options.rp.id ?? '', lies, attested);
      const attestationObject = isoCBOR.encode(
        new Map<string, string | Map<string, string> | Uint8Array>([
          ['fmt', 'none'],
          ['attStmt', new Map<string, string>()],
          ['authData', new Uint8Array(authData)],
        ]),
      );
      return {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: url(clientData('webauthn.create', options.challenge, lies)),
          attestationObject: url(attestationObject),
          transports: ['internal'],
        },
      };
    },
    get: (options, lies = {}) => {
      uses += 1;
      const data = authenticatorData(options.rpId ?? '', lies);
      const client = clientData('webauthn.get', options.challenge, lies);
      const key = lies.withOtherKey ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : privateKey;
      return {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: url(client),
          authenticatorData: url(data),
          signature: url(sign('sha256', Buffer.concat([data, sha256(client)]), key)),
          ...('userHandle' in lies ? { userHandle: lies.userHandle } : { userHandle }),
        },
      };
    },
  };
}

/** ES256 as COSE has it. */
function coseKey(key: KeyObject): Uint8Array {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]),
  );
}
