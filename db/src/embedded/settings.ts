/** The embedded PostgreSQL: durable, modest in memory, and quiet while a year of purchases is imported. */
export const majorVersion = '18';
export const ownerRole = 'trofast_owner';
export const databaseName = 'trofast';

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'replica',
  shared_buffers: '128MB',
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  random_page_cost: '1.1',
  max_connections: '60',
  io_method: 'sync',
  jit: 'off',
  autovacuum: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

export type PostgresSettings = Readonly<Record<string, string>>;

export function settingArguments(socketFolder: string, overrides: PostgresSettings = {}): readonly string[] {
  const all: PostgresSettings = { ...settings, unix_socket_directories: socketFolder, ...overrides };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
