import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { type Operation, operations } from '@trofast/contract';
import { Overloaded } from '@trofast/ledger';
import { type FastifyError, type FastifyInstance, type FastifyRequest, fastify, LogController } from 'fastify';
import type { Logger } from 'pino';
import { type Caller, nobody } from '../caller.ts';
import { fail, isRefused, malformed, type Services, type Source } from '../context.ts';
import { type Builds, serveFaces } from '../faces/index.ts';
import { serveInstallation } from '../features/installation/index.ts';
import { servePictures } from '../features/pictures/index.ts';
import { answerBatch } from './answer-batch.ts';
import { readBodies } from './bodies.ts';
import { dispatch, isVerb } from './dispatch.ts';
import { findCaller } from './find-caller.ts';
import { preferredLocale } from './languages.ts';
import { problemOf, problemType, refusedBy } from './problems.ts';
import { serveReference } from './reference.ts';
import { sendAnswer, sendProblem } from './send.ts';
import { serveSignIn } from './serve-sign-in.ts';
import { sourceOf } from './source.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    source: Source;
  }
  interface FastifyContextConfig {
    /** Absent for what is no operation of the contract, as the files of a face. */
    operation?: Operation;
  }
}

export interface AppOptions {
  readonly services: Services;
  readonly log: Logger;
  readonly bodyBytesMax: number;
  readonly requestsAMinute: number;
  readonly trustProxy: boolean;
  /** What the faces wait for; absent where they are served as they lie there. */
  readonly builds?: Builds | undefined;
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

  findCallers(app, options);
  app.addHook('onResponse', async (request, reply) => logRequest(request, reply.statusCode, reply.elapsedTime));
  // Who waits for news is answered at once, so that closing need not wait for them.
  app.addHook('preClose', async () => options.services.changes.end());
  answerErrors(app);
  readBodies(app);
  await app.register(serveReference);
  await app.register(servePictures, options.services);
  await app.register(serveInstallation, options.services);
  await app.register(serveFaces, {
    builds: options.builds,
    onlyProgram: async () => {
      const [first, ...others] = await options.services.ledger.programs.list();
      return first !== undefined && others.length === 0 && first.versions > 0 ? first.id : undefined;
    },
  });
  await app.register(async (api) => await serveOperations(api, options));
  return app;
}

function findCallers(app: FastifyInstance, { services }: AppOptions) {
  app.decorateRequest('caller');
  app.decorateRequest('source');
  app.addHook('onRequest', async (request, reply) => {
    reply.header('Request-Id', request.id);
    request.caller = nobody;
    request.source = sourceOf(request, services.publicUrl);
    const { operation } = request.routeOptions.config;
    if (operation === undefined) return;
    const found = await findCaller(services, operation, request, request.source);
    if (isRefused(found)) return sendProblem(request, reply, found);
    request.caller = found.caller;
    for (const cookie of found.cookies) reply.header('Set-Cookie', cookie);
  });
}

async function serveOperations(api: FastifyInstance, { services, requestsAMinute, bodyBytesMax }: AppOptions) {
  await api.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // The shop's other sites are none of our business.
    strictTransportSecurity: { includeSubDomains: false },
  });
  await api.register(rateLimit, {
    max: requestsAMinute,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    allowList: ({ routeOptions }) => routeOptions.url?.startsWith('/health/') ?? false,
    keyGenerator: ({ caller, ip }) => caller.actor || ip,
    errorResponseBuilder: (_request, { statusCode }) => Object.assign(new Error('Too many requests'), { statusCode }),
  });
  api.addHook('onSend', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });
  serveSignIn(api, services);
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    api.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      config: { operation },
      handler: async (request, reply) => {
        const asked = askedBy(request);
        const operationName = name as keyof typeof operations;
        if (!isVerb(operationName)) return answerBatch({ services, bodyBytesMax }, request, reply, asked);
        return sendAnswer(request, reply, operation, await dispatch(services, operationName, asked));
      },
    });
  }
}

function askedBy({ caller, source, params, query, body, headers }: FastifyRequest) {
  return {
    caller,
    source,
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
    // A member is never named in the log, not even by id.
    caller: caller.kind === 'member' ? 'member' : caller.actor,
  });
}

function requestId(request: { readonly headers: Readonly<Record<string, string | string[] | undefined>> }): string {
  const given = oneOf(request.headers['request-id']);
  return given !== undefined && /^[A-Za-z0-9._-]{1,100}$/.test(given) ? given : randomUUID();
}

function oneOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
