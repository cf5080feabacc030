import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { openShop, type Shop } from './testing.ts';

const repository = join(import.meta.dirname, '..', '..');
const cut = '@@ next step @@\n';

interface Step {
  readonly command: string;
  readonly printed: string;
}

/** Each command of the section, with the output that the page says it prints. */
function stepsOf(page: string): readonly Step[] {
  const section = /\n## A first purchase\n([\s\S]*?)\n## /.exec(page)?.[1] ?? '';
  return [...section.matchAll(/```sh\n([\s\S]*?)```\n(?:\n```(?:json|text)\n([\s\S]*?)```\n)?/g)].map(
    ([, command = '', printed = '']) => ({ command, printed }),
  );
}

/** One shell does all of them, as a reader would. */
async function run(steps: readonly Step[], shop: Shop): Promise<readonly string[]> {
  const script = steps.map(({ command }) => `${command}\necho '${cut.trim()}'`).join('\n');
  const here = script.replace(/^URL=.*$/m, `URL=${shop.url}`).replace(/^OPERATOR=.*$/m, `OPERATOR=${shop.operatorKey}`);
  const { stdout } = await promisify(execFile)('bash', ['-ec', here], { cwd: repository });
  return stdout.split(cut).slice(0, steps.length);
}

const skip = spawnSync('curl', ['--version']).status !== 0 && 'there is no curl here';

test('the commands of README.md print what README.md says', { skip }, async () => {
  const steps = stepsOf(readFileSync(join(repository, 'README.md'), 'utf8'));
  assert.ok(steps.filter(({ printed }) => printed !== '').length >= 8);
  const shop = await openShop();
  try {
    const printed = await run(steps, shop);
    for (const [index, step] of steps.entries()) assert.equal(printed[index], step.printed, step.command);
  } finally {
    await shop.close();
  }
});
