import { commands } from './commands.ts';

const BEGINNING = `# The command line

Operators use \`npx trofast COMMAND\`. This page is made from the commands themselves by
\`node scripts/write-command-reference.ts\`; \`--help\` says the same.

Every command takes \`--json\` and then answers one JSON document on the standard output, also for a mistake:
\`{ "error": { "message": …, "remedy": … } }\`. What a command is doing meanwhile goes to the standard error.

| exit code | meaning |
|---|---|
| 0 | Done, and the answer is a good one. |
| 1 | The answer is a bad one: a check failed, the book does not hold, a file cannot be used. It says what to do. |
| 2 | The command was written wrongly: an unknown command, flag or value. |
| 70 | A fault of Trofast. Please report it. |

A command that opens an embedded database does so alone: while a server has the data folder open, it is refused. With
a PostgreSQL of yours (\`DATABASE_URL\`) commands run beside the server, except \`rebucket\`.
`;

/** docs/cli.md. */
export async function commandReference(): Promise<string> {
  const sections: string[] = [];
  for (const [name, { load }] of Object.entries(commands)) {
    const { help } = await load();
    sections.push(`## trofast ${name}\n\n\`\`\`\n${help}\n\`\`\`\n`);
  }
  return [BEGINNING, ...sections].join('\n');
}
