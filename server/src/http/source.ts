import type { FastifyRequest } from 'fastify';
import type { Source } from '../context.ts';

/** Where a request comes from, as far as signing in is concerned. `publicUrl` is what the operator says we are called. */
export function sourceOf(request: FastifyRequest, publicUrl: string | undefined): Source {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join('; ') : value);
  }
  // Whatever came under this name, only the connection says where it came from.
  headers.set('x-trofast-ip', request.ip);
  const program = headers.get('trofast-program') ?? '';
  return {
    requestId: request.id,
    ip: request.ip,
    origin: originOf(request, publicUrl),
    headers,
    ...(isProgramId(program) ? { program } : {}),
  };
}

/** Whether a page of ours sent the request. A browser always says so itself for what changes something. */
export function isSameOrigin({ headers, host }: FastifyRequest, publicUrl: string | undefined): boolean {
  const { origin } = headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === publicOrigin(publicUrl) || new URL(origin).host === host;
}

/** A proxy may speak TLS for us: the page that asks knows better than the connection whether it did. */
function originOf(request: FastifyRequest, publicUrl: string | undefined): string {
  const { headers, host, protocol } = request;
  if (publicUrl !== undefined) return publicOrigin(publicUrl) ?? publicUrl;
  if (headers.origin !== undefined && isSameOrigin(request, undefined)) return headers.origin;
  const asked = `${protocol}://${host}`;
  return URL.canParse(asked) ? new URL(asked).origin : 'http://localhost';
}

function isProgramId(text: string): boolean {
  return /^[a-z0-9][a-z0-9_-]{0,62}$/.test(text);
}

function publicOrigin(publicUrl: string | undefined): string | undefined {
  return publicUrl === undefined ? undefined : new URL(publicUrl).origin;
}
