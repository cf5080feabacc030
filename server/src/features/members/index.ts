import type { Verbs } from '../../context.ts';
import { changeMember } from './change-member.ts';
import { enrolMember } from './enrol-member.ts';
import { eraseMember } from './erase-member.ts';
import { findMember, getMember } from './read-members.ts';

export { findAccount, type MemberReference } from './find-account.ts';
export { knownBody } from './known-body.ts';
export { type Loaded, loadMember, memberView } from './load-member.ts';
export { identitiesOf, type Person, personOf, storedPerson } from './person.ts';
export { recordForMember } from './record-for-member.ts';

export const members = { enrolMember, findMember, getMember, changeMember, eraseMember } satisfies Verbs<
  'enrolMember' | 'findMember' | 'getMember' | 'changeMember' | 'eraseMember'
>;
