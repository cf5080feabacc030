import type { Message } from './messages.ts';
import type { ClientOptions } from './options.ts';

const retriesUsual = 3;
const firstPauseMilliseconds = 200;

/**
 * Sends a request again, with the same key, when the server has no room (503) or cannot be reached. What is not safe to
 * do twice is only sent again after a 503, which says that nothing was done.
 */
export async function sendPatiently({ url, init, isRepeatable }: Message, client: ClientOptions): Promise<Response> {
  const send = client.fetch ?? fetch;
  const retries = client.retries ?? retriesUsual;
  for (let tries = 0; ; tries += 1) {
    const isLast = tries >= retries || init.signal?.aborted === true;
    const came = await send(url, init).catch((error: unknown) => {
      if (isLast || !isRepeatable) throw error;
      return undefined;
    });
    if (came && (came.status !== 503 || isLast)) return came;
    await came?.body?.cancel();
    await pause(secondsAsked(came) * 1000 || firstPauseMilliseconds * 2 ** tries);
  }
}

function secondsAsked(response: Response | undefined): number {
  return Number(response?.headers.get('Retry-After') ?? 0) || 0;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
