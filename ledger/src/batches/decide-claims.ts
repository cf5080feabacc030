import { type FactOf, type Recorded, type Refusal, refuse } from '@trofast/engine';
import { type Claim, claimKey, identityHash, receiptHash, receiptOf } from '../claims/claims.ts';
import { type Person, personKey } from '../claims/persons.ts';
import type { ClaimRow } from '../claims/queries.ts';
import type { KnownProgram } from '../programs/known-programs.ts';
import type { RequestJob } from './jobs.ts';
import type { Writing } from './writing.ts';

/** Who has the values that the batch's requests want, and what is known of their members. */
export interface KnownClaims {
  readonly owners: Map<string, Pick<ClaimRow, 'account_id' | 'subject'>>;
  readonly persons: Map<string, Person>;
}

interface Deciding {
  readonly claims: KnownClaims;
  readonly writing: Writing;
}

const wanted = new WeakMap<RequestJob, readonly Claim[]>();

/** Hashed once for each job, however often it is asked. */
export function wantedClaims(job: RequestJob, secret: Buffer): readonly Claim[] {
  const known = wanted.get(job);
  if (known) return known;
  const claims = claimsOf(job, secret);
  wanted.set(job, claims);
  return claims;
}

function claimsOf(job: RequestJob, secret: Buffer): readonly Claim[] {
  const of = { program: job.program, account: job.account, isExclusive: true };
  const { request } = job;
  const identities = (request.claims ?? []).map((identity) => ({
    ...of,
    kind: identity.kind,
    valueHash: identityHash(secret, identity),
    subject: request.member ?? '',
  }));
  const receipt = request.kind === 'purchase' ? receiptOf(request.body, request.store) : undefined;
  if (!receipt) return identities;
  const valueHash = receiptHash(secret, receipt.store, receipt.number);
  return [...identities, { ...of, kind: 'receipt', valueHash, subject: job.eventId, isExclusive: job.takesReceipt }];
}

export function findTakenClaim(deciding: Deciding, job: RequestJob, program: KnownProgram): Refusal | undefined {
  for (const claim of wantedClaims(job, program.secret)) {
    const owner = deciding.claims.owners.get(claimKey(claim));
    if (!owner || !claim.isExclusive) continue;
    if (claim.kind === 'receipt') return refuse('already_claimed', { receipt: receiptNumber(job) });
    if (owner.account_id !== claim.account || owner.subject !== claim.subject) {
      return refuse('identity_taken', { kind: claim.kind });
    }
  }
  return undefined;
}

function receiptNumber({ request }: RequestJob): string {
  return request.kind === 'purchase' ? (request.body.receipt ?? '') : '';
}

/** After the event was accepted: its claims, and what becomes known of its member. */
export function noteClaims(deciding: Deciding, job: RequestJob, program: KnownProgram, recorded: Recorded) {
  const { request } = job;
  const claims = wantedClaims(job, program.secret).filter((claim) => !deciding.claims.owners.has(claimKey(claim)));
  for (const claim of claims) {
    deciding.claims.owners.set(claimKey(claim), { account_id: claim.account, subject: claim.subject });
    deciding.writing.claims.push(claim);
  }
  const erased = recorded.facts.find((fact) => fact.fact === 'erased');
  if (erased) return forget(deciding, job, erased.member);
  const absorbed = recorded.facts.find((fact) => fact.fact === 'absorbed');
  if (absorbed) return takeOver(deciding, job, absorbed);
  if (request.person || request.claims || request.released) remember(deciding, job, program, claims);
}

function remember(deciding: Deciding, job: RequestJob, program: KnownProgram, claims: readonly Claim[]) {
  const { request } = job;
  const key = { program: job.program, account: job.account, member: request.member ?? '' };
  const before = deciding.claims.persons.get(personKey(key));
  const released = (request.released ?? []).map((identity) => ({
    kind: identity.kind,
    hash: identityHash(program.secret, identity).toString('hex'),
  }));
  const kept = (before?.identities ?? []).filter((own) => !released.some((gone) => isSame(gone, own)));
  const gone = (before?.identities ?? []).filter((own) => released.some((other) => isSame(other, own)));
  const taken = claims
    .filter(({ kind }) => kind !== 'receipt')
    .map(({ kind, valueHash }) => ({ kind, hash: valueHash.toString('hex') }));
  const person: Person = {
    ...key,
    body: request.person === undefined ? (before?.body ?? null) : JSON.stringify(request.person),
    identities: [...kept, ...taken],
  };
  deciding.claims.persons.set(personKey(key), person);
  deciding.writing.persons.push({ ...person, erase: false });
  giveUp(deciding, key, gone);
}

/** What finds the person of a merged account finds the one who goes on; what is known of both is kept of the latter. */
function takeOver(deciding: Deciding, job: RequestJob, { from, fromMember, member }: FactOf<'absorbed'>) {
  const { program } = job;
  const [old, key] = [
    { program, account: from, member: fromMember },
    { program, account: job.account, member },
  ];
  const gone = deciding.claims.persons.get(personKey(old));
  if (gone === undefined) return;
  const before = deciding.claims.persons.get(personKey(key));
  const values = [gone.body, before?.body].map((body) => (body == null ? {} : JSON.parse(body)));
  const body = gone.body === null && before?.body == null ? null : JSON.stringify(Object.assign({}, ...values));
  const person: Person = { ...key, body, identities: [...(before?.identities ?? []), ...gone.identities] };
  deciding.claims.persons.set(personKey(key), person);
  deciding.writing.persons.push({ ...person, erase: false });
  deciding.writing.movedAway.push(old);
  giveUp(deciding, old, gone.identities);
  for (const { kind, hash } of gone.identities) {
    const claim = { program, kind, valueHash: Buffer.from(hash, 'hex'), account: key.account, subject: member };
    deciding.writing.claims.push({ ...claim, isExclusive: true });
  }
}

function forget(deciding: Deciding, job: RequestJob, member: string) {
  const key = { program: job.program, account: job.account, member };
  const before = deciding.claims.persons.get(personKey(key));
  deciding.claims.persons.delete(personKey(key));
  deciding.writing.persons.push({ ...key, body: null, identities: [], erase: true });
  giveUp(deciding, key, before?.identities ?? []);
}

function giveUp(deciding: Deciding, of: Pick<Person, 'program' | 'account' | 'member'>, gone: Person['identities']) {
  for (const { kind, hash } of gone) {
    deciding.writing.released.push({
      program: of.program,
      kind,
      valueHash: Buffer.from(hash, 'hex'),
      account: of.account,
      subject: of.member,
      isExclusive: true,
    });
  }
}

function isSame(a: Person['identities'][number], b: Person['identities'][number]): boolean {
  return a.kind === b.kind && a.hash === b.hash;
}
