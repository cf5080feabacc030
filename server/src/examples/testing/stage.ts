import assert from 'node:assert/strict';
import type { Output } from '@trofast/contract';
import { type Instant, marketOf, type Program, type Programs } from '@trofast/engine';
import { birthdayOf, type Example, type ExampleMember, instantOf } from '@trofast/engine/examples';
import { type Client, createClient } from '@trofast/sdk';
import { instantText } from '../../instants.ts';
import { truthfulFetch } from '../../testing.ts';

export type FeedItem = Output<'readFeed'>['items'][number];

/** One example on a running server: a program of its own with a sandbox clock, and who takes part. */
export interface Stage {
  readonly client: Client;
  readonly programId: string;
  readonly programs: Programs;
  readonly program: Program;
  readonly members: Map<string, StagedMember>;
  /** What later steps refer to, by the name that `as` gave. */
  readonly names: Map<string, Named>;
  /** Codes of vouchers by account and id in it, as they were issued. */
  readonly codes: Map<string, string>;
  /** Charges that the payment provider was told of and nothing has settled yet, by account, oldest first. */
  readonly charges: Map<string, Set<string>>;
  /** What the feed has said of each account and no step has looked at yet. */
  readonly unseen: Map<string, FeedItem[]>;
  readonly first: string;
  time: Instant;
  cursor: string | undefined;
}

export interface StagedMember {
  readonly id: string;
  readonly accountId: string;
  readonly market: string;
}

interface Named {
  readonly event: string;
  readonly hold?: string;
  readonly vouchers: readonly string[];
}

/** A program as it is written, and read; `id` is the one it has on the server. */
export interface Staged {
  readonly url: string;
  readonly operator: Client;
  readonly text: string;
  readonly program: Program;
}

export interface Joining {
  readonly name: string;
  readonly at: Instant;
  readonly market: string;
  readonly member: ExampleMember;
}

export function joiningsOf(program: Program, example: Example): readonly Joining[] {
  const { joined = example.steps[0]?.at ?? '', market, birthday } = example;
  const members: Readonly<Record<string, ExampleMember>> = example.members ?? { member: { joined, market, birthday } };
  return Object.entries(members).map(([name, member]) => {
    const { id, zone } = marketOf(program, member.market ?? '');
    return { name, at: instantOf(zone, member.joined), market: member.market ?? id, member };
  });
}

export async function openStage(staged: Staged, programId: string, joinings: readonly Joining[]): Promise<Stage> {
  const { url, operator, program } = staged;
  const time = Math.min(...joinings.map(({ at }) => at));
  const body = staged.text.replace(/^( +id: *|program: *\{ *id: *)[\w-]+/m, `$1${programId}`);
  assert.notEqual(body, staged.text, 'a program says its id first');
  await operator.createProgram({ clock: 'sandbox', time: instantText(time), body });
  await operator.publishVersion({ programId });
  const { secret } = await operator.createKey({ programId, name: 'examples' });
  return {
    client: createClient({ url, key: secret, fetch: truthfulFetch }),
    programId,
    programs: { id: programId, versions: [{ number: 1, from: Number.MIN_SAFE_INTEGER, program }] },
    program,
    members: new Map(),
    names: new Map(),
    codes: new Map(),
    charges: new Map(),
    unseen: new Map(),
    first: joinings[0]?.name ?? '',
    time,
    cursor: undefined,
  };
}

export async function enrol(stage: Stage, { name, market, member }: Joining): Promise<StagedMember> {
  const { cards, cardKinds, attributes, address, birthday, lists } = member;
  if (birthday !== undefined) birthdayOf(birthday);
  const { id, accountId } = await stage.client.enrolMember({
    id: name,
    market,
    ...(cards && { cards }),
    ...(cardKinds && { cardKinds }),
    ...(attributes && { attributes }),
    ...(address !== undefined && { address }),
    ...(birthday !== undefined && { birthday }),
    ...(lists && { lists: lists.map(given) }),
  });
  const staged = { id, accountId, market };
  stage.members.set(name, staged);
  return staged;
}

/** Leaves out what is undefined, as requests do. */
export function given<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}
