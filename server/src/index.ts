export { type ApiKeyRow, issueKey, markKeyRevoked, selectKeys } from './features/keys/index.ts';
export type { ServerOptions } from './options.ts';
export { CannotListen, type RunningServer, type StartOptions, startServer } from './start-server.ts';
export { version } from './version.ts';
