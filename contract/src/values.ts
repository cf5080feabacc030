import { LOCALES } from '@trofast/engine';
import { z } from 'zod';

export const MemberId = z
  .string()
  .min(1)
  .max(100)
  .meta({ id: 'MemberId', description: "A member's id, as enrolment answers it." });
export const EventId = z.string().min(1).max(200).meta({ id: 'EventId', description: 'The id of a recorded event.' });
export const ProgramId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/)
  .meta({ id: 'ProgramId', description: "A program's id, as its document says.", examples: ['gift-shop'] });

export const EventKey = z
  .string()
  .min(1)
  .max(200)
  .meta({
    id: 'EventKey',
    description:
      "The shop's own id of what it reports, such as a receipt or order number. Sent twice it is recorded once. The header `Idempotency-Key` says the same.",
    examples: ['receipt-10001'],
  });

export const MinorUnits = z
  .int()
  .min(0)
  .meta({
    id: 'MinorUnits',
    description: 'Money as whole minor units of the currency beside it: 1999 with GBP is £19.99, 350 with JPY is ¥350.',
    examples: [1999],
  });

export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ id: 'CurrencyCode', description: 'A currency of ISO 4217.', examples: ['GBP'] });

export const Points = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({
    id: 'Points',
    description: "Points as people read them, as decimal text with the currency's decimals: exact in every language.",
    examples: ['24', '13.58'],
  });

export const PointsGiven = z
  .union([z.string().regex(/^-?\d+(\.\d+)?$/), z.int()])
  .meta({ id: 'PointsGiven', description: 'Points as decimal text or a whole number.', examples: ['13.58', 24] });

export const CurrencyKey = z
  .string()
  .max(200)
  .meta({ id: 'CurrencyKey', description: 'A kind of points, by its id in the program.', examples: ['points'] });

export const Quantity = z
  .union([
    z.number().positive().max(1e9),
    z
      .string()
      .max(30)
      .regex(/^(?=.*[1-9])\d+(\.\d+)?$/),
  ])
  .meta({
    id: 'Quantity',
    description: 'How many, or how much: a number or exact decimal text.',
    examples: [2, '0.375'],
  });

export const Instant = z.iso.datetime({ offset: true }).meta({
  id: 'Instant',
  description: 'A moment, as RFC 3339 writes it.',
  examples: ['2026-01-05T09:30:00Z'],
});

export const Day = z.iso.date().meta({ id: 'Day', description: 'A calendar day.', examples: ['2026-01-05'] });

export const Locale = z
  .enum(LOCALES)
  .meta({ id: 'Locale', description: 'A language: English, Danish, Swedish or Norwegian.' });

export const Name = z.string().min(1).max(200);
export const Text = z.string().max(2000);

export const Attributes = z.record(z.string(), z.string().max(500)).meta({
  id: 'Attributes',
  maxProperties: 50,
  description: 'Names and values that rules of the program may look at.',
});

export const Email = z
  .email()
  .max(254)
  .meta({ id: 'Email', examples: ['member@example.com'] });
export const Phone = z
  .string()
  .regex(/^\+[0-9 ()-]{6,24}$/)
  .meta({ id: 'Phone', description: 'A phone number with its country code.', examples: ['+47 900 00 001'] });

/** Exactly one of these says who it is. */
export const MemberReference = z
  .strictObject({
    id: MemberId.exactOptional(),
    email: Email.exactOptional(),
    phone: Phone.exactOptional(),
    card: Name.exactOptional(),
    externalId: Name.exactOptional(),
  })
  .meta({
    id: 'MemberReference',
    minProperties: 1,
    maxProperties: 1,
    description: 'Who it is: exactly one of the ways to know a member.',
    examples: [{ email: 'member@example.com' }],
  });
