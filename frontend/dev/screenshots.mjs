/**
 * Pictures of every screen from the fixture server:
 *   node frontend/dev/screenshots.mjs <folder> [name-part]
 * Starts and stops the server itself. Prints what axe and the browser's console have to say.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium as playwright } from 'playwright-core';

process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
const { default: chromium } = await import('@sparticuz/chromium');
const executablePath = await chromium.executablePath();
// Without a fonts folder this Chromium draws no text at all, not even in packaged fonts.
process.env.FONTCONFIG_PATH ??= '/tmp/fonts';

const [folder = '/tmp/frontend', part = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const SIZES = { wall: [1920, 1080], desk: [1280, 800], phone: [390, 844] };
const SHOTS = [
  {
    name: 'fire',
    server: [],
    path: '/wards/stroke',
    sizes: ['wall', 'desk', 'phone'],
    themes: ['light', 'dark'],
  },
  {
    name: 'calm',
    server: ['--mood', 'calm'],
    path: '/wards/stroke',
    sizes: ['wall', 'desk', 'phone'],
    themes: ['light', 'dark'],
  },
  {
    name: 'lanes',
    server: ['--beds', '32'],
    path: '/wards/stroke',
    sizes: ['wall', 'desk', 'phone'],
    themes: ['light', 'dark'],
    keys: ['u'],
  },
  {
    name: 'list',
    server: [],
    path: '/wards/stroke',
    sizes: ['wall', 'desk'],
    themes: ['light', 'dark'],
    keys: ['l'],
  },
  {
    name: 'patient',
    server: [],
    path: '/patients/p5',
    sizes: ['wall', 'desk', 'phone'],
    themes: ['light', 'dark'],
    full: true,
  },
  {
    name: 'patient-end',
    server: [],
    path: '/patients/p3',
    sizes: ['wall'],
    themes: ['light'],
    full: true,
  },
  { name: 'patient-late', server: [], path: '/patients/p9', sizes: ['wall'], themes: ['dark'] },
  {
    name: 'one',
    server: ['--beds', '1'],
    path: '/wards/stroke',
    sizes: ['wall'],
    themes: ['light'],
  },
  {
    name: 'beds32',
    server: ['--beds', '32'],
    path: '/wards/stroke',
    sizes: ['wall'],
    themes: ['light'],
  },
  {
    name: 'beds60',
    server: ['--beds', '60'],
    path: '/wards/stroke',
    sizes: ['wall'],
    themes: ['light'],
  },
  {
    name: 'wards',
    server: ['--wards', '3'],
    path: '/',
    sizes: ['desk', 'phone'],
    themes: ['light'],
  },
  {
    name: 'offline',
    server: [],
    path: '/wards/stroke',
    sizes: ['wall'],
    themes: ['light', 'dark'],
    silence: true,
  },
  {
    name: 'lagging',
    server: [],
    path: '/wards/stroke',
    sizes: ['desk'],
    themes: ['light'],
    lag: true,
  },
  {
    name: 'keys',
    server: [],
    path: '/wards/stroke',
    sizes: ['desk'],
    themes: ['dark'],
    keys: ['?'],
  },
  {
    name: 'name',
    server: [],
    path: '/wards/stroke',
    sizes: ['desk'],
    themes: ['light'],
    keys: ['ArrowRight', 'ArrowRight', 'ArrowRight', 'a'],
  },
  {
    name: 'failed',
    server: ['--refuse-acknowledge'],
    path: '/wards/stroke',
    sizes: ['desk', 'phone'],
    themes: ['light'],
    acknowledge: true,
  },
  {
    name: 'empty',
    server: ['--beds', '0'],
    path: '/wards/stroke',
    sizes: ['desk'],
    themes: ['light'],
  },
  {
    name: 'no-wards',
    server: ['--wards', '0'],
    path: '/',
    sizes: ['desk'],
    themes: ['dark'],
  },
  {
    name: 'one-calm',
    server: ['--beds', '1', '--mood', 'calm'],
    path: '/wards/stroke',
    sizes: ['wall', 'phone'],
    themes: ['light'],
  },
  {
    name: 'patient-three-alerts',
    server: [],
    path: '/patients/p13',
    sizes: ['desk'],
    themes: ['light'],
  },
  {
    name: 'unknown-ward',
    server: [],
    path: '/wards/nowhere',
    sizes: ['desk'],
    themes: ['light'],
  },
  { name: 'not-found', server: [], path: '/nothing/here', sizes: ['desk'], themes: ['light'] },
];

async function serve(options) {
  const server = spawn(
    process.execPath,
    [join(import.meta.dirname, 'fixture-server.mjs'), '--port', '0', ...options],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(server.stdout, 'data');
  return { url: String(line).trim(), stop: () => server.kill() };
}

async function prepare(page, shot, url) {
  if (shot.acknowledge) {
    await page.evaluate(() => localStorage.setItem('endwatch.staff-name', 'R. Osei'));
    await page.reload();
    await page.waitForTimeout(600);
    const button = page.getByRole('button', { name: /^Acknowledge/ }).first();
    if (await button.isVisible().catch(() => false)) await button.click();
  }
  for (const key of shot.keys ?? []) await page.keyboard.press(key);
  if (shot.lag) await fetch(`${url}/fixture/lag?seconds=42`);
  if (shot.silence) await fetch(`${url}/fixture/silence?on=1`);
  if (shot.lag) await page.getByText('Not live').waitFor({ timeout: 15_000 });
  if (shot.silence) await page.getByText('Not live since').waitFor({ timeout: 30_000 });
  if (shot.path.startsWith('/patients'))
    await page
      .locator('path.line')
      .first()
      .waitFor({ timeout: 8_000 })
      .catch(() => {});
  await page.waitForTimeout(shot.path.startsWith('/patients') ? 1_000 : 500);
}

const browser = await playwright.launch({
  executablePath,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const shot of SHOTS.filter((one) => one.name.includes(part))) {
  const server = await serve(shot.server);
  for (const size of shot.sizes) {
    for (const theme of shot.themes) {
      const [width, height] = SIZES[size];
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        hasTouch: size === 'phone',
      });
      const page = await context.newPage();
      page.on(
        'console',
        (message) => message.type() === 'error' && console.log(`  console: ${message.text()}`),
      );
      page.on('pageerror', (error) => console.log(`  error: ${error.message}`));
      await fetch(`${server.url}/fixture/silence?on=0`);
      await page.goto(server.url + shot.path, { waitUntil: 'load' });
      await page.waitForTimeout(500);
      await prepare(page, shot, server.url);
      const name = `${shot.name}-${size}-${theme}`;
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: shot.full ?? false });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      console.log(`${name}: axe ${violations.length}${wide ? ', SCROLLS SIDEWAYS' : ''}`);
      for (const violation of violations) {
        console.log(
          `  ${violation.id} ×${violation.nodes.length}: ${violation.nodes[0].target.join(' ')} ${violation.nodes[0].failureSummary?.split('\n')[1] ?? ''}`,
        );
      }
      await context.close();
    }
  }
  server.stop();
}
await browser.close();
