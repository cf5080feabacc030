import { KEY_SCOPES, OPERATOR_SCOPES, type Scope } from '@trofast/contract';
import { type ApiKeyRow, issueKey, markKeyRevoked, selectKeys } from '@trofast/server';
import { type Store, type StoreOptions, storeOptions, withExistingStore } from '../stores/open-store.ts';
import { requireProgram } from '../stores/require-program.ts';
import { Mistake } from '../terminal/mistake.ts';
import { type Command, command, type Result } from './command.ts';

const options = {
  ...storeOptions,
  program: { flag: 'program', type: 'text', value: 'ID', text: "The key's program; absent: the operator's keys." },
  scopes: {
    flag: 'scopes',
    type: 'text',
    value: 'A,B',
    text: 'What a new key may do, such as purchases:write,members:read; all when absent.',
  },
} as const;

type KeyOptions = StoreOptions & { readonly program: string | undefined; readonly scopes: string | undefined };

const ACTIONS: Readonly<
  Record<string, (store: Store, options: KeyOptions, name: string | undefined) => Promise<Result>>
> = { create: createKey, list: listKeys, revoke: revokeKey };

export const keys: Command = command({
  name: 'keys',
  summary: 'Make, list and revoke API keys',
  positionals: [{ name: 'create|list|revoke' }, { name: 'NAME_OR_KEY', isOptional: true }],
  details: `
A key belongs to one program, or to the operator when no program is named. Its secret is shown once, when it is made.
While a server has the data folder open, keys are made over HTTP instead: POST /v1/programs/ID/keys.

  npx trofast keys create "the web shop" --program gift-shop --scopes purchases:write,members:write
  npx trofast keys list --program gift-shop
  npx trofast keys revoke KEY --program gift-shop`,
  options,
  async run({ options: given, positionals: [action = '', name], terminal }) {
    const act = Object.entries(ACTIONS).find(([known]) => known === action)?.[1];
    if (act === undefined) throw new Mistake(`"${action}" is not create, list or revoke.`, 'See --help.', 'usage');
    return await withExistingStore(given, terminal, async (store) => {
      if (given.program !== undefined) await requireProgram(store.ledger, given.program);
      return await act(store, given, name);
    });
  },
});

async function createKey({ database }: Store, { program, scopes }: KeyOptions, name: string | undefined) {
  if (name === undefined) throw new Mistake('A key needs a name.', 'npx trofast keys create NAME', 'usage');
  const allowed = program === undefined ? OPERATOR_SCOPES : KEY_SCOPES;
  const wanted = scopes === undefined ? allowed : readScopes(scopes, allowed);
  const { row, secret } = await issueKey(database, { ...(program !== undefined && { program }), name, scopes: wanted });
  return {
    text: `${secret}\nThis is the only time that the secret is shown. The key's id is ${row.id}.`,
    json: { ...shown(row), secret },
  };
}

async function listKeys({ database }: Store, { program }: KeyOptions) {
  const rows = (await selectKeys(database, program ?? null)).map(shown);
  const lines = rows.map(
    ({ id, name, createdAt, revokedAt }) =>
      `${id}  ${createdAt.slice(0, 10)}  ${revokedAt === undefined ? '' : `revoked ${revokedAt.slice(0, 10)}  `}${name}`,
  );
  return { text: lines.join('\n') || 'There is no key.', json: { keys: rows } };
}

async function revokeKey({ database }: Store, { program }: KeyOptions, id: string | undefined) {
  if (id === undefined) throw new Mistake('Which key?', 'npx trofast keys list shows their ids.', 'usage');
  if (!(await markKeyRevoked(database, program ?? null, id, Date.now()))) {
    throw new Mistake(`There is no key ${id} here.`, 'npx trofast keys list shows their ids; name the --program.');
  }
  return { text: `${id} is revoked.`, json: { id, revoked: true } };
}

function readScopes(text: string, allowed: readonly Scope[]): readonly Scope[] {
  return text.split(',').map((word) => {
    const scope = allowed.find((known) => known === word.trim());
    if (scope === undefined) throw new Mistake(`"${word}" is no scope.`, `Scopes: ${allowed.join(', ')}.`, 'usage');
    return scope;
  });
}

function shown({ id, name, scopes, created_at: createdAt, revoked_at: revokedAt }: ApiKeyRow) {
  return {
    id,
    name,
    scopes: scopes.split(' '),
    createdAt: new Date(createdAt).toISOString(),
    ...(revokedAt !== null && { revokedAt: new Date(revokedAt).toISOString() }),
  };
}
