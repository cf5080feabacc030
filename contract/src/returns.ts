import { z } from 'zod';
import { operation } from './operation.ts';
import { Occurrence, ReturnOutcome, Whereabouts } from './outcome.ts';
import { EventId, EventKey, MemberReference, Name, Quantity, Text } from './values.ts';

const PurchaseReference = z
  .strictObject({
    id: EventId.exactOptional().meta({ description: "The purchase event's id." }),
    key: EventKey.exactOptional().meta({
      description: "The shop's own id that the purchase was sent with; `member` says whose.",
    }),
    receipt: Name.exactOptional().meta({
      description: "The receipt's number in its `store`, which is to be said, too.",
    }),
  })
  .meta({ id: 'PurchaseReference', minProperties: 1, maxProperties: 1 });

const ReturnedLineInput = z
  .strictObject({
    line: z.int().min(0).exactOptional().meta({ description: 'The line of the purchase, counted from 0.' }),
    sku: Name.exactOptional().meta({ description: 'Or its article, when only one line has it.' }),
    quantity: Quantity.exactOptional().meta({ description: 'All that is left of the line when absent.' }),
  })
  .meta({ id: 'ReturnedLineInput' });

export const returns = {
  recordReturn: operation({
    method: 'POST',
    path: '/v1/returns',
    scope: 'returns:write',
    summary: 'Report a return, whole or in part',
    description:
      'Answers what points were taken back and what to refund. Without `lines`, everything that is left comes back.',
    body: z
      .strictObject({
        ...Occurrence,
        purchase: PurchaseReference,
        member: MemberReference.exactOptional(),
        lines: z.array(ReturnedLineInput).min(1).max(1000).exactOptional(),
        reason: Text.exactOptional(),
        isExchange: z.boolean().exactOptional().meta({ description: 'For something else, not for money.' }),
        ...Whereabouts,
      })
      .meta({
        id: 'ReturnInput',
        examples: [
          {
            id: 'return-77',
            member: { email: 'member@example.com' },
            purchase: { key: 'receipt-10001' },
            lines: [{ sku: 'MUG', quantity: 1 }],
          },
        ],
      }),
    output: ReturnOutcome,
    status: 201,
    keyed: true,
    refusals: [
      'unknown_member',
      'unknown_purchase',
      'unknown_line',
      'return_exceeds_purchase',
      'return_too_late',
      'exchange_only',
      'too_late',
      'too_far_ahead',
      'key_reused',
      'not_published',
    ],
  }),
};
