import { z } from 'zod';
import { operation } from './operation.ts';
import { CurrencyKey, Name, Points } from './values.ts';

export const Picture = z
  .object({
    url: z.string().meta({ description: 'Its address on this server; it never changes its content.' }),
    kind: z.enum(['image/png', 'image/jpeg', 'image/webp']),
    bytes: z.int(),
  })
  .meta({ id: 'Picture' });

const Reward = z
  .object({
    id: z.string(),
    name: z.string(),
    sentence: z.string().meta({ description: 'What the program says of it.' }),
    cost: z.object({ currency: CurrencyKey, amount: Points }).exactOptional(),
    isOffered: z.boolean().meta({ description: 'Today.' }),
    stock: z
      .object({ total: z.int(), taken: z.int(), left: z.int() })
      .exactOptional()
      .meta({ description: 'Absent when there is any number of it.' }),
    issued: z.int().meta({ description: 'Vouchers of it that were issued.' }),
    used: z.int().meta({ description: 'Times that vouchers of it were used.' }),
    picture: Picture.exactOptional(),
  })
  .meta({ id: 'Reward' });

const params = z.object({ rewardId: Name });

export const rewards = {
  listRewards: operation({
    method: 'GET',
    path: '/v1/rewards',
    scope: 'rewards:read',
    summary: 'The catalogue: rewards of the program in force, with stock, pictures and how often they went',
    output: z.object({ items: z.array(Reward) }),
    refusals: ['not_published'],
  }),
  saveRewardPicture: operation({
    method: 'PUT',
    path: '/v1/rewards/{rewardId}/picture',
    scope: 'rewards:write',
    summary: 'Give a reward a picture',
    description: 'PNG, JPEG or WebP of at most 1 MB, known by its first bytes.',
    params,
    takes: 'application/octet-stream',
    body: z.custom<Uint8Array>(),
    output: Picture,
    refusals: ['unknown_reward', 'not_a_picture', 'too_large', 'not_published'],
  }),
  removeRewardPicture: operation({
    method: 'DELETE',
    path: '/v1/rewards/{rewardId}/picture',
    scope: 'rewards:write',
    summary: "Take a reward's picture away",
    params,
    output: z.undefined(),
    status: 204,
    refusals: ['not_published'],
  }),
};
