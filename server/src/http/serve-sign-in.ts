import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fail, type Services } from '../context.ts';
import { sendProblem } from './send.ts';
import { isSameOrigin } from './source.ts';

// What browsers may say to the sign-in library; everything else of it stays shut.
const staffPaths = new Set([
  'POST sign-in/email',
  'POST sign-out',
  'POST change-password',
  'POST request-password-reset',
  'POST reset-password',
  'POST two-factor/enable',
  'POST two-factor/disable',
  'POST two-factor/verify-totp',
  'POST two-factor/verify-backup-code',
  'POST two-factor/generate-backup-codes',
  'POST passkey/verify-registration',
  'POST passkey/verify-authentication',
  'POST passkey/delete-passkey',
  'POST passkey/update-passkey',
  'GET get-session',
  'GET passkey/generate-register-options',
  'GET passkey/generate-authenticate-options',
  'GET passkey/list-user-passkeys',
]);
const memberPaths = new Set([...staffPaths].filter((path) => path.includes(' passkey/')));

// Guessing costs the same for everybody at one address, and for everybody who tries one account.
const perAddress = { tries: 60, minutes: 15 };
const perAccount = { tries: 10, minutes: 15 };

/** Mounts the sign-in library's own addresses: passwords, second factors and passkeys. */
export function serveSignIn(api: FastifyInstance, services: Services) {
  const { staffSignIn, memberSignIn, ledger } = services;
  const method = ['GET', 'POST'];
  api.route<{ Params: { readonly '*': string } }>({
    method,
    url: '/auth/staff/*',
    handler: async (request, reply) => {
      if (!staffPaths.has(`${request.method} ${request.params['*']}`))
        return sendProblem(request, reply, fail('not_found'));
      if (await isRefusedTry(request, reply, services)) return reply;
      return await sendResponse(reply, await staffSignIn.answer(request.source, asRequest(request)));
    },
  });
  api.route<{ Params: { readonly '*': string } }>({
    method,
    url: '/auth/members/*',
    handler: async (request, reply) => {
      const { program } = request.source;
      if (!memberPaths.has(`${request.method} ${request.params['*']}`))
        return sendProblem(request, reply, fail('not_found'));
      if (program === undefined) return sendProblem(request, reply, fail('program_needed'));
      if (!(await ledger.programs.get(program))) return sendProblem(request, reply, fail('unknown_program'));
      if (await isRefusedTry(request, reply, services)) return reply;
      return await sendResponse(reply, await memberSignIn.answer(request.source, program, asRequest(request)));
    },
  });
}

async function isRefusedTry(request: FastifyRequest, reply: FastifyReply, { attempts, publicUrl }: Services) {
  const isGet = request.method === 'GET';
  // A challenge is a row, too.
  if (isGet && !request.url.includes('/generate-')) return false;
  if (!isGet && !isSameOrigin(request, publicUrl)) {
    sendProblem(request, reply, fail('origin_refused'));
    return true;
  }
  const { email } = (request.body ?? {}) as { readonly email?: unknown };
  const isWithin =
    (await attempts.take(`sign-in ${request.ip}`, perAddress)) &&
    (typeof email !== 'string' || (await attempts.take(`sign-in ${email.toLowerCase()}`, perAccount)));
  if (!isWithin) sendProblem(request, reply, fail('rate_limited', { retryAfterSeconds: perAccount.minutes * 60 }));
  return !isWithin;
}

function asRequest({ method, url, source, body }: FastifyRequest): Request {
  const headers = new Headers(source.headers);
  headers.delete('content-length');
  const content = method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) };
  if (method !== 'GET') headers.set('content-type', 'application/json');
  return new Request(new URL(url, source.origin), { method, headers, ...content });
}

async function sendResponse(reply: FastifyReply, response: Response) {
  for (const cookie of response.headers.getSetCookie()) reply.header('Set-Cookie', cookie);
  return reply
    .code(response.status)
    .type(response.headers.get('content-type') ?? 'application/json')
    .send(await response.text());
}
