import type { Balance } from '../account.ts';
import { marketOf, versionAt } from '../draft.ts';
import type { Fact } from '../facts.ts';
import type { Program, Programs } from '../program.ts';
import { nameOfKey } from '../scopes.ts';
import { chancePairs } from './compare-chances.ts';
import { clubPairs } from './compare-clubs.ts';
import type { Expectation } from './example.ts';
import type { Pair, Seen } from './seen.ts';
import { dayOrNever, minorText, pointsText, unitsOf } from './written-values.ts';

/** The first thing that is not as expected. Only what is written is compared. */
export function compareStep(programs: Programs, seen: Seen, expect: Expectation): Pair | undefined {
  const { program } = versionAt(programs, seen.at);
  const pairs = [
    () => refusalPairs(program, seen, expect),
    () => movementPairs(program, seen, expect),
    () => balancePairs(program, seen, expect),
    () => lotPairs(program, seen, expect),
    () => levelPairs(seen, expect),
    () => counterPairs(program, seen, expect),
    () => voucherPairs(seen, expect),
    () => moneyPairs(seen, expect),
    () => pricePairs(seen, expect),
    () => toGoPairs(seen, expect),
    () => alternativePairs(seen, expect),
    () => namePairs(seen, expect),
    () => clubPairs(program, seen, expect),
    () => chancePairs(seen, expect),
  ];
  for (const group of pairs) {
    const different = group().find(({ expected, actual }) => expected !== actual);
    if (different) return different;
  }
  return undefined;
}

function refusalPairs(program: Program, { refusal }: Seen, { refused, details }: Expectation): readonly Pair[] {
  const { currency } = refusal?.details ?? {};
  const given = Object.entries(details ?? {}).map(([name, written]) => {
    const what = `details.${name}`;
    const value = refusal?.details[name];
    // Missing points are written as people read them, like all others.
    const isPoints = refusal?.refused === 'insufficient_points' && typeof value === 'number';
    if (isPoints && typeof currency === 'string') return pointsPair(program, what, currency, written, value);
    return { what, expected: String(written), actual: String(value ?? 'nothing') };
  });
  return [{ what: 'refused', expected: refused ?? 'nothing', actual: refusal?.refused ?? 'nothing' }, ...given];
}

/** Sums of the step's movements, by the word an example uses for them. */
const MOVEMENTS: Readonly<Record<string, (fact: Fact) => number | undefined>> = {
  earned: (fact) => (fact.fact === 'points_earned' ? fact.amount : undefined),
  spent: (fact) =>
    (fact.fact === 'points_spent' && fact.reason !== 'conversion') || fact.fact === 'hold_captured'
      ? fact.amount
      : undefined,
  converted: (fact) => (fact.fact === 'points_spent' && fact.reason === 'conversion' ? fact.amount : undefined),
  takenBack: (fact) => (fact.fact === 'points_taken_back' || fact.fact === 'debt_incurred' ? fact.amount : undefined),
  putBack: (fact) => (fact.fact === 'points_put_back' ? fact.amount : undefined),
  repaid: (fact) => (fact.fact === 'debt_repaid' ? fact.amount : undefined),
  expired: (fact) => (fact.fact === 'points_expired' ? fact.amount : undefined),
};

function movementPairs(program: Program, { facts }: Seen, expect: Expectation): readonly Pair[] {
  return Object.entries(MOVEMENTS).flatMap(([word, amountIn]) => {
    const expected = expect[word as 'earned'];
    if (!expected) return [];
    return Object.entries(expected).map(([currency, written]) => {
      const actual = facts.reduce(
        (sum, fact) =>
          'currency' in fact && nameOfKey(fact.currency ?? '') === currency ? sum + (amountIn(fact) ?? 0) : sum,
        0,
      );
      return pointsPair(program, `${word}.${currency}`, currency, written, actual);
    });
  });
}

function pointsPair(program: Program, what: string, currency: string, written: string, actual: number): Pair {
  const expected = pointsText(program, currency, unitsOf(program, currency, written));
  return { what, expected, actual: pointsText(program, currency, actual) };
}

