import type { OperationName } from '@trofast/contract';
import type { Verbs } from '../context.ts';
import { activities } from './activities/index.ts';
import { approvals } from './approvals/index.ts';
import { audit } from './audit/index.ts';
import { backTests } from './back-tests/index.ts';
import { clock } from './clock/index.ts';
import { clubs } from './clubs/index.ts';
import { corrections } from './corrections/index.ts';
import { drafts } from './drafts/index.ts';
import { events } from './events/index.ts';
import { feed } from './feed/index.ts';
import { health } from './health/index.ts';
import { holds } from './holds/index.ts';
import { households } from './households/index.ts';
import { insight } from './insight/index.ts';
import { keys } from './keys/index.ts';
import { lists } from './lists/index.ts';
import { mailbox } from './mailbox/index.ts';
import { me } from './me/index.ts';
import { memberPage } from './member-page/index.ts';
import { memberSearch } from './member-search/index.ts';
import { memberSignIn } from './member-sign-in/index.ts';
import { members } from './members/index.ts';
import { merges } from './merges/index.ts';
import { notes } from './notes/index.ts';
import { offers } from './offers/index.ts';
import { programs } from './programs/index.ts';
import { purchases } from './purchases/index.ts';
import { quotes } from './quotes/index.ts';
import { redemptions } from './redemptions/index.ts';
import { returns } from './returns/index.ts';
import { rewards } from './rewards/index.ts';
import { settings } from './settings/index.ts';
import { setup } from './setup/index.ts';
import { staff } from './staff/index.ts';
import { statement } from './statement/index.ts';
import { tills } from './tills/index.ts';
import { transfers } from './transfers/index.ts';
import { vouchers } from './vouchers/index.ts';
import { webhooks } from './webhooks/index.ts';

/** Operations with one question and one answer; a batch is a stream of both. */
export type VerbName = Exclude<OperationName, 'sendBatch'>;

/** What does each operation of the contract: none is missing, or this does not compile. */
export const verbs: Verbs<VerbName> = {
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
  ...feed,
  ...clock,
  ...keys,
  ...settings,
  ...setup,
  ...staff,
  ...memberSignIn,
  ...mailbox,
  ...audit,
  ...insight,
  ...memberSearch,
  ...memberPage,
  ...notes,
  ...approvals,
  ...drafts,
  ...backTests,
  ...lists,
  ...rewards,
  ...webhooks,
  ...tills,
  ...health,
};
