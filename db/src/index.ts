export type { Client, ClientBase, Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
export { applicationRole } from './application-role.ts';
export { CannotOpenDatabase } from './cannot-open-database.ts';
export type { Database } from './database.ts';
export { type DatabaseOptions, openDatabase } from './open-database.ts';
