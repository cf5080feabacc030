import { z } from 'zod';
import { operation } from './operation.ts';

export const health = {
  checkAlive: operation({
    method: 'GET',
    path: '/health/live',
    scope: 'none',
    summary: 'Is the process alive?',
    output: z.object({ status: z.literal('alive') }),
    refusals: [],
  }),
  checkReady: operation({
    method: 'GET',
    path: '/health/ready',
    scope: 'none',
    summary: 'Can it answer requests: is the database there and its schema right?',
    output: z.object({ status: z.literal('ready'), version: z.string() }),
    refusals: ['not_ready'],
  }),
};
