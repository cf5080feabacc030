import { z } from 'zod';
import { Standing } from './statement.ts';
import { CurrencyCode, CurrencyKey, Day, EventId, Instant, MemberId, MinorUnits, Points } from './values.ts';

const PointsName = z
  .object({ one: z.string(), other: z.string() })
  .meta({ id: 'PointsName', description: 'The name that goes with 1, and with any other number.' });

const DatedPoints = z.object({ amount: Points, on: Day });

/** A currency of the program with all that a person wants to know of it. */
export const MyBalance = z
  .object({
    currency: CurrencyKey,
    name: PointsName,
    money: CurrencyCode.exactOptional().meta({ description: 'It is money of the program, in this currency.' }),
    decimals: z.int(),
    available: Points,
    pending: Points,
    held: Points,
    debt: Points,
    expires: z.array(DatedPoints).meta({ description: 'What is gone at 00:00 of which day, soonest first.' }),
    becomes: z.array(DatedPoints).meta({ description: 'What can be spent from which day, soonest first.' }),
  })
  .meta({ id: 'MyBalance' });

export const MyStanding = z
  .object({
    ...Standing.shape,
    levels: z
      .array(z.object({ level: z.string(), levelName: z.string() }))
      .meta({ description: 'All levels, lowest first.' }),
  })
  .meta({ id: 'MyStanding' });

export const MyVoucher = z
  .object({
    voucher: z.string(),
    code: z.string().meta({ description: 'What is shown at the till.' }),
    name: z.string(),
    terms: z.string().meta({ description: 'What it is good for, in sentences.' }),
    state: z.enum(['usable', 'not_yet_valid']),
    from: Day,
    until: Day.exactOptional().meta({ description: 'Gone at 00:00 of this day.' }),
    remaining: MinorUnits.exactOptional(),
    currency: CurrencyCode.exactOptional(),
    uses: z.int().exactOptional().meta({ description: 'How often it can still be used.' }),
  })
  .meta({ id: 'MyVoucher' });

export const MyReward = z
  .object({
    reward: z.string(),
    name: z.string(),
    terms: z.string().meta({ description: 'What it is good for, in sentences.' }),
    picture: z.string().exactOptional(),
    cost: z.object({ currency: CurrencyKey, amount: Points }),
    state: z
      .enum(['ready', 'automatic', 'missing_points', 'level_too_low', 'limit_reached', 'out_of_stock', 'closed'])
      .meta({
        description:
          '`ready` can be had now; `automatic` comes by itself when there are enough points; the others say what is in the way.',
      }),
    missing: Points.exactOptional(),
    reason: z.string().exactOptional().meta({ description: 'What is in the way, as a sentence.' }),
  })
  .meta({ id: 'MyReward' });

export const MyActivity = z
  .object({
    id: EventId,
    kind: z.string(),
    occurredAt: Instant,
    store: z.string().exactOptional(),
    by: z.string().exactOptional().meta({ description: 'Who of the household, by name.' }),
    moved: z
      .array(z.object({ currency: CurrencyKey, amount: Points }))
      .meta({ description: 'More or less points than before, by currency.' }),
    money: z
      .object({ currency: CurrencyCode, amount: z.int() })
      .exactOptional()
      .meta({ description: 'What was paid, or paid back (below nothing).' }),
    sentences: z.array(z.string()),
  })
  .meta({ id: 'MyActivity' });

export const MyWhy = z
  .object({
    sentence: z.string().meta({ description: 'The rule of the program.' }),
    held: z.boolean(),
    arithmetic: z.string().exactOptional(),
    missing: z
      .array(z.string())
      .exactOptional()
      .meta({ description: 'What it needed and did not find, or why it was not applied.' }),
  })
  .meta({ id: 'MyWhy' });

export const MySection = z
  .object({ id: z.string(), heading: z.string(), paragraphs: z.array(z.string()) })
  .meta({ id: 'MySection' });

export const MyHousehold = z
  .object({
    name: z.string().exactOptional().meta({ description: 'Absent: the program has no households.' }),
    mayAdd: z.boolean(),
    people: z.array(
      z.object({
        id: MemberId,
        name: z.string().exactOptional(),
        isMe: z.boolean(),
        role: z.string().exactOptional().meta({ description: 'Absent for whose account it is.' }),
        roleName: z.string().exactOptional(),
        since: Day,
      }),
    ),
    roles: z
      .array(z.object({ role: z.string(), name: z.string(), free: z.int(), sameAddress: z.boolean() }))
      .meta({ description: 'In which more people can join, and how many.' }),
  })
  .meta({ id: 'MyHousehold' });

export const MyLook = z
  .object({
    at: Instant,
    kind: z.enum(['key', 'staff', 'till']),
    name: z.string().meta({ description: 'What the person, key or till was called then.' }),
    summary: z.string().meta({ description: 'What was looked at or done, in a few words.' }),
    isLook: z.boolean().meta({ description: 'It only read.' }),
  })
  .meta({ id: 'MyLook' });
