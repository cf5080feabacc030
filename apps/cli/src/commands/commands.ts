import type { Command } from './command.ts';

interface Listed {
  readonly summary: string;
  /** Loaded when asked for: `check` need not wait for a server to be read. */
  load(): Promise<Command>;
}

export const commands: Readonly<Record<string, Listed>> = {
  start: {
    summary: 'Serve programs over HTTP',
    load: async () => (await import('./start.ts')).start,
  },
  demo: {
    summary: 'Watch a year of a real shop go through a program',
    load: async () => (await import('./demo.ts')).demo,
  },
  check: {
    summary: 'Check program documents and run their worked examples',
    load: async () => (await import('./check.ts')).check,
  },
  explain: {
    summary: 'Tell a program in plain sentences',
    load: async () => (await import('./explain.ts')).explain,
  },
  simulate: {
    summary: 'Try a program on a file of purchases, without a database',
    load: async () => (await import('./simulate.ts')).simulate,
  },
  plan: {
    summary: 'Show what a new version of a program would change, and for whom',
    load: async () => (await import('./plan.ts')).plan,
  },
  apply: {
    summary: 'Publish a version of a program',
    load: async () => (await import('./apply.ts')).apply,
  },
  import: {
    summary: 'Record purchases from a file',
    load: async () => (await import('./import.ts')).importPurchases,
  },
  export: {
    summary: 'Write everything out',
    load: async () => (await import('./export.ts')).exportEverything,
  },
  verify: {
    summary: 'Prove sums, folds and chains',
    load: async () => (await import('./verify.ts')).verify,
  },
  keys: {
    summary: 'Make, list and revoke API keys',
    load: async () => (await import('./keys.ts')).keys,
  },
  clock: {
    summary: "Show or move a program's sandbox clock",
    load: async () => (await import('./clock.ts')).clock,
  },
  rebucket: {
    summary: 'Spread a database over another number of buckets',
    load: async () => (await import('./rebucket.ts')).rebucketDatabase,
  },
};
