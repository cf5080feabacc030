import {
  type Entry,
  entriesOf,
  type Fact,
  type Outcome,
  type Personal,
  type Recorded,
  splitPersonal,
} from '@trofast/engine';
import { chainHash, newSalt, privateHash, voucherCode } from '../book/hashes.ts';
import { privateBody } from '../book/private-bodies.ts';
import { type EventTexts, textsOf } from '../book/stored-events.ts';
import { codeHash } from '../claims/claims.ts';
import { isReferring, referralClaim } from '../claims/referral-codes.ts';
import type { KnownProgram } from '../programs/known-programs.ts';
import type { PersonalValues } from '../requests.ts';
import type { AccountState } from './account-state.ts';
import type { RequestJob } from './jobs.ts';
import { stockName } from './load-evidence.ts';
import { stockAt } from './overlay-evidence.ts';
import { personalContent } from './same-content.ts';
import type { Writing } from './writing.ts';

interface Posting {
  readonly now: number;
  readonly writing: Writing;
  readonly taken: Map<string, number>;
}

/** Notes what an outcome recorded: events into the chain, entries, codes, takes; and moves the account on. */
export function postOutcome(
  posting: Posting,
  program: KnownProgram,
  state: AccountState,
  outcome: Outcome,
  job: RequestJob | undefined,
) {
  if (outcome.recorded.length === 0) return;
  // Made before it is noted: an outcome that cannot be written leaves nothing behind.
  const entries = outcome.recorded.map(entriesOf);
  for (const [index, recorded] of outcome.recorded.entries()) {
    postRecorded(posting, program, state, recorded, entries[index] ?? [], job);
  }
  // Nobody is left whose the rest could be: what names no member goes too.
  const isNobodyLeft = outcome.account.erased && !state.account.erased;
  if (isNobodyLeft) posting.writing.erased.push({ program: state.program, account: state.id, member: null });
  state.account = outcome.account;
  state.fresh.push(...outcome.recorded);
  posting.writing.accounts.add(state);
}

function postRecorded(
  posting: Posting,
  program: KnownProgram,
  state: AccountState,
  recorded: Recorded,
  entries: readonly Entry[],
  job: RequestJob | undefined,
) {
  const { writing } = posting;
  const { sequence } = recorded;
  const own = job !== undefined && recorded.event.id === job.eventId ? job : undefined;
  const { kept, personal } = splitPersonal(recorded);
  const texts = withPrivate(writing, state, textsOf(kept, posting.now, own?.bodyText), recorded.event.member, {
    said: own?.request.private,
    content: own && personalContent(own),
    personal,
  });
  state.head = chainHash(state.head, texts);
  const place = { program: state.program, account: state.id };
  writing.events.push({ ...place, texts, hash: state.head });
  for (const entry of entries) writing.entries.push({ ...place, sequence, entry });
  for (const [ordinal, fact] of recorded.facts.entries()) postFact(posting, program, state, recorded, fact, ordinal);
}

interface Privately {
  readonly said: PersonalValues | undefined;
  /** All that was personal in a request, to know it again. */
  readonly content: string | undefined;
  readonly personal: Personal | undefined;
}

function withPrivate(
  writing: Writing,
  state: AccountState,
  texts: EventTexts,
  member: string | undefined,
  { said, content, personal }: Privately,
): EventTexts {
  // What nobody could ask to have erased is not kept.
  const isKept = content !== undefined || (personal !== undefined && member !== undefined);
  if (!isKept) return texts;
  const salt = newSalt();
  const body = privateBody(said, personal);
  writing.privates.push({
    program: state.program,
    account: state.id,
    sequence: texts.sequence,
    member: member ?? null,
    salt,
    contentHash: privateHash(salt, content ?? ''),
    body,
  });
  return { ...texts, privateHash: privateHash(salt, body) };
}

/** What a fact asks of tables beside the book. */
function postFact(
  posting: Posting,
  program: KnownProgram,
  state: AccountState,
  recorded: Recorded,
  fact: Fact,
  ordinal: number,
) {
  switch (fact.fact) {
    case 'enrolled':
    case 'member_joined': {
      if (!isReferring(program.programs)) return;
      posting.writing.claims.push(referralClaim(program.secret, state.program, state.id, fact.member));
      return;
    }
    case 'voucher_issued': {
      const code = voucherCode(program.secret, state.id, fact.voucher);
      posting.writing.claims.push({
        program: state.program,
        kind: 'voucher_code',
        valueHash: codeHash(program.secret, code),
        account: state.id,
        subject: fact.voucher,
        isExclusive: false,
      });
      return;
    }
    case 'stock_taken':
    case 'stock_returned': {
      const amount = fact.fact === 'stock_taken' ? fact.times : -fact.times;
      const stock = stockAt(program.programs, recorded.event.at, fact.reward);
      const name = stockName(state.program, fact.reward);
      posting.taken.set(name, (posting.taken.get(name) ?? 0) + amount);
      posting.writing.takes.push({
        program: state.program,
        reward: fact.reward,
        event: recorded.event.id,
        ordinal,
        amount,
        stock,
      });
      return;
    }
    case 'charge_due':
    case 'charge_refunded': {
      const kind = fact.fact === 'charge_due' ? 'charge' : 'refund';
      const body = JSON.stringify({ ...fact, charge: `${state.id}-${fact.charge}` });
      const { sequence } = recorded;
      posting.writing.messages.push({ program: state.program, account: state.id, sequence, ordinal, kind, body });
      return;
    }
    case 'points_sent': {
      const { to: receiver, currency, amount } = fact;
      posting.writing.messages.push({
        program: state.program,
        account: state.id,
        sequence: recorded.sequence,
        ordinal,
        kind: 'transfer',
        body: JSON.stringify(fact),
        receiver,
        transit: { currency, amount },
      });
      return;
    }
    case 'referral_fulfilled':
    case 'referral_undone':
    case 'merged': {
      const isMerge = fact.fact === 'merged';
      const receiver = isMerge ? fact.into : fact.to;
      const place = { program: state.program, account: state.id, sequence: recorded.sequence, ordinal };
      const kind = isMerge ? 'merge' : 'referral';
      posting.writing.messages.push({ ...place, kind, body: JSON.stringify(fact), receiver });
      return;
    }
    case 'transfer_settled':
    case 'transfer_returned': {
      const of = { program: state.program, account: state.id, sequence: Number(fact.transfer) };
      posting.writing.answered.push({ ...of, at: posting.now });
      return;
    }
    case 'erased':
      posting.writing.erased.push({ program: state.program, account: state.id, member: fact.member });
      posting.writing.erasedAccounts.push(...absorbedBy(state, fact.member));
  }
}

/** Accounts that were merged into this one and were the same person's. */
function absorbedBy({ program, account }: AccountState, member: string) {
  const absorbed = Object.entries(account.absorbed ?? {});
  return absorbed.flatMap(([from, now]) => (now === member ? [{ program, account: from }] : []));
}

/** Codes of the vouchers that facts issued, by voucher id. */
export function codesOf(
  secret: Buffer,
  account: string,
  facts: readonly Fact[],
): Readonly<Record<string, string>> | undefined {
  const issued = facts.filter((fact) => fact.fact === 'voucher_issued');
  if (issued.length === 0) return undefined;
  return Object.fromEntries(issued.map(({ voucher }) => [voucher, voucherCode(secret, account, voucher)]));
}
