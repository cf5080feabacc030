import type { ClientBase } from '@trofast/db';
import type { Connections } from '../batches/connections.ts';

/** Reads everything as it stood at one moment, however long it takes. */
export async function withSnapshot<Result>(
  connections: Connections,
  read: (client: ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await connections.takeAlive();
  let isBroken = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    return await read(client);
  } finally {
    await client.query('rollback').catch(() => {
      isBroken = true;
    });
    connections.giveBack(client, isBroken);
  }
}
