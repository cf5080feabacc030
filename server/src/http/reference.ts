import helmet from '@fastify/helmet';
import scalar from '@scalar/fastify-api-reference';
import { openApi } from '@trofast/contract';
import type { FastifyInstance } from 'fastify';
import { version } from '../version.ts';
import { problemsPage } from './problems-page.ts';

/** The OpenAPI document and the pages that show it. They need nothing but this server. */
export async function serveReference(app: FastifyInstance) {
  let document: string | undefined;
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'"],
        // The page's own script is written into it and makes its styles as it goes.
        scriptSrc: ["'self'", "'unsafe-inline'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  app.get('/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApi(version));
    return reply.type('application/json; charset=utf-8').send(document);
  });
  app.get('/docs/problems', (_request, reply) => reply.type('text/html; charset=utf-8').send(problemsPage()));
  await app.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: '/openapi.json',
      pageTitle: 'Trofast API',
      withDefaultFonts: false,
      telemetry: false,
      // What is tried on the page goes to this server and through nobody else's.
      proxyUrl: '',
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  });
}
