import type { Database } from '@trofast/db';
import type { FastifyInstance } from 'fastify';
import { selectPicture } from './queries.ts';

const yearSeconds = 31_536_000;

/** Logos and pictures of rewards, for anyone: a name is its content's hash, so it may be kept for good. */
export async function servePictures(app: FastifyInstance, { database }: { readonly database: Database }) {
  app.get<{ Params: { program: string; hash: string } }>('/pictures/:program/:hash', async (request, reply) => {
    const { program, hash } = request.params;
    const picture = await selectPicture(database, program, hash);
    if (!picture) return reply.callNotFound();
    return reply
      .headers({
        'Cache-Control': `public, max-age=${yearSeconds}, immutable`,
        'Content-Security-Policy': "default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
      })
      .type(picture.kind)
      .send(picture.content);
  });
}
