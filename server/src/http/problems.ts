import { meaningOf, type ProblemCode, type ProblemDocument } from '@trofast/contract';
import type { Refusal } from '@trofast/engine';
import { fail, type Refused } from '../context.ts';

export const problemType = 'application/problem+json; charset=utf-8';

/** The one place where a refusal becomes a problem. */
export function problemOf(refused: Refused, instance: string): ProblemDocument {
  if ('refused' in refused) {
    const detail = 'detail' in refused ? refused.detail : undefined;
    return { ...headOf(refused.refused), ...(detail === undefined ? {} : { detail }), instance, ...detailsOf(refused) };
  }
  if ('malformed' in refused) return { ...headOf('malformed'), instance, errors: [...refused.malformed] };

  const { failed, detail, problems } = refused;
  return {
    ...headOf(failed),
    ...(detail === undefined ? {} : { detail }),
    instance,
    ...(problems === undefined ? {} : { problems: [...problems] }),
  };
}

/** The engine points at a bad field by `at`. */
function detailsOf({ refused, details }: Refusal): Partial<ProblemDocument> {
  if (refused === 'malformed' && typeof details.at === 'string') {
    return { errors: [{ pointer: details.at, detail: 'This cannot be so.' }] };
  }
  return Object.keys(details).length > 0 ? { details: { ...details } } : {};
}

function headOf(code: ProblemCode) {
  const { status, title } = meaningOf(code);
  return { type: `/docs/problems#${code}`, code, status, title };
}

/** What Fastify itself throws for a request that it cannot read; `undefined` is a fault of ours. */
export function refusedBy(error: {
  readonly statusCode?: number;
  readonly code?: string;
  readonly message: string;
}): Refused | undefined {
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return { malformed: [{ pointer: '', detail: 'The body is empty.' }] };
  if (error.statusCode === 413) return fail('too_large');
  if (error.statusCode === 415) return fail('unsupported_media_type', { detail: error.message });
  if (error.statusCode === 429) return fail('rate_limited');
  if (error.statusCode === 400) return { malformed: [{ pointer: '', detail: error.message }] };
  return undefined;
}
