export type { EventKind } from '@trofast/engine';
export { BATCHED } from './batch.ts';
export { jsonSchemaOf, openApi } from './open-api.ts';
export type { MediaType, Operation } from './operation.ts';
export {
  features,
  type Input,
  type OperationName,
  type Operations,
  type Output,
  operations,
} from './operations.ts';
export type { ProblemDocument } from './problem.ts';
export { MEMBER_SCOPES, ROLE_SCOPES, ROLES, type Role, TILL_SCOPES } from './roles.ts';
export { KEY_SCOPES, OPERATOR_SCOPES, SCOPES, type Scope } from './scopes.ts';
export { type FailureCode, meaningOf, PROBLEM_CODES, type ProblemCode } from './statuses.ts';
export type { Snapshot } from './tills.ts';
