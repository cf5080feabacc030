import { MEMBER_SCOPES, type Operation } from '@trofast/contract';
import type { FastifyRequest } from 'fastify';
import { type Caller, nobody } from '../caller.ts';
import { type Failure, fail, type Services, type Source } from '../context.ts';
import { staffCaller } from '../features/staff/index.ts';
import { tillTokenIn } from '../features/tills/index.ts';
import { isSameOrigin } from './source.ts';

export interface Found {
  readonly caller: Caller;
  /** A session that was prolonged. */
  readonly cookies: readonly string[];
}

const nobodyFound: Found = { caller: nobody, cookies: [] };

/**
 * Who asks: the holder of a key, or else of a session or a till's token in a cookie. What a cookie may change must come
 * from a page of ours, because a browser sends cookies along for anybody.
 */
export async function findCaller(
  services: Services,
  operation: Operation,
  request: FastifyRequest,
  source: Source,
): Promise<Found | Failure> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const caller = await services.callers.find(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
    return { caller: caller ?? nobody, cookies: [] };
  }
  const found = await findByCookie(services, operation, source);
  const isUnsafe = operation.method !== 'GET';
  const mustSayOrigin = found.caller.kind !== 'nobody';
  const saysOrigin = request.headers.origin !== undefined;
  const isOpen = operation.scope === 'none';
  if (isUnsafe && (mustSayOrigin || (isOpen && saysOrigin)) && !isSameOrigin(request, services.publicUrl)) {
    return fail('origin_refused');
  }
  return found;
}

/** One browser may hold several sessions; what is asked says which of them is meant. */
async function findByCookie(services: Services, { scope }: Operation, source: Source): Promise<Found> {
  if (!source.headers.has('cookie') || scope === 'none') return nobodyFound;
  if (scope === 'self') return await findMember(services, source);
  if (scope === 'till' || source.headers.get('trofast-face') === 'till') return await findTill(services, source);
  const staff = await findStaff(services, source);
  return staff.caller.kind === 'nobody' && scope !== 'staff:self' ? await findTill(services, source) : staff;
}

async function findMember({ memberSignIn }: Services, source: Source): Promise<Found> {
  const { program } = source;
  const found = program === undefined ? undefined : await memberSignIn.find(source, program);
  if (!found || program === undefined) return nobodyFound;
  const { member, account, cookies } = found;
  const caller = { kind: 'member', actor: `member:${member}`, name: '', program, scopes: MEMBER_SCOPES } as const;
  return { caller: { ...caller, member, account }, cookies };
}

async function findStaff({ staffSignIn, database }: Services, source: Source): Promise<Found> {
  const found = await staffSignIn.find(source);
  if (!found) return nobodyFound;
  const caller = await staffCaller(database, found, source.program);
  return caller ? { caller, cookies: found.cookies } : nobodyFound;
}

async function findTill({ tillTokens }: Services, { headers, program }: Source): Promise<Found> {
  const caller = await tillTokens.find(tillTokenIn(headers));
  const isTheirs = program === undefined || program === caller?.program;
  return caller && isTheirs ? { caller, cookies: [] } : nobodyFound;
}
