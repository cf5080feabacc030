// npm run screenshots: serves the demo, goes through the faces as their people do, and takes the pictures of the README.

import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { type Client, createClient } from '@trofast/sdk';
import { ensureChromium } from '../browser/find-chromium.ts';
import { repository } from './workspaces.ts';

const folder = join(repository, 'docs/pictures');
const program = 'gift-shop';
const languages = ['da', 'sv', 'nb', 'en'] as const;

interface Served {
  readonly url: string;
  readonly operatorKey: string;
  readonly welcomeLink: string;
  stop(): Promise<void>;
}

interface Visit {
  readonly language: string;
  readonly width: number;
  readonly height: number;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The demo on the cut that ships, in a folder of its own. */
async function serveDemo(): Promise<Served> {
  const data = mkdtempSync(join(tmpdir(), 'trofast-pictures-'));
  const command = join(repository, 'apps/cli/bin/trofast.ts');
  const demo = spawn(process.execPath, [command, 'demo', '--json', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => demo.once('exit', resolve));
  for await (const line of createInterface({ input: demo.stdout })) {
    const told = JSON.parse(line) as Partial<Served>;
    if (told.url === undefined || told.operatorKey === undefined || told.welcomeLink === undefined) continue;
    const { url, operatorKey, welcomeLink } = told;
    const stop = async () => {
      demo.kill('SIGINT');
      await ended;
      rmSync(data, { recursive: true });
    };
    return { url, operatorKey, welcomeLink, stop };
  }
  throw new Error('The demo ended before it answered.');
}

async function openPage(browser: Browser, url: string, { language, width, height }: Visit) {
  const context = await browser.newContext({
    baseURL: url,
    locale: language,
    timezoneId: 'Europe/Copenhagen',
    viewport: { width, height },
    deviceScaleFactor: width < 600 ? 2 : 1,
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  await context.addInitScript((code) => localStorage.setItem('trofast-language', code), language);
  return { context, page: await context.newPage() };
}

async function take(page: Page, name: string) {
  // Charts and the like come a moment after the page; one that waits for news is never idle.
  await setTimeout(1500);
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  say(`docs/pictures/${name}.png`);
}

/** Becomes the first owner, and keeps the cookie for other browsers. */
async function signInOwner(context: BrowserContext, { url, welcomeLink }: Served) {
  const answer = await context.request.post('/v1/setup/owner', {
    data: {
      token: welcomeLink.split('#')[1] ?? '',
      name: 'First Owner',
      email: 'owner@example.com',
      password: randomUUID(),
    },
    headers: { Origin: url },
  });
  if (!answer.ok()) throw new Error(`The first owner could not sign in: ${await answer.text()}`);
  return await context.cookies();
}

async function takeConsole(browser: Browser, served: Served, memberId: string) {
  const pages = [
    ['', 'home'],
    [`members/${memberId}`, 'member'],
    ['program', 'program'],
  ] as const;
  let cookies: Awaited<ReturnType<typeof signInOwner>> | undefined;
  for (const language of languages) {
    const { context, page } = await openPage(browser, served.url, { language, width: 1280, height: 860 });
    cookies ??= await signInOwner(context, served);
    await context.addCookies(cookies);
    for (const [path, name] of pages) {
      await page.goto(`/console/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await take(page, `console-${name}.${language}`);
    }
    await context.close();
  }
}

async function takePortal(browser: Browser, { url }: Served, memberId: string, secret: string) {
  for (const language of languages) {
    const { context, page } = await openPage(browser, url, { language, width: 390, height: 844 });
    await page.goto(`/portal/${program}/handover#${handOver(secret, memberId)}`);
    await page.getByTestId('balance').waitFor();
    await take(page, `portal-home.${language}`);
    await page.goto(`/portal/${program}/activity`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await take(page, `portal-activity.${language}`);
    await context.close();
  }
}

async function takeTill(browser: Browser, { url }: Served, client: Client, card: string) {
  for (const language of languages) {
    const { pairing } = await client.createTill({ name: `Till ${language}`, store: 'shop' });
    const { context, page } = await openPage(browser, url, { language, width: 390, height: 844 });
    await page.goto('/till/');
    await page.locator('form input').first().fill(pairing.code);
    await page.locator('form button[type=submit]').first().click();
    const search = page.locator('form input').first();
    await page.waitForLoadState('networkidle');
    await search.fill(card);
    await search.press('Enter');
    await take(page, `till-member.${language}`);
    await context.close();
  }
}

/** As the shop's own site hands a customer over. */
function handOver(secret: string, memberId: string): string {
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: memberId, aud: program, exp: Math.floor(Date.now() / 1000) + 60, jti: randomUUID() };
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** After an import, the tables of the screens need a moment until they have read all of it. */
async function caughtUp(client: Client) {
  let before = '';
  for (;;) {
    const now = JSON.stringify(await client.searchMembers({ limit: 200 }));
    if (now === before && now.length > 100) return;
    before = now;
    await setTimeout(5000);
  }
}

/** One who has something of everything to show: bought often, and has points now. */
async function memberToShow(client: Client): Promise<string> {
  await caughtUp(client);
  const { items } = await client.searchMembers({ level: 'gold', pointsAtLeast: '50', limit: 200 });
  const [first] = items.toSorted((a, b) => Math.abs(a.purchases - 12) - Math.abs(b.purchases - 12));
  if (!first) throw new Error('The demo has no member to show.');
  return first.id;
}

const executablePath = ensureChromium(say);
if (executablePath === undefined) throw new Error('Pictures need a browser.');
mkdirSync(folder, { recursive: true });
say('serving the demo …');
const served = await serveDemo();
const operator = createClient({ url: served.url, key: served.operatorKey });
const { secret: key } = await operator.createKey({ programId: program, name: 'pictures' });
const client = createClient({ url: served.url, key });
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const memberId = await memberToShow(client);
  const card = '2920000001';
  await client.changeMember({ memberId, id: randomUUID(), name: 'First Customer', cards: [card] });
  await takeConsole(browser, served, memberId);
  const { secret } = await client.createHandOverSecret({ programId: program });
  await takePortal(browser, served, memberId, secret);
  await takeTill(browser, served, client, card);
} finally {
  await browser.close();
  await served.stop();
}
