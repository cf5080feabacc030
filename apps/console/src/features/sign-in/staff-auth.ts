// Signing in is the library's own: its paths below /auth/staff, called through its client.

import { createAuthClient } from 'better-auth/client';

const client = createAuthClient({ baseURL: location.origin, basePath: '/auth/staff' });

interface Answer {
  readonly error: { readonly status: number; readonly code?: string; readonly message?: string } | null;
  readonly data: unknown;
}

/** What the library refused; `code` is its own. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

async function ask(path: string, body?: object): Promise<unknown> {
  const method = body === undefined ? 'GET' : 'POST';
  const { data, error } = (await client.$fetch(path, { method, ...(body !== undefined && { body }) })) as Answer;
  if (error !== null) throw new SignInRefused(error.status, error.code ?? 'unknown');
  return data;
}

/** True when a second factor is still to come. */
export async function signIn(email: string, password: string): Promise<boolean> {
  const answer = (await ask('/sign-in/email', { email, password })) as { readonly twoFactorRedirect?: boolean };
  return answer.twoFactorRedirect === true;
}

/** Six digits of the app, or one of the codes kept for a lost telephone. */
export async function giveSecondFactor(code: string, trustDevice: boolean) {
  const plain = code.replaceAll(/\s/g, '');
  const path = /^\d{6}$/.test(plain) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
  await ask(path, { code: plain, trustDevice });
}

export async function signOut() {
  await ask('/sign-out', {});
}

export async function askNewPassword(email: string) {
  await ask('/request-password-reset', { email });
}

export async function setNewPassword(token: string, newPassword: string) {
  await ask('/reset-password', { token, newPassword });
}

export interface SecondFactor {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Begins the second factor; it counts once a first code has been given. */
export async function beginSecondFactor(password: string): Promise<SecondFactor> {
  return (await ask('/two-factor/enable', { password })) as SecondFactor;
}

export async function endSecondFactor(password: string) {
  await ask('/two-factor/disable', { password });
}

export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt: string;
}

export async function listPasskeys(): Promise<readonly Passkey[]> {
  return (await ask('/passkey/list-user-passkeys')) as readonly Passkey[];
}

export async function deletePasskey(id: string) {
  await ask('/passkey/delete-passkey', { id });
}

export async function addPasskey(name: string) {
  const options = (await ask(
    `/passkey/generate-register-options?name=${encodeURIComponent(name)}`,
  )) as PublicKeyCredentialCreationOptionsJSON;
  const credential = await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
  });
  await ask('/passkey/verify-registration', { response: jsonOf(credential), name });
}

export async function signInWithPasskey() {
  const options = (await ask('/passkey/generate-authenticate-options')) as PublicKeyCredentialRequestOptionsJSON;
  const credential = await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
  });
  await ask('/passkey/verify-authentication', { response: jsonOf(credential) });
}

/** Browsers of before 2025 cannot say a passkey as JSON; there, the password stays. */
export function knowsPasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

function jsonOf(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new SignInRefused(400, 'passkey_cancelled');
  return credential.toJSON();
}
