// A passkey in software: what a phone or a security key does when a page asks for one.

import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const presentAndVerified = 0x05;
const hasKey = 0x40;

export interface Authenticator {
  /** Answers `navigator.credentials.create`. */
  register(options: unknown): object;
  /** Answers `navigator.credentials.get`. */
  prove(options: unknown): object;
}

export function openAuthenticator(origin: string): Authenticator {
  const id = randomBytes(16);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const relyingParty = createHash('sha256').update(new URL(origin).hostname).digest();
  let counter = 0;
  const saying = (flags: number) => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([relyingParty, Buffer.from([flags]), count]);
  };
  const told = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const head = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  };
  return {
    register: (options) => {
      const length = Buffer.from([0, id.length]);
      const data = Buffer.concat([
        saying(presentAndVerified | hasKey),
        Buffer.alloc(16),
        length,
        id,
        coseKey(publicKey),
      ]);
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(data)],
      ]);
      const clientDataJSON = told('webauthn.create', challengeIn(options)).toString('base64url');
      return {
        ...head,
        response: { clientDataJSON, attestationObject: attestation.toString('base64url'), transports: ['internal'] },
      };
    },
    prove: (options) => {
      const client = told('webauthn.get', challengeIn(options));
      const data = saying(presentAndVerified);
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), privateKey);
      const said = { authenticatorData: data, clientDataJSON: client, signature };
      const response = Object.fromEntries(
        Object.entries(said).map(([name, value]) => [name, value.toString('base64url')]),
      );
      return { ...head, response };
    },
  };
}

/** Of what the server answers for a page to hand on. */
function challengeIn(options: unknown): string {
  return (options as { readonly challenge: string }).challenge;
}

/** An ES256 key as COSE writes it. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return map([
    [number(1), number(2)],
    [number(3), number(-7)],
    [number(-1), number(1)],
    [number(-2), bytes(Buffer.from(x, 'base64url'))],
    [number(-3), bytes(Buffer.from(y, 'base64url'))],
  ]);
}

// As much CBOR as the above needs.
function head(kind: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(kind << 5) | length]);
  return length < 256
    ? Buffer.from([(kind << 5) | 24, length])
    : Buffer.from([(kind << 5) | 25, length >> 8, length & 255]);
}

function number(value: number): Buffer {
  return value < 0 ? head(1, -1 - value) : head(0, value);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([head(2, value.length), value]);
}

function text(value: string): Buffer {
  return Buffer.concat([head(3, value.length), Buffer.from(value)]);
}

function map(fields: readonly (readonly [Buffer, Buffer])[]): Buffer {
  return Buffer.concat([head(5, fields.length), ...fields.flat()]);
}
