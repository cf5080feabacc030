import type { z } from 'zod';
import { activities } from './activities.ts';
import { approvals } from './approvals.ts';
import { audit } from './audit.ts';
import { backTests } from './back-tests.ts';
import { batch } from './batch.ts';
import { clock } from './clock.ts';
import { clubs } from './clubs.ts';
import { corrections } from './corrections.ts';
import { drafts } from './drafts.ts';
import { events } from './events.ts';
import { feed } from './feed.ts';
import { health } from './health.ts';
import { holds } from './holds.ts';
import { households } from './households.ts';
import { insight } from './insight.ts';
import { keys } from './keys.ts';
import { lists } from './lists.ts';
import { mailbox } from './mailbox.ts';
import { me } from './me.ts';
import { memberPage } from './member-page.ts';
import { memberSearch } from './member-search.ts';
import { members } from './members.ts';
import { merges } from './merges.ts';
import { notes } from './notes.ts';
import { offers } from './offers.ts';
import { programs } from './programs.ts';
import { purchases } from './purchases.ts';
import { quotes } from './quotes.ts';
import { redemptions } from './redemptions.ts';
import { returns } from './returns.ts';
import { rewards } from './rewards.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { signIn } from './sign-in.ts';
import { staff } from './staff.ts';
import { statement } from './statement.ts';
import { tills } from './tills.ts';
import { transfers } from './transfers.ts';
import { vouchers } from './vouchers.ts';
import { webhooks } from './webhooks.ts';

/** Every operation by feature, in the order of the reference page. */
export const features = {
  programs,
  members,
  households,
  merges,
  purchases,
  returns,
  activities,
  quotes,
  redemptions,
  holds,
  transfers,
  vouchers,
  offers,
  clubs,
  statement,
  me,
  events,
  corrections,
  batch,
  feed,
  clock,
  keys,
  insight,
  memberSearch,
  memberPage,
  notes,
  approvals,
  drafts,
  backTests,
  rewards,
  lists,
  settings,
  webhooks,
  tills,
  setup,
  staff,
  signIn,
  mailbox,
  audit,
  health,
};

export const operations = {
  ...programs,
  ...members,
  ...households,
  ...merges,
  ...purchases,
  ...returns,
  ...activities,
  ...quotes,
  ...redemptions,
  ...holds,
  ...transfers,
  ...vouchers,
  ...offers,
  ...clubs,
  ...statement,
  ...me,
  ...events,
  ...corrections,
  ...batch,
  ...feed,
  ...clock,
  ...keys,
  ...insight,
  ...memberSearch,
  ...memberPage,
  ...notes,
  ...approvals,
  ...drafts,
  ...backTests,
  ...rewards,
  ...lists,
  ...settings,
  ...webhooks,
  ...tills,
  ...setup,
  ...staff,
  ...signIn,
  ...mailbox,
  ...audit,
  ...health,
};

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/** What an operation is asked with: path, query and body fields in one object; a body that is no object as `body`. */
export type Input<Name extends OperationName> = Flat<
  Fields<Operations[Name], 'params'> & Fields<Operations[Name], 'query'> & Body<Operations[Name]>
>;

export type Output<Name extends OperationName> = z.output<Operations[Name]['output']>;

type Flat<T> = { [Key in keyof T]: T[Key] };
type Fields<O, Part extends 'params' | 'query'> = O extends { readonly [P in Part]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : unknown;
type Body<O> = O extends { readonly body: infer Schema extends z.ZodType }
  ? O extends { readonly takes: string }
    ? { body: z.output<Schema> }
    : z.output<Schema>
  : unknown;
