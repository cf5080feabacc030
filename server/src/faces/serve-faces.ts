import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { preferredLocale } from '../http/languages.ts';
import type { Builds } from './build-faces.ts';
import { builtFolderOf, FACES, type Face } from './faces.ts';
import { frontPage, unbuiltPage } from './front-page.ts';
import { sendPage } from './page-headers.ts';

const yearSeconds = 365 * 24 * 60 * 60;

export interface FacesServed {
  readonly builds: Builds | undefined;
  /** The program of a server that has one alone: its portal is found without naming it. */
  onlyProgram(): Promise<string | undefined>;
}

/** The pages and files of the faces. A page waits while its face is being built. */
export async function serveFaces(app: FastifyInstance, { builds, onlyProgram }: FacesServed) {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(fastifyStatic, {
    // Each file is sent from its face's own folder, which may not be built yet; this one always is there.
    root: import.meta.dirname,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'deny',
  });

  app.get('/', (request, reply) => sendPage(reply, frontPage(localeOf(request))));
  for (const face of FACES) {
    const answer = (request: FastifyRequest, reply: FastifyReply) => serveFace(face, builds, request, reply);
    if (face !== 'portal') app.get(`/${face}`, answer);
    app.get(`/${face}/*`, answer);
  }
  for (const address of ['/portal', '/portal/']) {
    app.get(address, async (request, reply) => {
      // Only who comes by is led on: the portal itself keeps this page for where there is no network.
      const comesBy = request.headers['sec-fetch-mode'] === 'navigate';
      const program = comesBy ? await onlyProgram() : undefined;
      if (program === undefined) return await serveFace('portal', builds, request, reply);
      return reply.redirect(`/portal/${encodeURIComponent(program)}`);
    });
  }
}

async function serveFace(face: Face, builds: Builds | undefined, request: FastifyRequest, reply: FastifyReply) {
  const failed = await builds?.[face].then(
    () => undefined,
    (error: unknown) => error,
  );
  const { '*': path = '' } = request.params as { readonly '*'?: string };
  if (isFile(path)) {
    const isHashed = path.startsWith('assets/');
    reply.header('Cache-Control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    return reply.sendFile(path, builtFolderOf(face));
  }
  const page = await readFile(join(builtFolderOf(face), 'index.html'), 'utf8').catch(() => undefined);
  if (page !== undefined) return sendPage(reply, page);
  const reason = failed instanceof Error ? failed.message : undefined;
  return sendPage(reply.status(503), unbuiltPage(localeOf(request), face, reason));
}

/** Addresses inside an app have no ending; files of the app do. */
function isFile(path: string): boolean {
  return /^(assets\/)?[\w-]+([.][\w-]+)+$/.test(path);
}

function localeOf({ headers }: FastifyRequest) {
  return preferredLocale(headers['accept-language']);
}
