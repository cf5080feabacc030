import { z } from 'zod';
import { type JsonSchema, leaf } from './leaf.ts';
import { words } from './leaves/words.ts';
import { baseShape } from './sections/bases.ts';
import { benefitShape } from './sections/benefits.ts';
import { challengeShape } from './sections/challenges.ts';
import { clubShape } from './sections/clubs.ts';
import { counterShape } from './sections/counters.ts';
import { currencyShape } from './sections/currencies.ts';
import { giftShape } from './sections/gifts.ts';
import { householdsShape } from './sections/households.ts';
import { ladderShape } from './sections/ladders.ts';
import { listShape } from './sections/lists.ts';
import { offerShape } from './sections/offers.ts';
import { startStepShape } from './sections/on-start.ts';
import { parameterSchema } from './sections/parameters.ts';
import { productsShape } from './sections/products.ts';
import { headShape, marketShape } from './sections/program-head.ts';
import { referralShape } from './sections/referral.ts';
import { rewardShape } from './sections/rewards.ts';
import { ruleShape } from './sections/rules.ts';
import { transferShape } from './sections/transfers.ts';

const parameter = leaf(parameterSchema, (written) => written);

/** The parts of a document in its order, each with the shape that reads it. */
export const DOCUMENT_PARTS = {
  program: headShape.extend({ markets: byName(marketShape) }),
  parameters: byName(parameter).optional(),
  products: byName(productsShape).optional(),
  bases: byName(baseShape).optional(),
  currencies: byName(currencyShape).optional(),
  counters: byName(counterShape).optional(),
  ladders: byName(ladderShape).optional(),
  rules: z.array(ruleShape).optional(),
  rewards: byName(rewardShape).optional(),
  lists: byName(listShape).optional(),
  names: byName(words).optional(),
  clubs: byName(clubShape).optional(),
  households: householdsShape.optional(),
  transfers: byName(transferShape).optional(),
  referral: referralShape.optional(),
  gifts: byName(giftShape).optional(),
  offers: byName(offerShape).optional(),
  challenges: byName(challengeShape).optional(),
  benefits: byName(benefitShape).optional(),
  onStart: z.array(startStepShape).optional(),
} as const;

/** The document as JSON Schema (draft 2020-12), for the completion of editors; made from the shapes that read it. */
export function programSchema(): JsonSchema {
  const schema = z.toJSONSchema(z.strictObject(DOCUMENT_PARTS), {
    io: 'input',
    reused: 'ref',
    override: ({ jsonSchema }) => {
      for (const own of ['field', 'of', 'varies']) delete jsonSchema[own];
    },
  });
  const { $schema, ...rest } = schema;
  return { $schema, title: 'A Trofast program', description: 'A loyalty program as one document.', ...rest };
}

function byName<Shape extends z.ZodType>(shape: Shape) {
  return z.record(z.string(), shape);
}
