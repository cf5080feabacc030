import type { Locale } from '@trofast/engine';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../context.ts';
import { readableOn, storedSettings, usualColours } from '../settings/index.ts';
import { drawIcon, type IconColours } from './draw-icon.ts';

const sizes = ['192', '512'] as const;
const iconsKept = 100;

interface Look {
  readonly name: string;
  readonly colours: IconColours;
}

type Asked = FastifyRequest<{ Params: { readonly program: string } }>;

/** What devices need to install the portal as a program's own app: a manifest and icons in its colours. */
export async function serveInstallation(app: FastifyInstance, services: Pick<Services, 'ledger' | 'database'>) {
  const icons = new Map<string, Buffer>();

  app.get('/portal/:program/manifest.webmanifest', async (request: Asked, reply) => {
    const { program } = request.params;
    const look = await lookOf(services, program);
    if (!look) return await nothing(reply);
    return reply
      .header('Cache-Control', 'no-cache')
      .type('application/manifest+json; charset=utf-8')
      .send(JSON.stringify(manifestOf(program, look)));
  });
  for (const size of sizes) {
    app.get(`/portal/:program/icon-${size}.png`, async (request: Asked, reply) => {
      const look = await lookOf(services, request.params.program);
      if (!look) return await nothing(reply);
      const key = [size, ...Object.values(look.colours)].join(' ');
      const icon = icons.get(key) ?? drawIcon(Number(size), look.colours);
      if (icons.size >= iconsKept) icons.clear();
      icons.set(key, icon);
      return reply.header('Cache-Control', 'public, max-age=3600').type('image/png').send(icon);
    });
  }
}

async function lookOf(
  { ledger, database }: Pick<Services, 'ledger' | 'database'>,
  id: string,
): Promise<Look | undefined> {
  const newest = (await ledger.programs.load(id))?.versions.at(-1)?.program;
  if (!newest) return undefined;
  const {
    name,
    primary = usualColours.primary,
    accent = usualColours.accent,
  } = await storedSettings({
    database,
    program: id,
  });
  const [first]: readonly (Locale | undefined)[] = newest.languages;
  return {
    name: name ?? (first && newest.name[first]) ?? id,
    colours: { ground: primary, mark: readableOn(primary), dot: accent },
  };
}

function manifestOf(program: string, { name, colours }: Look) {
  const place = `/portal/${encodeURIComponent(program)}`;
  return {
    id: place,
    name,
    short_name: name.length > 12 ? (name.split(/\s+/).findLast((word) => word.length <= 12) ?? name) : name,
    start_url: place,
    scope: '/portal/',
    display: 'standalone',
    orientation: 'portrait',
    theme_color: colours.ground,
    background_color: colours.ground,
    icons: sizes.flatMap((size) =>
      ['any', 'maskable'].map((purpose) => ({
        src: `${place}/icon-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
    ),
  };
}

async function nothing(reply: FastifyReply) {
  return await reply.code(404).type('text/plain; charset=utf-8').send('There is no such program.');
}
