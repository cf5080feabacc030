/** Only this server reads it, and only from its own pages. */
const TILL_COOKIE = 'trofast_till';
const yearSeconds = 365 * 24 * 60 * 60;

/** The token that a request brings, or an empty text. */
export function tillTokenIn(headers: Headers): string {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${TILL_COOKIE}=`))?.slice(TILL_COOKIE.length + 1) ?? '';
}

export function tillCookie(token: string, isSecure: boolean): string {
  return cookieText(token, yearSeconds, isSecure);
}

export function noTillCookie(isSecure: boolean): string {
  return cookieText('', 0, isSecure);
}

function cookieText(token: string, seconds: number, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${TILL_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
