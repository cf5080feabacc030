export { type ApiKeyRow, issueKey, markKeyRevoked, type NewKey, selectKeys } from './features/keys/index.ts';
export {
  helpOf,
  type Option,
  type OptionTable,
  type OptionValues,
  optionsPage,
  type ReadOptions,
  readOptions,
  type ServerOptions,
  serverOptions,
} from './options.ts';
export { CannotListen, type RunningServer, type StartOptions, startServer } from './start-server.ts';
export { version } from './version.ts';
