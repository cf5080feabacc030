import { askSignInLibrary, SignInRefused } from './sign-in-library.ts';

export interface KnownPasskey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: string;
}

/** Whether this browser has passkeys, and can read what the server says of them. */
export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

export async function signInWithPasskey(program: string): Promise<void> {
  const asked = await askSignInLibrary<PublicKeyCredentialRequestOptionsJSON>(
    program,
    'passkey/generate-authenticate-options',
  );
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
  const response = jsonOf(await navigator.credentials.get({ publicKey }));
  await askSignInLibrary(program, 'passkey/verify-authentication', { response });
}

export async function addPasskey(program: string, name: string): Promise<void> {
  const asked = await askSignInLibrary<PublicKeyCredentialCreationOptionsJSON>(
    program,
    'passkey/generate-register-options',
  );
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
  const response = jsonOf(await navigator.credentials.create({ publicKey }));
  await askSignInLibrary(program, 'passkey/verify-registration', { response, name });
}

export async function listPasskeys(program: string): Promise<readonly KnownPasskey[]> {
  return await askSignInLibrary(program, 'passkey/list-user-passkeys');
}

export async function removePasskey(program: string, id: string): Promise<void> {
  await askSignInLibrary(program, 'passkey/delete-passkey', { id });
}

function jsonOf(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new SignInRefused('No passkey was given.');
  return credential.toJSON();
}
