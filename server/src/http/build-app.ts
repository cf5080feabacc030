import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { type Operation, operations } from '@trofast/contract';
import { Overloaded } from '@trofast/ledger';
import { type FastifyError, type FastifyInstance, type FastifyRequest, fastify, LogController } from 'fastify';
import type { Logger } from 'pino';
import { type Caller, fail, malformed } from '../context.ts';
import { servePictures } from '../features/pictures/index.ts';
import { answerBatch } from './answer-batch.ts';
import { readBodies } from './bodies.ts';
import { dispatch, isVerb, type Services } from './dispatch.ts';
import { preferredLocale } from './languages.ts';
import { problemOf, problemType, refusedBy } from './problems.ts';
import { serveReference } from './reference.ts';
import { sendAnswer, sendProblem } from './send.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who holds the request's API key; `undefined` without a valid one. */
    caller: Caller | undefined;
  }
}

export interface AppOptions {
  readonly services: Services;
  readonly log: Logger;
  readonly bodyBytesMax: number;
  readonly requestsAMinute: number;
  readonly trustProxy: boolean;
}

/** The HTTP server, not yet listening. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.log,
    // Its own lines would hold addresses, and those may hold e-mail addresses and cards.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: options.bodyBytesMax,
    trustProxy: options.trustProxy,
    genReqId: requestId,
    // A batch may stream for long; headers have Node's own, shorter limit.
    requestTimeout: 600_000,
    clientErrorHandler: answerUnreadable,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (_error, request, reply) => {
      void sendProblem(request, reply, { malformed: [{ pointer: '', detail: 'The address cannot be read.' }] });
    },
  }) as unknown as FastifyInstance;

  app.decorateRequest('caller', undefined);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('Request-Id', request.id);
    request.caller = await options.services.callers.find(secretOf(request));
  });
  app.addHook('onResponse', async (request, reply) => logRequest(request, reply.statusCode, reply.elapsedTime));
  answerErrors(app);
  readBodies(app);
  await app.register(serveReference);
  await app.register(servePictures, options.services);
  await app.register(async (api) => await serveOperations(api, options));
  return app;
}

async function serveOperations(api: FastifyInstance, { services, requestsAMinute, bodyBytesMax }: AppOptions) {
  await api.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] } } });
  await api.register(rateLimit, {
    max: requestsAMinute,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    allowList: ({ routeOptions }) => routeOptions.url?.startsWith('/health/') ?? false,
    keyGenerator: ({ caller, ip }) => caller?.keyId ?? ip,
    errorResponseBuilder: (_request, { statusCode }) => Object.assign(new Error('Too many requests'), { statusCode }),
  });
  api.addHook('onSend', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    api.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        const asked = askedBy(request);
        const operationName = name as keyof typeof operations;
        if (!isVerb(operationName)) return answerBatch({ services, bodyBytesMax }, request, reply, asked);
        return sendAnswer(request, reply, operation, await dispatch(services, operationName, asked));
      },
    });
  }
}

function askedBy({ caller, params, query, body, headers }: FastifyRequest) {
  return {
    caller,
    params,
    query,
    body,
    idempotencyKey: oneOf(headers['idempotency-key']),
    ifMatch: oneOf(headers['if-match'])?.replace(/^W\//, '').replaceAll('"', ''),
    locale: preferredLocale(headers['accept-language']),
  };
}

function answerErrors(app: FastifyInstance) {
  app.setNotFoundHandler((request, reply) => {
    const allow = methodsAt(request.url.split('?')[0] ?? '');
    return sendProblem(request, reply, allow.length === 0 ? fail('not_found') : fail('method_not_allowed', { allow }));
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Overloaded) {
      return sendProblem(request, reply, fail('overloaded', { retryAfterSeconds: error.retryAfterSeconds }));
    }
    const refused = refusedBy(error);
    if (refused) return sendProblem(request, reply, refused);
    request.log.error({ err: error, request: request.id, route: request.routeOptions.url }, 'fault');
    return sendProblem(request, reply, fail('fault'));
  });
}

/** What is no HTTP at all reaches no route; it gets a problem all the same. */
function answerUnreadable(_error: Error, socket: Socket) {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(problemOf(malformed('', 'This is not HTTP as it should be.'), randomUUID()));
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: ${problemType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const routes = Object.values<Operation>(operations).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** Methods that some operation has at this address. */
function methodsAt(path: string): readonly string[] {
  return [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
}

function logRequest(request: FastifyRequest, status: number, milliseconds: number) {
  const { method, routeOptions, caller, id } = request;
  request.log.info({
    request: id,
    method,
    route: routeOptions.url ?? 'none',
    status,
    milliseconds: Math.round(milliseconds),
    key: caller?.keyId,
  });
}

function requestId(request: { readonly headers: Readonly<Record<string, string | string[] | undefined>> }): string {
  const given = oneOf(request.headers['request-id']);
  return given !== undefined && /^[A-Za-z0-9._-]{1,100}$/.test(given) ? given : randomUUID();
}

function secretOf({ headers }: FastifyRequest): string {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}

function oneOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
