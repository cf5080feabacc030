import { parseArgs } from 'node:util';

/** A setting of the server or a command: its environment name, its flag, its help and its line in docs/options.md. */
export interface Option {
  readonly flag: string;
  readonly env?: string;
  readonly type: 'text' | 'number' | 'boolean';
  readonly default?: string | number | boolean;
  /** What `--help` shows behind the flag: `DIR`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** It is an address with its scheme. */
  readonly isUrl?: true;
  readonly text: string;
}

export type OptionTable = Readonly<Record<string, Option>>;

export const serverOptions = {
  data: {
    flag: 'data',
    env: 'TROFAST_DATA',
    type: 'text',
    default: './data',
    value: 'DIR',
    text: 'Folder of the embedded database. Created when it is not there.',
  },
  databaseUrl: {
    flag: 'database-url',
    env: 'DATABASE_URL',
    type: 'text',
    value: 'URL',
    text: "A PostgreSQL of yours (15 or newer), as its database's owner. Without it, an embedded one runs in the data folder.",
  },
  applicationDatabaseUrl: {
    flag: 'application-database-url',
    env: 'APPLICATION_DATABASE_URL',
    type: 'text',
    value: 'URL',
    text: "The server's own connection, for a database whose owner may not create roles.",
  },
  host: {
    flag: 'host',
    env: 'HOST',
    type: 'text',
    default: '127.0.0.1',
    value: 'ADDRESS',
    text: 'Address to listen on; 0.0.0.0 for every one of this machine.',
  },
  port: {
    flag: 'port',
    env: 'PORT',
    type: 'number',
    default: 8080,
    least: 0,
    most: 65_535,
    value: 'N',
    text: 'Port to listen on; 0 takes any free one.',
  },
  logLevel: {
    flag: 'log-level',
    env: 'LOG_LEVEL',
    type: 'text',
    default: 'warn',
    choices: ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
    value: 'LEVEL',
    text: 'How much the log says. It never names a member.',
  },
  buckets: {
    flag: 'buckets',
    env: 'TROFAST_BUCKETS',
    type: 'number',
    default: 1,
    least: 1,
    most: 4096,
    value: 'N',
    text: 'Over how many buckets a new database is spread; `trofast rebucket` changes an old one.',
  },
  rateLimit: {
    flag: 'rate-limit',
    env: 'TROFAST_RATE_LIMIT',
    type: 'number',
    default: 60_000,
    least: 1,
    value: 'N',
    text: 'Requests a minute for each API key, or for each address without one.',
  },
  bodyLimit: {
    flag: 'body-limit',
    env: 'TROFAST_BODY_LIMIT',
    type: 'number',
    default: 1024,
    least: 1,
    value: 'KIB',
    text: 'Size of the largest request, and of the largest line of a batch, in KiB.',
  },
  trustProxy: {
    flag: 'trust-proxy',
    env: 'TROFAST_TRUST_PROXY',
    type: 'boolean',
    default: false,
    text: 'The server stands behind a proxy of yours, whose `X-Forwarded-For` says who calls.',
  },
  privateWebhooks: {
    flag: 'private-webhooks',
    env: 'TROFAST_PRIVATE_WEBHOOKS',
    type: 'boolean',
    default: false,
    text: 'Webhooks may go to private networks and to this machine.',
  },
  publicUrl: {
    flag: 'public-url',
    env: 'PUBLIC_URL',
    type: 'text',
    value: 'URL',
    isUrl: true,
    text: 'How browsers know this server, as https://loyalty.example.com: for links in messages, and behind a proxy. Without it, what the browser asked for counts.',
  },
  smtpUrl: {
    flag: 'smtp-url',
    env: 'SMTP_URL',
    type: 'text',
    value: 'URL',
    isUrl: true,
    text: 'Where messages are sent, as smtp://USER:PASSWORD@HOST:587. Without it they are kept in the mailbox of the console and told on the terminal.',
  },
  mailFrom: {
    flag: 'mail-from',
    env: 'MAIL_FROM',
    type: 'text',
    default: 'Trofast <noreply@localhost>',
    value: 'ADDRESS',
    text: 'Whom messages come from.',
  },
} as const satisfies OptionTable;

export type ServerOptions = OptionValues<typeof serverOptions>;

export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends { readonly default: string | number | boolean }
    ? ValueOf<Table[Name]>
    : ValueOf<Table[Name]> | undefined;
};

type ValueOf<O extends Option> = { text: string; number: number; boolean: boolean }[O['type']];

