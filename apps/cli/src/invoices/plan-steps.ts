import { type Instant, type Line, minorDigits } from '@trofast/engine';
import type { InvoiceKind, SaleLine } from '../mapping/sale-lines.ts';
import { type Decimal, decimalTextOf, isPositive, worth } from '../reading/decimals.ts';
import type { Invoice } from './invoice.ts';
import { type CancellationMatcher, cancellationMatcher, type RefusedLine } from './match-cancellations.ts';
import type { Survey } from './survey-sales.ts';

/** What one invoice means to the ledger, in order. Everything in it follows from the file alone. */
export type Step =
  | {
      readonly step: 'enrolment';
      readonly customer: string;
      readonly market: string;
      readonly occurredAt: Instant;
    }
  | {
      readonly step: 'purchase';
      readonly customer: string;
      readonly invoice: string;
      readonly occurredAt: Instant;
      readonly lines: readonly Line[];
    }
  | {
      readonly step: 'return';
      readonly customer: string;
      readonly invoice: string;
      /** Number of the purchase's invoice. */
      readonly purchase: string;
      readonly occurredAt: Instant;
      readonly lines: readonly { readonly line: number; readonly quantity: number | string }[];
    }
  | {
      readonly step: 'receipt';
      readonly invoice: string;
      /** `adjustment`: an invoice without a line of positive quantity and price. */
      readonly kind: InvoiceKind | 'adjustment';
      readonly isClaimable: boolean;
      readonly occurredAt: Instant;
      readonly lines: readonly Line[];
    };

export interface Planned {
  readonly steps: readonly Step[];
  readonly refused: readonly RefusedLine[];
}

/** Plans invoice after invoice, in the order of the file; it remembers who is enrolled and what may be cancelled. */
export function stepPlanner(survey: Pick<Survey, 'cancelled'>, currency: string): (invoice: Invoice) => Planned {
  const matcher = cancellationMatcher(survey.cancelled);
  const enrolled = new Set<string>();
  const digits = minorDigits(currency);

  return (invoice) => {
    const { kind, customer } = invoice;
    if (kind === 'cancellation') {
      const { returns, refused } = matcher.match(invoice);
      const steps = customer === '' ? [receiptStep(invoice, digits)] : returns.map((hit) => returnStep(invoice, hit));
      return { steps, refused };
    }
    if (kind !== 'purchase' || customer === '') return { steps: [receiptStep(invoice, digits)], refused: [] };
    return planPurchase(invoice, matcher, enrolled, digits);
  };
}

function planPurchase(invoice: Invoice, matcher: CancellationMatcher, enrolled: Set<string>, digits: number): Planned {
  const { customer, market, occurredAt, number } = invoice;
  const bought = invoice.lines.filter(({ quantity, price }) => isPositive(quantity) && price.n >= 0);
  matcher.remember(invoice, bought);
  const refused = (
    bought.length === invoice.lines.length ? [] : invoice.lines.filter((line) => !bought.includes(line))
  ).map(({ fileLine, sku, quantity }) => ({ invoice: number, fileLine, sku, quantity, reason: 'wrong_sign' as const }));
  if (bought.length === 0) return { steps: [], refused };
  const steps: Step[] = [];
  if (!enrolled.has(customer)) {
    enrolled.add(customer);
    steps.push({ step: 'enrolment', customer, market, occurredAt });
  }
  const lines = bought.map((line) => lineOf(line, digits));
  steps.push({ step: 'purchase', customer, invoice: number, occurredAt, lines });
  return { steps, refused };
}

function returnStep(
  { number, customer, occurredAt }: Invoice,
  { purchase, lines }: { readonly purchase: string; readonly lines: readonly { line: number; quantity: Decimal }[] },
): Step {
  return {
    step: 'return',
    customer,
    invoice: number,
    purchase,
    occurredAt,
    lines: lines.map(({ line, quantity }) => ({ line, quantity: quantityOf(quantity) })),
  };
}

function receiptStep({ number, kind, customer, occurredAt, lines }: Invoice, digits: number): Step {
  const hasBought = lines.some(({ quantity, price }) => isPositive(quantity) && isPositive(price));
  return {
    step: 'receipt',
    invoice: number,
    kind: kind === 'purchase' && !hasBought ? 'adjustment' : kind,
    isClaimable: customer === '' && hasBought,
    occurredAt,
    lines: lines.map((line) => lineOf(line, digits)),
  };
}

function lineOf({ sku, quantity, price, category, attributes }: SaleLine, digits: number): Line {
  return {
    sku,
    quantity: quantityOf(quantity),
    total: worth(quantity, price, digits),
    ...(category ? { categories: [category] } : {}),
    ...(attributes ? { attributes } : {}),
  };
}

function quantityOf(quantity: Decimal): number | string {
  return quantity.scale === 0 ? quantity.n : decimalTextOf(quantity);
}
