import { z } from 'zod';
import type { Operation } from './operation.ts';
import { features } from './operations.ts';
import { Problem } from './problem.ts';
import { KEY_SCOPES } from './scopes.ts';
import { meaningOf, type ProblemCode } from './statuses.ts';

type Json = Record<string, unknown>;

const problemType = 'application/problem+json';

/** The OpenAPI 3.1 document of every operation. */
export function openApi(version: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const [feature, operations] of Object.entries(features)) {
    for (const [name, operation] of Object.entries<Operation>(operations)) {
      paths[operation.path] ??= {};
      const path = paths[operation.path] as Json;
      path[operation.method.toLowerCase()] = described(name, feature, operation, schemas);
    }
  }
  schemas.Problem = referenced(Problem, schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trofast',
      version,
      summary: 'An open loyalty platform',
      description: [
        'Money is whole minor units with its currency beside it; points are decimal text, as people read them; days are `YYYY-MM-DD`; moments RFC 3339.',
        'A write that records an event takes `Idempotency-Key`, or the shop’s own id as `id` in the body: sent again it gives the same answer, with `Idempotent-Replayed: true`.',
        'Errors are problem documents of RFC 9457 with a stable `code`.',
      ].join('\n\n'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ key: [] }],
    tags: Object.keys(features).map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: `An API key. Scopes: ${KEY_SCOPES.join(', ')}.` },
      },
      schemas,
    },
  };
}

function described(name: string, feature: string, operation: Operation, schemas: Json): Json {
  const { summary, description, scope, body } = operation;
  const needs = scope === 'none' ? undefined : `Needs the scope \`${scope}\`.`;
  return {
    operationId: name,
    tags: [feature],
    summary,
    description: [description, needs].filter(Boolean).join('\n\n'),
    ...(scope === 'none' ? { security: [] } : {}),
    parameters: parametersOf(operation, schemas),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { [operation.takes ?? 'application/json']: { schema: referenced(body, schemas) } },
          },
        }
      : {}),
    responses: responsesOf(operation, schemas),
  };
}

function parametersOf({ params, query, keyed, matched }: Operation, schemas: Json): readonly Json[] {
  return [
    ...fieldsOf(params, 'path', schemas),
    ...fieldsOf(query, 'query', schemas),
    ...(keyed ? [header('Idempotency-Key', "The shop's own id of the event, unless the body says it as `id`.")] : []),
    ...(matched ? [header('If-Match', 'The `ETag` that was read.')] : []),
  ];
}

function fieldsOf(fields: z.ZodObject | undefined, place: 'path' | 'query', schemas: Json): readonly Json[] {
  if (!fields) return [];
  const { required = [] } = jsonSchemaOf(fields);
  return Object.entries(fields.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: referenced(schema as z.ZodType, schemas),
  }));
}

function header(name: string, description: string): Json {
  return { name, in: 'header', required: false, description, schema: { type: 'string' } };
}

function responsesOf({ output, gives, keyed, status, refusals, scope }: Operation, schemas: Json): Json {
  const success = status ?? 200;
  const answers: Json = {
    [success]: {
      description: success === 204 ? 'Done.' : 'The answer.',
      ...(keyed
        ? {
            headers: {
              'Idempotent-Replayed': { description: '`true`: done before.', schema: { type: 'string' } },
            },
          }
        : {}),
      ...(success === 204
        ? {}
        : { content: { [gives ?? 'application/json']: { schema: referenced(output, schemas) } } }),
    },
  };
  const always: ProblemCode[] = ['malformed', 'rate_limited', 'fault'];
  if (scope !== 'none') always.push('unauthenticated', 'scope_missing');
  if (keyed) always.push('key_missing', 'overloaded');
  const codes = new Set<ProblemCode>([...always, ...refusals]);
  for (const code of codes) {
    const { status: answer, title } = meaningOf(code);
    const earlier = (answers[answer] as { description?: string } | undefined)?.description;
    answers[answer] = {
      description: [earlier, `\`${code}\`: ${title}.`].filter(Boolean).join(' '),
      content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return answers;
}

/** JSON Schema 2020-12 of what is sent. */
export function jsonSchemaOf(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

/** The schema with its named parts moved into the document's components. */
function referenced(schema: z.ZodType, schemas: Json): Json {
  const { $schema, $defs, ...own } = jsonSchemaOf(schema);
  for (const [name, definition] of Object.entries($defs ?? {})) schemas[name] ??= moved(definition);
  if (typeof own.id !== 'string') return moved(own) as Json;
  const { id, ...named } = own;
  schemas[id as string] ??= moved(named);
  return { $ref: `#/components/schemas/${id}` };
}

function moved(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(moved);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) =>
      key === '$ref' && typeof value === 'string'
        ? [key, value.replace('#/$defs/', '#/components/schemas/')]
        : [key, moved(value)],
    ),
  );
}
