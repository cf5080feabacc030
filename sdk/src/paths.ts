// Made from the contract by scripts/write-paths.ts.

/** What the client must know of an operation to call it. */
export interface Path {
  readonly method: string;
  readonly path: string;
  /** Fields that stand in the query. */
  readonly query?: readonly string[];
  /** Media type of a body that is no JSON; the input's `body` is it. */
  readonly takes?: string;
  readonly gives?: string;
  readonly keyed?: true;
}

export const paths = {
  createProgram: { method: 'POST', path: '/v1/programs', query: ['clock', 'time'], takes: 'application/yaml' },
  listPrograms: { method: 'GET', path: '/v1/programs' },
  getProgram: { method: 'GET', path: '/v1/programs/{programId}' },
  getDraft: { method: 'GET', path: '/v1/programs/{programId}/draft', gives: 'application/yaml' },
  saveDraft: { method: 'PUT', path: '/v1/programs/{programId}/draft', takes: 'application/yaml' },
  checkDocument: { method: 'POST', path: '/v1/documents/check', takes: 'application/yaml' },
  publishVersion: { method: 'POST', path: '/v1/programs/{programId}/versions' },
  listVersions: { method: 'GET', path: '/v1/programs/{programId}/versions' },
  getVersion: { method: 'GET', path: '/v1/programs/{programId}/versions/{number}' },
  explainProgram: { method: 'GET', path: '/v1/programs/{programId}/explanation', query: ['locale', 'version'] },
  enrolMember: { method: 'POST', path: '/v1/members', keyed: true },
  findMember: { method: 'GET', path: '/v1/members', query: ['email', 'phone', 'card', 'externalId'] },
  getMember: { method: 'GET', path: '/v1/members/{memberId}' },
  changeMember: { method: 'PATCH', path: '/v1/members/{memberId}', keyed: true },
  eraseMember: { method: 'DELETE', path: '/v1/members/{memberId}' },
  joinHousehold: { method: 'POST', path: '/v1/members/{memberId}/household', keyed: true },
  leaveHousehold: { method: 'POST', path: '/v1/members/{memberId}/household/leave', keyed: true },
  recordPurchase: { method: 'POST', path: '/v1/purchases', keyed: true },
  claimReceipt: { method: 'POST', path: '/v1/members/{memberId}/receipts' },
  recordReturn: { method: 'POST', path: '/v1/returns', keyed: true },
  recordActivity: { method: 'POST', path: '/v1/activities', keyed: true },
  quotePurchase: { method: 'POST', path: '/v1/quotes' },
  redeemReward: { method: 'POST', path: '/v1/redemptions', keyed: true },
  holdPoints: { method: 'POST', path: '/v1/holds', keyed: true },
  captureHold: { method: 'POST', path: '/v1/holds/{holdId}/capture', keyed: true },
  releaseHold: { method: 'POST', path: '/v1/holds/{holdId}/release', keyed: true },
  sendPoints: { method: 'POST', path: '/v1/transfers', keyed: true },
  checkVoucher: { method: 'GET', path: '/v1/vouchers/{code}' },
  listVouchers: { method: 'GET', path: '/v1/members/{memberId}/vouchers' },
  useVoucher: { method: 'POST', path: '/v1/vouchers/{code}/use', keyed: true },
  releaseVoucher: { method: 'POST', path: '/v1/vouchers/{code}/release', keyed: true },
  joinClub: { method: 'POST', path: '/v1/clubs/{clubId}/join', keyed: true },
  cancelClub: { method: 'POST', path: '/v1/clubs/{clubId}/cancel', keyed: true },
  changeRenewal: { method: 'POST', path: '/v1/clubs/{clubId}/renewal', keyed: true },
  useBenefit: { method: 'POST', path: '/v1/clubs/{clubId}/benefits', keyed: true },
  recordPayment: { method: 'POST', path: '/v1/payments', keyed: true },
  listMemberships: { method: 'GET', path: '/v1/members/{memberId}/clubs' },
  getBalance: { method: 'GET', path: '/v1/members/{memberId}/balance' },
  listLots: { method: 'GET', path: '/v1/members/{memberId}/lots' },
  listStatement: { method: 'GET', path: '/v1/members/{memberId}/statement', query: ['cursor', 'limit'] },
  listTiers: { method: 'GET', path: '/v1/members/{memberId}/tiers' },
  listCounters: { method: 'GET', path: '/v1/members/{memberId}/counters' },
  getEvent: { method: 'GET', path: '/v1/events/{eventId}', query: ['locale'] },
  correctPoints: { method: 'POST', path: '/v1/corrections', keyed: true },
  sendBatch: { method: 'POST', path: '/v1/batch', takes: 'application/x-ndjson', gives: 'application/x-ndjson' },
  readFeed: { method: 'GET', path: '/v1/feed', query: ['cursor', 'limit'] },
  getClock: { method: 'GET', path: '/v1/programs/{programId}/clock' },
  moveClock: { method: 'POST', path: '/v1/programs/{programId}/clock' },
  createKey: { method: 'POST', path: '/v1/programs/{programId}/keys' },
  listKeys: { method: 'GET', path: '/v1/programs/{programId}/keys' },
  revokeKey: { method: 'DELETE', path: '/v1/programs/{programId}/keys/{keyId}' },
  checkAlive: { method: 'GET', path: '/health/live' },
  checkReady: { method: 'GET', path: '/health/ready' },
} as const satisfies Readonly<Record<string, Path>>;