function balancePairs(program: Program, { standing }: Seen, { balance }: Expectation): readonly Pair[] {
  return Object.entries(balance ?? {}).flatMap(([currency, written]) => {
    const numbers = standing.balances[currency] ?? { available: 0, pending: 0, held: 0, debt: 0 };
    if (typeof written !== 'object') {
      // One number is what the member has to spend, less what is owed.
      return [pointsPair(program, `balance.${currency}`, currency, written, numbers.available - numbers.debt)];
    }
    return Object.entries(written).map(([word, amount = '0']) =>
      pointsPair(program, `balance.${currency}.${word}`, currency, amount, numbers[word as keyof Balance]),
    );
  });
}

function lotPairs(program: Program, { standing }: Seen, { lots }: Expectation): readonly Pair[] {
  return Object.entries(lots ?? {}).map(([currency, written]) => {
    const present = standing.lots.filter((lot) => lot.currency === currency);
    const expected = written.map(({ amount, from, until }) =>
      lotText(pointsText(program, currency, unitsOf(program, currency, amount)), from, until),
    );
    const actual = present.map((lot, index) => {
      const { from, until } = written[index] ?? { from: '', until: '' };
      const amount = pointsText(program, currency, lot.amount);
      return lotText(
        amount,
        from === undefined ? undefined : dayOrNever(lot.from),
        until === undefined ? undefined : dayOrNever(lot.until),
      );
    });
    return { what: `lots.${currency}`, expected: expected.join('; '), actual: actual.join('; ') };
  });
}

function lotText(amount: string, from: string | undefined, until: string | undefined): string {
  return `${amount}${from === undefined ? '' : ` from ${from}`}${until === undefined ? '' : ` until ${until}`}`;
}

function levelPairs({ standing: { levels } }: Seen, { level }: Expectation): readonly Pair[] {
  return Object.entries(level ?? {}).flatMap(([ladder, written]) => {
    const standing = levels.find((one) => one.ladder === ladder);
    const { is, until } = typeof written === 'string' ? { is: written, until: undefined } : written;
    const held = { what: `level.${ladder}`, expected: is, actual: standing?.level ?? 'nothing' };
    if (until === undefined) return [held];
    return [held, { what: `level.${ladder}.until`, expected: until, actual: dayOrNever(standing?.until) }];
  });
}

function counterPairs(program: Program, { market: id, standing }: Seen, { counters }: Expectation): readonly Pair[] {
  const market = marketOf(program, id);
  return Object.entries(counters ?? {}).map(([key, written]) => {
    const counter = program.counters.get(nameOfKey(key));
    const sum = standing.counters[key] ?? 0;
    const currency = counter?.counts.kind === 'earned' ? counter.counts.currency : undefined;
    const actual =
      counter?.unit === 'money'
        ? minorText(sum, market.currency)
        : currency === undefined
          ? String(sum)
          : pointsText(program, currency, sum);
    const expected =
      currency === undefined ? written : pointsText(program, currency, unitsOf(program, currency, written));
    return { what: `counters.${key}`, expected, actual: counter ? actual : 'no such counter' };
  });
}

function voucherPairs({ facts, standing }: Seen, { issued, vouchers }: Expectation): readonly Pair[] {
  const pairs: Pair[] = [];
  if (issued) {
    const actual = facts.flatMap((fact) => (fact.fact === 'voucher_issued' ? [fact.reward] : []));
    pairs.push({ what: 'issued', expected: issued.join(', '), actual: actual.join(', ') });
  }
  if (vouchers) {
    const text = (reward: string, remaining: string | undefined, until: string | undefined) =>
      `${reward}${remaining === undefined ? '' : ` ${remaining}`}${until === undefined ? '' : ` until ${until}`}`;
    const open = standing.vouchers.map((voucher, index) => {
      const { remaining, until } = vouchers[index] ?? { remaining: '', until: '' };
      const value = voucher.remaining === undefined ? 'no value' : minorText(voucher.remaining, voucher.currency ?? '');
      return text(
        voucher.reward,
        remaining === undefined ? undefined : value,
        until === undefined ? undefined : dayOrNever(voucher.until),
      );
    });
    const expected = vouchers.map(({ reward, remaining, until }) => text(reward, remaining, until));
    pairs.push({ what: 'vouchers', expected: expected.join('; '), actual: open.join('; ') });
  }
  return pairs;
}

