import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Output, ProblemDocument } from '@trofast/contract';
import { useState } from 'react';
import { useQueue, useTill } from '../../frame/till-context.tsx';
import type { Found } from '../../selling/find-member.ts';
import { type Basket, basketInput, type Sold, sell } from '../../selling/sell.ts';
import { pointsOf, unitsFor, worthOf } from '../../snapshots/left-to-spend.ts';
import { type Allowance, useAllowance } from './use-allowance.ts';

const amountMax = 99_999_999;

export interface Sale {
  readonly amount: number;
  readonly lines: readonly number[];
  readonly total: number;
  readonly vouchers: readonly string[];
  readonly rewards: readonly string[];
  readonly allowance: Allowance | undefined;
  /** Points that would pay as much as they can, and what they are worth. */
  readonly payment: { readonly units: number; readonly worth: number };
  readonly paysWithPoints: boolean;
  readonly quote: UseQueryResult<Output<'quotePurchase'>>;
  readonly problem: ProblemDocument | undefined;
  readonly isBusy: boolean;
  setAmount(amount: number): void;
  addLine(): void;
  removeLine(index: number): void;
  toggle(kind: 'vouchers' | 'rewards', id: string): void;
  payWithPoints(pays: boolean): void;
  record(): Promise<void>;
}

/** One purchase while it is being put together. */
export function useSale(found: Found, onSold: (sold: Sold) => void): Sale {
  const till = useTill();
  const { isOnline } = useQueue();
  const allowance = useAllowance(found);
  const [amount, setAmount] = useState(0);
  const [lines, setLines] = useState<readonly number[]>([]);
  const [chosen, setChosen] = useState<Readonly<Record<'vouchers' | 'rewards', readonly string[]>>>({
    vouchers: [],
    rewards: [],
  });
  const [paysWithPoints, payWithPoints] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument>();
  const [isBusy, setBusy] = useState(false);

  const all = amount > 0 ? [...lines, amount] : lines;
  const total = all.reduce((sum, line) => sum + line, 0);
  const payment = paymentFor(total, allowance);
  const pays = paysWithPoints && payment.units > 0;
  const basket: Basket = {
    lines: all.map((line) => ({ sku: 'amount', total: line })),
    ...chosen,
    ...(pays && allowance ? { points: pointsInput(allowance, payment.units, found) } : {}),
  };
  const quote = useQuery({
    queryKey: ['quote', found.reference, basket],
    queryFn: ({ signal }) => till.client.quotePurchase(basketInput(till.own, found, basket), { signal }),
    enabled: isOnline && found.seen !== undefined && total > 0,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

  async function record() {
    if (total === 0 || isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const selling = await sell(till, found, basket);
    if ('sold' in selling) return onSold(selling.sold);
    setProblem(selling.problem);
    setBusy(false);
  }

  return {
    amount,
    lines,
    total,
    ...chosen,
    allowance,
    payment,
    paysWithPoints: pays,
    quote,
    problem,
    isBusy,
    setAmount: (next) => setAmount(Math.min(next, amountMax)),
    addLine: () => {
      if (amount > 0) setLines([...lines, amount]);
      setAmount(0);
    },
    removeLine: (index) => setLines(lines.toSpliced(index, 1)),
    toggle: (kind, id) =>
      setChosen({
        ...chosen,
        [kind]: chosen[kind].includes(id) ? chosen[kind].filter((one) => one !== id) : [...chosen[kind], id],
      }),
    payWithPoints,
    record,
  };
}

function paymentFor(total: number, allowance: Allowance | undefined): Sale['payment'] {
  if (!allowance) return { units: 0, worth: 0 };
  const { payable, units: most } = allowance;
  const units = total > 0 ? unitsFor(total, most, payable.rate) : most;
  return { units, worth: Math.min(worthOf(units, payable.rate), total > 0 ? total : Number.MAX_SAFE_INTEGER) };
}

function pointsInput({ payable }: Allowance, units: number, { seen }: Found): NonNullable<Basket['points']> {
  const amount = pointsOf(units, payable.decimals);
  return { currency: payable.currency, amount, ...(seen ? { snapshot: seen.snapshot } : {}) };
}
