/** The sign-in library answered that it did not work. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

/** Passkeys are spoken of between browser and sign-in library in words of their own, which are no operations of the API. */
export async function askSignInLibrary<Answer>(program: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/auth/members/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Trofast-Program': program, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new SignInRefused(`${path}: ${response.status}`);
  return (await response.json()) as Answer;
}
