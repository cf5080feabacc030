import {
  type Answer,
  deriveAccountId,
  deriveEventId,
  deriveMemberId,
  type Ledger,
  type Receipt,
  type RecordRequest,
} from '@trofast/ledger';
import type { Step } from '../invoices/plan-steps.ts';
import type { CsvMapping } from '../mapping/read-mapping.ts';
import type { PlannedInvoice } from './plan-file.ts';
import type { ProgramRefusal } from './send-pieces.ts';

export interface Recorder {
  /** Starts what an invoice means; work of one account is started in its order. */
  record(invoice: PlannedInvoice, start: (work: Promise<void>) => void): Promise<void>;
  /** Receipts are added many at a time. */
  flushReceipts(start: (work: Promise<void>) => void): void;
}

interface Recording {
  readonly ledger: Ledger;
  readonly program: string;
  readonly mapping: Pick<CsvMapping, 'store' | 'currency' | 'zone'>;
  readonly isSandbox: boolean;
  onRefusal(refusal: ProgramRefusal): void;
}

interface Buyer {
  readonly account: string;
  readonly member: string;
}

/** Turns steps into requests to the ledger: keys, accounts and members derive from the file's own numbers. */
export async function stepRecorder(recording: Recording): Promise<Recorder> {
  const { ledger, program, mapping, isSandbox, onRefusal } = recording;
  // Members that are there already, from an earlier import or the shop's own enrolments, are found by the shop's id.
  const mayBeKnown = (await ledger.counts(program)).accounts > 0;
  const buyers = new Map<string, Buyer>();
  let receipts: Receipt[] = [];

  const buyerOf = (customer: string): Buyer => {
    const known = buyers.get(customer);
    if (known !== undefined) return known;
    const key = enrolmentKey(customer);
    const buyer = { account: deriveAccountId(program, key), member: deriveMemberId(program, key) };
    buyers.set(customer, buyer);
    return buyer;
  };

  const send = async (request: RecordRequest, { index, number, fileLine }: PlannedInvoice) => {
    const answer: Answer = await ledger.record(request);
    if (answer.refusal === undefined) return;
    onRefusal({ index, invoice: number, fileLine, code: answer.refusal.refused });
  };

  return {
    async record(invoice, start) {
      const { steps, at } = invoice;
      for (const step of steps) {
        if (step.step === 'receipt') {
          receipts.push(receiptOf(step, mapping));
          continue;
        }
        const { customer, occurredAt } = step;
        if (mayBeKnown && !buyers.has(customer)) {
          const found = await ledger.findMember(program, { kind: 'external_id', value: customer });
          if (found !== undefined) buyers.set(customer, found);
        }
        const { account, member } = buyerOf(customer);
        const isOwn = account === deriveAccountId(program, enrolmentKey(customer));
        if (step.step === 'enrolment' && !isOwn) continue;
        const when = { occurredAt, ...(isSandbox && { at }) };
        start(send({ program, account, member, ...when, ...contentOf(step, program, account, mapping) }, invoice));
      }
    },
    flushReceipts(start) {
      if (receipts.length === 0) return;
      const added = receipts;
      receipts = [];
      start(ledger.receipts.add(program, added).then(() => undefined));
    },
  };
}

function enrolmentKey(customer: string): string {
  return `customer ${customer}`;
}

type Content = Pick<RecordRequest, 'kind' | 'key' | 'body' | 'claims' | 'store'>;

function contentOf(
  step: Exclude<Step, { step: 'receipt' }>,
  program: string,
  account: string,
  { store, currency }: Pick<CsvMapping, 'store' | 'currency'>,
) {
  switch (step.step) {
    case 'enrolment':
      return {
        kind: 'enrolment',
        key: enrolmentKey(step.customer),
        body: { market: step.market },
        claims: [{ kind: 'external_id', value: step.customer }],
      } as const satisfies Content;
    case 'purchase':
      return {
        kind: 'purchase',
        key: step.invoice,
        store,
        body: { currency, lines: step.lines, receipt: step.invoice },
      } as const satisfies Content;
    case 'return':
      return {
        kind: 'return',
        key: `${step.invoice} of ${step.purchase}`,
        store,
        body: { purchase: deriveEventId(program, account, 'purchase', step.purchase), lines: step.lines },
      } as const satisfies Content;
  }
}

function receiptOf(
  { invoice, occurredAt, isClaimable, kind, lines }: Extract<Step, { step: 'receipt' }>,
  { store, currency }: Pick<CsvMapping, 'store' | 'currency'>,
): Receipt {
  return {
    store,
    number: invoice,
    occurredAt,
    claimable: isClaimable,
    sort: kind,
    purchase: { currency, lines, receipt: invoice },
  };
}
