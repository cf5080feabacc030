import { type Entry, entriesOf, type Fact, type Outcome, type Recorded } from '@trofast/engine';
import { chainHash, newSalt, privateHash, voucherCode } from '../book/hashes.ts';
import { type EventTexts, textsOf } from '../book/stored-events.ts';
import { codeHash } from '../claims/claims.ts';
import type { KnownProgram } from '../programs/known-programs.ts';
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
  const isOwn = job !== undefined && recorded.event.id === job.eventId;
  const texts = isOwn
    ? withPrivate(writing, state, job, textsOf(recorded, posting.now, job.bodyText))
    : textsOf(recorded, posting.now);
  state.head = chainHash(state.head, texts);
  const place = { program: state.program, account: state.id };
  writing.events.push({ ...place, texts, hash: state.head });
  for (const entry of entries) writing.entries.push({ ...place, sequence, entry });
  for (const [ordinal, fact] of recorded.facts.entries()) postFact(posting, program, state, recorded, fact, ordinal);
}

function withPrivate(writing: Writing, state: AccountState, job: RequestJob, texts: EventTexts): EventTexts {
  const personal = personalContent(job.request);
  if (personal === undefined) return texts;
  const salt = newSalt();
  const body = JSON.stringify(job.request.private ?? null);
  writing.privates.push({
    program: state.program,
    account: state.id,
    sequence: texts.sequence,
    member: job.request.member ?? null,
    salt,
    contentHash: privateHash(salt, personal),
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
        transit: { receiver, currency, amount },
      });
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
  }
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
