/**
 * Long tasks with many rows and many updates, in Chromium:
 *   node frontend/dev/measure.mjs [rows=500] [updates per second=50] [seconds=20] [beds|list]
 * Prints how often the main thread was held for longer than 50 ms once the ward is on the screen, and frames per second.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';

process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
const { default: chromium } = await import('@sparticuz/chromium');
const executablePath = await chromium.executablePath();
process.env.FONTCONFIG_PATH ??= '/tmp/fonts';
const [rows = '500', rate = '50', seconds = '20', mode = 'list'] = process.argv.slice(2);

const server = spawn(
  process.execPath,
  [join(import.meta.dirname, 'fixture-server.mjs'), '--beds', rows, '--rate', rate, '--port', '0'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const [line] = await once(server.stdout, 'data');
const browser = await playwright.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
await page.addInitScript((chosen) => {
  localStorage.setItem('endwatch.board-mode', chosen);
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      globalThis.longTasks.push({ at: entry.startTime, ms: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
}, mode);
await page.goto(`${String(line).trim()}/wards/stroke`);
await page.locator('[data-patient]').first().waitFor();
const load = await page.evaluate(() => globalThis.longTasks.splice(0));
await page.waitForTimeout(2_000);
const settle = await page.evaluate(() => globalThis.longTasks.splice(0));
const sequence = () => page.locator('footer .count').textContent();
const before = await sequence();
const frames = await page.evaluate(
  (ms) =>
    new Promise((resolve) => {
      const until = performance.now() + ms;
      let count = 0;
      const next = () => {
        count += 1;
        if (performance.now() < until) requestAnimationFrame(next);
        else resolve(count);
      };
      requestAnimationFrame(next);
    }),
  Number(seconds) * 1000,
);
const during = await page.evaluate(() => globalThis.longTasks);
console.log(
  JSON.stringify({
    rows: Number(rows),
    updatesPerSecond: Number(rate),
    mode,
    before: before?.trim(),
    after: (await sequence())?.trim(),
    framesPerSecond: Math.round(frames / Number(seconds)),
    longTasksWhileLoading: load.map((task) => task.ms),
    longTasksFirstTwoSeconds: settle.map((task) => task.ms),
    longTasks: during.map((task) => task.ms),
  }),
);
await browser.close();
server.kill();
