import { Readable } from 'node:stream';
import { operations } from '@trofast/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../context.ts';
import { answerLines, type BatchServices } from './batch-lines.ts';
import { type Asked, forbids } from './dispatch.ts';
import { sendProblem } from './send.ts';

/** Answers a batch line by line while its lines still come in. */
export function answerBatch(batch: BatchServices, request: FastifyRequest, reply: FastifyReply, asked: Asked) {
  const forbidden = forbids(operations.sendBatch, asked.caller);
  if (forbidden) return sendProblem(request, reply, forbidden);
  if (!(asked.body instanceof Readable)) {
    return sendProblem(request, reply, fail('unsupported_media_type', { detail: 'Send application/x-ndjson.' }));
  }
  const answers = answerLines(batch, asked, asked.body, request.id);
  return reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(answers));
}
