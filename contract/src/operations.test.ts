import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REFUSALS } from '@trofast/engine';
import type { z } from 'zod';
import { jsonSchemaOf, openApi } from './open-api.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { meaningOf, PROBLEM_CODES } from './statuses.ts';

const all = Object.entries<Operation>(operations);
const fieldsOf = (schema: z.ZodType | undefined): readonly string[] => Object.keys(rootOf(schema).properties ?? {});

/** A schema with a name may stand among the definitions, with a reference to it at the top. */
function rootOf(schema: z.ZodType | undefined): z.core.JSONSchema.JSONSchema {
  if (!schema) return {};
  const { $ref, $defs, ...own } = jsonSchemaOf(schema);
  return $ref === undefined ? own : ($defs?.[$ref.replace('#/$defs/', '')] ?? {});
}

test('each operation has an address of its own', () => {
  const addresses = all.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
  assert.deepEqual(addresses.toSorted(), [...new Set(addresses)].toSorted());
});

test('what a path leaves open is what its parameters say', () => {
  for (const [name, { path, params }] of all) {
    const open = [...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field);
    assert.deepEqual(fieldsOf(params).toSorted(), open.toSorted(), name);
  }
});

test('no field of an operation has the name of another, so that one object can carry them all', () => {
  for (const [name, { params, query, body }] of all) {
    const names = [params, query, body].flatMap(fieldsOf);
    assert.equal(new Set(names).size, names.length, name);
  }
});

test('what is sent may have no field that the contract does not know', () => {
  for (const [name, { body, query, takes }] of all) {
    if (body && takes === undefined) assert.equal(rootOf(body).additionalProperties, false, name);
    if (query) assert.equal(rootOf(query).additionalProperties, false, name);
  }
});

test('a write that records an event can carry its key in the body', () => {
  for (const [name, { keyed, body }] of all) if (keyed) assert.ok(fieldsOf(body).includes('id'), name);
});

test('every refusal of the engine has a status of a refusal and a title', () => {
  for (const code of PROBLEM_CODES) {
    const { status, title } = meaningOf(code);
    assert.ok(status >= 400 && status < 600, code);
    assert.match(title, /^[A-Z].*[^.]$/, code);
  }
  for (const code of REFUSALS) assert.ok(meaningOf(code).status < 500, `${code} is an answer, not a fault`);
});

test('the OpenAPI document has every operation, once, and every reference in it leads somewhere', () => {
  const document = openApi('1.2.3') as {
    paths: Record<string, Record<string, { operationId: string }>>;
    components: { schemas: Record<string, unknown> };
  };
  const named = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  assert.deepEqual(named.toSorted(), all.map(([name]) => name).toSorted());
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name ?? '',
  );
  assert.ok(references.length > 100);
  for (const name of references) assert.ok(name in document.components.schemas, name);
  assert.doesNotMatch(JSON.stringify(document), /\$defs/);
});