export type ReadOptions<Table extends OptionTable> =
  | { readonly values: OptionValues<Table>; readonly positionals: readonly string[] }
  /** What is wrong with what was asked, a sentence each. */
  | { readonly wrong: readonly string[] };

/** Flags win over the environment, that wins over defaults. */
export function readOptions<Table extends OptionTable>(
  table: Table,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ReadOptions<Table> {
  const wrong: string[] = [];
  const parsed = parseFlags(table, args);
  if ('wrong' in parsed) return parsed;

  const values: Record<string, string | number | boolean | undefined> = {};
  for (const [name, option] of Object.entries(table)) {
    const flag = parsed.flags[option.flag];
    const fromEnv = option.env === undefined ? undefined : env[option.env];
    const given = flag ?? (fromEnv === '' ? undefined : fromEnv);
    const source = flag === undefined ? (option.env ?? '') : `--${option.flag}`;
    const value = given === undefined ? option.default : readValue(option, given);
    if (given !== undefined && value === undefined)
      wrong.push(`${source} is ${JSON.stringify(given)}, but must be ${wanted(option)}.`);
    values[name] = value;
  }
  // The loop above has set every name of the table to a value of its type.
  return wrong.length > 0 ? { wrong } : { values: values as OptionValues<Table>, positionals: parsed.positionals };
}

/** The lines of `--help` for these options. */
export function helpOf(table: OptionTable): string {
  const rows = Object.values(table).map(
    (option) => [`--${option.flag}${option.value ? ` ${option.value}` : ''}`, option] as const,
  );
  const width = Math.max(...rows.map(([flag]) => flag.length));
  return rows.map(([flag, option]) => `  ${flag.padEnd(width)}  ${option.text}${aside(option)}`).join('\n');
}

/** docs/options.md. */
export function optionsPage(table: OptionTable): string {
  const rows = Object.values(table).map(
    (option) =>
      `| \`--${option.flag}\` | ${option.env ? `\`${option.env}\`` : ''} | ${option.default === undefined ? '' : `\`${option.default}\``} | ${option.text}${option.choices ? ` One of ${option.choices.map((choice) => `\`${choice}\``).join(', ')}.` : ''} |`,
  );
  return [
    '# Options of the server',
    '',
    'A flag of `trofast start` wins over the environment, and that over the default. This page is made from `server/src/options.ts`.',
    '',
    '| flag | environment | default | meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function parseFlags(
  table: OptionTable,
  args: readonly string[],
):
  | { readonly flags: Readonly<Record<string, string | boolean | undefined>>; readonly positionals: readonly string[] }
  | { readonly wrong: readonly string[] } {
  const options = Object.fromEntries(
    Object.values(table).map(({ flag, type }) => [
      flag,
      { type: type === 'boolean' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { flags: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    // parseArgs throws for what a user wrote; its first sentence says what, the rest is about programming.
    if (error instanceof TypeError && 'code' in error) return { wrong: [firstSentence(error.message)] };
    throw error;
  }
}

function firstSentence(message: string): string {
  return `${message.split(/[.\n]/)[0]}.`;
}

function readValue(option: Option, given: string | boolean): string | number | boolean | undefined {
  switch (option.type) {
    case 'boolean':
      if (typeof given === 'boolean') return given;
      return { true: true, '1': true, false: false, '0': false }[given];
    case 'number': {
      const number = Number(given);
      const fits = number >= (option.least ?? -Infinity) && number <= (option.most ?? Infinity);
      return /^\d+$/.test(String(given)) && fits ? number : undefined;
    }
    case 'text':
      if (option.isUrl && !URL.canParse(String(given))) return undefined;
      return option.choices && !option.choices.includes(String(given)) ? undefined : String(given);
  }
}

function wanted(option: Option): string {
  if (option.type === 'boolean') return '`true` or `false`';
  if (option.choices) return `one of ${option.choices.join(', ')}`;
  if (option.isUrl) return 'an address with its scheme, as https://loyalty.example.com';
  const from = option.least === undefined ? '' : ` from ${option.least}`;
  const to = option.most === undefined ? '' : ` to ${option.most}`;
  return option.type === 'number' ? `a whole number${from}${to}` : 'a text';
}

function aside(option: Option): string {
  const parts = [
    ...(option.choices ? [option.choices.join(', ')] : []),
    ...(option.default === undefined || option.default === false ? [] : [`default ${option.default}`]),
    ...(option.env ? [option.env] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
