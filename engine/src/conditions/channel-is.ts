import { z } from 'zod';
import { listOf } from '../document/leaf.ts';
import { text } from '../document/leaves/texts.ts';
import { sayCode, sayCodes } from '../explain/known-codes.ts';
import { condition } from './condition.ts';

export const channelIs = condition({
  code: 'channel_is',
  parameters: z.strictObject({ channels: listOf(text) }),
  sentence: {
    en: 'it happens through {channels}',
    da: 'det sker via {channels}',
    sv: 'det sker via {channels}',
    nb: 'det skjer via {channels}',
  },
  denial: {
    en: 'it does not happen through {channels}',
    da: 'det ikke sker via {channels}',
    sv: 'det inte sker via {channels}',
    nb: 'det ikke skjer via {channels}',
  },
  example: '- channel_is: { channels: [web, app] }',
  words: ({ channels }, speech) => ({ channels: sayCodes(channels, speech) }),
  say: (code, speech) => (code === '' ? '' : sayCode(code, speech)),
  reads: ['channel'],
  keys: ({ channels }) => channels.map((channel) => `channel:${channel}`),
  test: ({ channel }, { channels }) => ({
    holds: channel !== undefined && channels.includes(channel),
    ...(channel === undefined ? {} : { has: channel }),
    wants: channels.join(', '),
  }),
});
