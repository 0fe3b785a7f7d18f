import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type Page,
} from 'playwright-core';
import { enter } from './access.ts';
import { ROOT } from './child.ts';

const PRINT_PATH = `const { default: chromium } = await import('@sparticuz/chromium'); console.log(await chromium.executablePath())`;

/** The Chromium that comes by npm, with the fonts it brings. Its package is an ES module, which Jest's CommonJS cannot load: a child unpacks it. */
export async function openBrowser(): Promise<Browser> {
  // Its fonts say themselves that they lie in /tmp.
  const env = { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x', TMPDIR: '/tmp' };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', PRINT_PATH],
    { cwd: ROOT, env },
  );
  return playwright.launch({
    executablePath: stdout.trim(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] ?? '/tmp/fonts' },
  });
}

export interface Screen {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page complained of: errors in its console and exceptions. */
  readonly complaints: string[];
}

export async function openScreen(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = { viewport: { width: 1920, height: 1080 } },
): Promise<Screen> {
  const context = await browser.newContext(options);
  if (url.startsWith('http')) await enter(context, url);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { context, page, complaints };
}

/** Of WCAG 2.2 AA, and off in axe as it comes: whatever is pressed measures 24 by 24 pixels or has that much room. */
const TARGET_SIZE = { rules: { 'target-size': { enabled: true } } };

/** Rules of WCAG that the page breaks, with the elements. */
export async function brokenRules(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options(TARGET_SIZE).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** The same, and then in the size of a hand and in the dark, where other parts of it are shown. */
export async function brokenRulesAnywhere(page: Page): Promise<string[]> {
  const asItIs = await brokenRules(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  const inTheHand = await brokenRules(page);
  if (size) await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: null });
  return [...asItIs, ...inTheHand];
}

/** What the page saves as a file when it is acted on so. */
export async function saved(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFile(await download.path());
}
