import type { FastifyInstance } from 'fastify';

const documentTypes = ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml', 'text/plain'];
const batchTypes = ['application/x-ndjson', 'application/jsonl'];

/** What bodies may be: JSON, a program document as text, a picture, or a batch that is read as it comes. */
export function readBodies(app: FastifyInstance) {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Many of our writes need no field at all.
    if (body === '') return done(null, undefined);
    if (isDocument(request.routeOptions.url)) return done(null, body);
    if (body.includes('\\u0000')) return done(unreadable('A text may not hold the character U+0000.'));
    return parseJson(request, body as string, done);
  });
  app.addContentTypeParser(documentTypes, { parseAs: 'string' }, (_request, body, done) => {
    if (body.includes('\0')) return done(unreadable('A text may not hold the character U+0000.'));
    return done(null, body);
  });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.addContentTypeParser(batchTypes, (_request, payload, done) => done(null, payload));
}

/** A program document may be JSON too; it is kept as its author wrote it. */
function isDocument(route: string | undefined): boolean {
  return (
    route !== undefined && /^\/v1\/(programs|programs\/:programId\/(draft|examples)|documents\/check)$/.test(route)
  );
}

function unreadable(message: string): Error {
  return Object.assign(new Error(message), { statusCode: 400 });
}
