import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isPrivateHost, lookUpPublic } from './addresses.ts';

export interface Posted {
  /** Absent when nobody answered. */
  readonly status?: number;
  readonly problem?: string;
}

const timeoutMilliseconds = 10_000;

/** Posts a message and says how it went; redirects are not followed, so that nobody leads us elsewhere. */
export async function postMessage(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  allowsPrivate: boolean,
): Promise<Posted> {
  if (!allowsPrivate && isPrivateHost(url)) return { problem: 'The address is in a private network.' };
  const request = url.startsWith('https:') ? requestSecure : requestPlain;
  return await new Promise((resolve) => {
    const sending = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(timeoutMilliseconds),
        ...(allowsPrivate ? {} : { lookup: lookUpPublic }),
      },
      (response) => {
        const status = response.statusCode ?? 0;
        resolve(status >= 200 && status < 300 ? { status } : { status, problem: `It answered ${status}.` });
        // What it says besides does not matter, and may be long.
        response.destroy();
      },
    );
    sending.on('error', (error) => resolve({ problem: reasonOf(error) }));
    sending.end(body);
  });
}

function reasonOf(error: Error): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'It did not answer within 10 seconds.';
  return `${error.message}.`;
}
