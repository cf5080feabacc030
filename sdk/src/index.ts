export { type CallOptions, type Client, type ClientOptions, createClient, type Exchange } from './client.ts';
export { ProblemError } from './problem-error.ts';
