import type { Operation } from '@trofast/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Answered, isRefused, type Refused } from '../context.ts';
import { problemOf, problemType } from './problems.ts';
import { readableJson } from './readable-json.ts';

/** Writes what a verb answered: status, headers, body. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
  answered: Answered<unknown>,
) {
  if (isRefused(answered)) return sendProblem(request, reply, answered);
  const { output, replayed, etag, next, cookies } = answered;
  for (const cookie of cookies ?? []) reply.header('Set-Cookie', cookie);
  if (replayed) reply.header('Idempotent-Replayed', 'true');
  if (etag !== undefined) reply.header('ETag', `"${etag}"`);
  if (next !== undefined) reply.header('Link', `<${nextPage(request.url, next)}>; rel="next"`);
  reply.code(operation.status ?? 200);
  if (operation.status === 204) return reply.send();
  if (operation.gives !== undefined) return reply.type(`${operation.gives}; charset=utf-8`).send(output);
  return reply.type('application/json; charset=utf-8').send(jsonText(request, output));
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, refused: Refused) {
  const problem = problemOf(refused, request.id);
  if ('failed' in refused) {
    if (refused.retryAfterSeconds !== undefined) reply.header('Retry-After', String(refused.retryAfterSeconds));
    if (refused.allow) reply.header('Allow', refused.allow.join(', '));
    if (refused.failed === 'unauthenticated') reply.header('WWW-Authenticate', 'Bearer');
  }
  return reply.code(problem.status).type(problemType).send(jsonText(request, problem));
}

/** A person with curl reads what comes back; programs parse it. */
function jsonText({ headers }: FastifyRequest, value: unknown): string {
  return headers['user-agent']?.startsWith('curl/') ? `${readableJson(value)}\n` : JSON.stringify(value);
}

function nextPage(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?');
  const fields = new URLSearchParams(query);
  fields.set('cursor', cursor);
  return `${path}?${fields}`;
}
