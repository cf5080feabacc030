import type { Output } from '@trofast/contract';
import { type Answered, type Context, fail, reply, type Verbs } from '../../context.ts';
import { version } from '../../version.ts';

async function checkAlive(): Promise<Answered<Output<'checkAlive'>>> {
  return reply({ status: 'alive' });
}

async function checkReady({ database }: Context): Promise<Answered<Output<'checkReady'>>> {
  const answered = await database.query('select 1').then(
    () => true,
    () => false,
  );
  return answered ? reply({ status: 'ready', version }) : fail('not_ready', { retryAfterSeconds: 1 });
}

export const health = { checkAlive, checkReady } satisfies Verbs<'checkAlive' | 'checkReady'>;
