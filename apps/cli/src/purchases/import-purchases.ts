import { hash } from 'node:crypto';
import type { Instant } from '@trofast/engine';
import {
  accountOfEvent,
  deriveAccountId,
  deriveMemberId,
  type Identity,
  type Ledger,
  type RecordRequest,
} from '@trofast/ledger';
import { type Beginning, type Piece, type Sent, sendPieces } from '../importing/send-pieces.ts';
import type { NdjsonMapping } from '../mapping/read-mapping.ts';
import type { Source } from '../reading/open-source.ts';
import { Mistake } from '../terminal/mistake.ts';
import { type PurchaseLine, readPurchases } from './read-purchases.ts';
import type { PurchaseSurvey } from './survey-purchases.ts';

export interface PurchaseImport {
  readonly ledger: Ledger;
  readonly program: string;
  readonly source: Source;
  readonly survey: PurchaseSurvey;
  readonly mapping: NdjsonMapping;
  readonly mappingText: string;
  onProgress(lines: number): void;
}

interface Buyer {
  readonly account: string;
  readonly member: string;
  readonly card?: string;
}

/** Sends purchases of NDJSON: members are known by what the line says of them, or enrolled by their first purchase. */
export async function importPurchaseLines(job: PurchaseImport): Promise<Sent> {
  const { ledger, program, survey, onProgress } = job;
  const name = `import:${program}:${hash('sha256', survey.fingerprint + job.mappingText, 'hex')}`;
  return await sendPieces({ ledger, program, name, lastAt: survey.lastAt, onProgress }, (beginning) =>
    piecesOf(job, beginning),
  );
}

async function* piecesOf(job: PurchaseImport, beginning: Beginning): AsyncGenerator<Piece> {
  const { start } = beginning;
  const buyers = new Map<string, Buyer>();
  let [purchases, at] = [0, start.at];
  for await (const read of readPurchases(job.source)) {
    const waiting = read.flatMap((line) => {
      at = Math.max(at, line.occurredAt);
      purchases += 1;
      return purchases <= start.invoices ? [] : [{ line, index: purchases - 1, at }];
    });
    if (waiting.length === 0) continue;
    yield {
      place: { invoices: purchases, lines: purchases, at },
      async send(window) {
        for (const one of waiting) {
          await window.room();
          await sendLine(job, beginning, buyers, one, window.start);
        }
      },
    };
  }
}

async function sendLine(
  { ledger, program, mapping }: PurchaseImport,
  { isSandbox, onRefusal }: Beginning,
  buyers: Map<string, Buyer>,
  { line, index, at }: { readonly line: PurchaseLine; readonly index: number; readonly at: Instant },
  start: (work: Promise<void>) => void,
) {
  const { id, fileLine, occurredAt, input } = line;
  const refused = (code: Parameters<typeof onRefusal>[0]['code']) => onRefusal({ index, invoice: id, fileLine, code });
  const record = async (request: RecordRequest) => {
    const { refusal } = await ledger.record(request);
    if (refusal !== undefined) refused(refusal.refused);
  };
  const when = { occurredAt, ...(isSandbox && { at }) };
  const { store = mapping.store, zone, till, channel, member, receipt = id } = input;
  const where = {
    ...(zone !== undefined && { zone }),
    ...(till !== undefined && { till }),
    ...(channel !== undefined && { channel }),
  };
  const body = bodyOf(input, receipt);
  if (member === undefined) {
    if (store === undefined) {
      throw new Mistake(
        `Line ${fileLine} names neither a member nor a store.`,
        'Name a store in the mapping: store: …',
      );
    }
    const kept = { store, number: receipt, occurredAt, claimable: true, sort: 'purchase', purchase: body, ...where };
    start(ledger.receipts.add(program, [kept]).then(() => undefined));
    return;
  }
  const name = JSON.stringify(member);
  const known = buyers.get(name) ?? (await findBuyer(ledger, program, member));
  const buyer = known ?? (mapping.enrolIn === undefined ? undefined : newBuyer(program, member));
  if (buyer === undefined) return refused('unknown_member');
  buyers.set(name, buyer);
  if (known === undefined && mapping.enrolIn !== undefined) {
    start(record({ ...enrolmentOf(program, buyer, member, mapping.enrolIn), ...when }));
  }
  const request = { program, ...buyer, kind: 'purchase', key: id, ...when, ...where, body } as const;
  start(record({ ...request, ...(store !== undefined && { store }) }));
}

type MemberReference = NonNullable<PurchaseLine['input']['member']>;

async function findBuyer(ledger: Ledger, program: string, member: MemberReference): Promise<Buyer | undefined> {
  if (member.id !== undefined) return { account: accountOfEvent(member.id), member: member.id };
  const identity = identityOf(member);
  const found = await ledger.findMember(program, identity);
  return found && { ...found, ...cardOf(identity) };
}

function newBuyer(program: string, member: MemberReference): Buyer {
  const identity = identityOf(member);
  const key = enrolmentKey(identity);
  return { account: deriveAccountId(program, key), member: deriveMemberId(program, key), ...cardOf(identity) };
}

function enrolmentOf(program: string, { account, member }: Buyer, reference: MemberReference, market: string) {
  const identity = identityOf(reference);
  const cards = identity.kind === 'card' ? { cards: [identity.value] } : {};
  const key = enrolmentKey(identity);
  const body = { market, ...cards };
  return { program, account, member, kind: 'enrolment', key, body, claims: [identity] } as const;
}

function enrolmentKey({ kind, value }: Identity): string {
  return kind === 'external_id' ? `customer ${value}` : `${kind} ${value}`;
}

function cardOf({ kind, value }: Identity): { readonly card?: string } {
  return kind === 'card' ? { card: value } : {};
}

function identityOf({ email, phone, card, externalId }: MemberReference): Identity {
  if (email !== undefined) return { kind: 'email', value: email };
  if (phone !== undefined) return { kind: 'phone', value: phone };
  if (card !== undefined) return { kind: 'card', value: card };
  return { kind: 'external_id', value: externalId ?? '' };
}

function bodyOf(input: PurchaseLine['input'], receipt: string) {
  const { currency, lines, charges, adjustments, tenders, vouchers, holds, rewards, codes } = input;
  return {
    ...{ currency, lines, receipt },
    ...(charges && { charges }),
    ...(adjustments && { adjustments }),
    ...(tenders && { tenders }),
    ...(vouchers && { vouchers }),
    ...(holds && { holds }),
    ...(rewards && { rewards }),
    ...(codes && { codes }),
  };
}