function moneyPairs({ own }: Seen, expect: Expectation): readonly Pair[] {
  const pairs: Pair[] = [];
  if (expect.toPay !== undefined) {
    const { toPay, currency } = own?.purchase ?? { toPay: 0, currency: '' };
    pairs.push({ what: 'toPay', expected: expect.toPay, actual: minorText(toPay, currency) });
  }
  if (expect.refund !== undefined) {
    const due = own?.facts.find((fact) => fact.fact === 'refund_due');
    const less = own?.facts.reduce((sum, fact) => (fact.fact === 'refund_reduced' ? sum + fact.amount : sum), 0) ?? 0;
    const actual = due?.fact === 'refund_due' ? minorText(due.amount - less, due.currency) : 'nothing';
    pairs.push({ what: 'refund', expected: expect.refund, actual });
  }
  return pairs;
}

/** What the program made of the prices. */
function pricePairs({ own }: Seen, { discounts, gifts, delivery }: Expectation): readonly Pair[] {
  const facts = own?.facts ?? [];
  const pairs: Pair[] = [];
  if (discounts) {
    const given = facts.filter((fact) => fact.fact === 'discount_given');
    const actual = given.map(({ rule, amount, currency }) => `${rule} ${minorText(amount, currency)}`);
    const expected = Object.entries(discounts).map(([rule, amount]) => `${rule} ${amount}`);
    pairs.push({ what: 'discounts', expected: expected.join('; '), actual: actual.join('; ') });
  }
  if (gifts) {
    const actual = facts.filter((fact) => fact.fact === 'gift_given').map(({ gift }) => gift);
    pairs.push({ what: 'gifts', expected: gifts.join(', '), actual: actual.join(', ') });
  }
  if (delivery !== undefined) {
    const fee = facts.find((fact) => fact.fact === 'delivery_fee');
    pairs.push({ what: 'delivery', expected: delivery, actual: fee ? minorText(fee.fee, fee.currency) : 'nothing' });
  }
  return pairs;
}

function toGoPairs({ own }: Seen, { toGo }: Expectation): readonly Pair[] {
  if (!toGo || !own?.purchase) return [];
  const { currency, toGo: missing } = own.purchase;
  const actual = missing.map((one) => `${one.rule} ${minorText(one.missing, currency)}`);
  const expected = Object.entries(toGo).map(([rule, amount]) => `${rule} ${amount}`);
  return [{ what: 'toGo', expected: expected.join('; '), actual: actual.join('; ') }];
}

/** Vouchers may be called by their reward. */
function alternativePairs({ standing, refusal }: Seen, { alternative }: Expectation): readonly Pair[] {
  if (!alternative) return [];
  const { rules = '', vouchers = '', toPay, currency = '' } = refusal?.details ?? {};
  const rewards = String(vouchers)
    .split(', ')
    .map((id) => standing.vouchers.find(({ voucher }) => voucher === id)?.reward ?? id);
  return [
    { what: 'alternative.rules', expected: (alternative.rules ?? []).join(', '), actual: String(rules) },
    { what: 'alternative.vouchers', expected: (alternative.vouchers ?? []).join(', '), actual: rewards.join(', ') },
    {
      what: 'alternative.toPay',
      expected: alternative.toPay,
      actual: toPay === undefined ? 'nothing' : minorText(Number(toPay), String(currency)),
    },
  ];
}

function namePairs({ own }: Seen, { declined, notHonoured, rules }: Expectation): readonly Pair[] {
  const pairs: Pair[] = [];
  const add = (what: string, expected: readonly string[] | undefined, actual: readonly string[]) => {
    if (expected) pairs.push({ what, expected: expected.join(', '), actual: actual.join(', ') });
  };
  add('declined', declined, own?.facts.flatMap((fact) => (fact.fact === 'declined' ? [fact.rule] : [])) ?? []);
  add(
    'notHonoured',
    notHonoured,
    own?.facts.flatMap((fact) => (fact.fact === 'not_honoured' ? [fact.reason] : [])) ?? [],
  );
  add('rules', rules, own?.rules ?? []);
  return pairs;
}
