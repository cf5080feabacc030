import type { Output } from '@trofast/contract';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Queued } from '../queue/queued.ts';

export type MemberAtTill = Output<'findMemberAtTill'>;
export type TillSetup = Output<'getOwnTill'>;

/** A member whom this till has seen, so that they are known when there is no network. */
export interface KnownMember {
  readonly id: string;
  readonly till: string;
  readonly seen: MemberAtTill;
  /** Device's clock. */
  readonly seenAt: number;
}

/** Which till this device is, and how far the program's clock is ahead of the device's. */
export interface OwnTill {
  readonly setup: TillSetup;
  readonly aheadMilliseconds: number;
  readonly brandColour?: string;
}

interface Schema extends DBSchema {
  queue: { key: number; value: Omit<Queued, 'sequence'> & { sequence?: number } };
  members: { key: string; value: KnownMember; indexes: { seenAt: number } };
  till: { key: 'own'; value: OwnTill };
}

export type DeviceDatabase = IDBPDatabase<Schema>;

let opened: Promise<DeviceDatabase> | undefined;

/** One connection for the tab. */
export function deviceDatabase(): Promise<DeviceDatabase> {
  opened ??= openDB<Schema>('trofast-till', 1, {
    upgrade(database) {
      database.createObjectStore('queue', { keyPath: 'sequence', autoIncrement: true });
      database.createObjectStore('members', { keyPath: 'id' }).createIndex('seenAt', 'seenAt');
      database.createObjectStore('till');
    },
  });
  return opened;
}
