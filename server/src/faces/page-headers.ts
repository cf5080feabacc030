import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** Written into a page where its styles ask for the nonce. */
export const noncePlace = '__CSP_NONCE__';

function makeNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** What a page may do: only this server's files, no script or style of a stranger, in nobody's frame. */
export function sendPage(reply: FastifyReply, page: string) {
  const nonce = makeNonce();
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Widths and colours that follow from what is shown are attributes of elements.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return reply
    .header('Content-Security-Policy', policy)
    .header(
      'Permissions-Policy',
      'camera=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), geolocation=(), microphone=()',
    )
    .header('Cache-Control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(noncePlace, nonce));
}
