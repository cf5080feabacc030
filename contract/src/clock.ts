import { z } from 'zod';
import { operation } from './operation.ts';
import { Instant, ProgramId } from './values.ts';

export const Clock = z
  .object({ kind: z.enum(['real', 'sandbox']), time: Instant })
  .meta({ id: 'Clock', description: "A program's clock: real, or a sandbox clock that only moves when told." });

const params = z.object({ programId: ProgramId });

export const clock = {
  getClock: operation({
    method: 'GET',
    path: '/v1/programs/{programId}/clock',
    scope: 'programs:read',
    summary: "The program's clock",
    params,
    output: Clock,
    refusals: ['unknown_program'],
  }),
  moveClock: operation({
    method: 'POST',
    path: '/v1/programs/{programId}/clock',
    scope: 'clock:write',
    summary: 'Move a sandbox clock forward',
    description: 'What falls due on the way happens: points become active, expire, levels are reviewed.',
    params,
    body: z.strictObject({ time: Instant }),
    output: Clock,
    refusals: ['unknown_program', 'clock_is_real', 'clock_backwards', 'not_published'],
  }),
};
