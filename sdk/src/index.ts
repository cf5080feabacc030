export { type Client, createClient, type Exchange } from './client.ts';
export type { CallOptions, ClientOptions } from './options.ts';
export { ProblemError } from './problem-error.ts';
