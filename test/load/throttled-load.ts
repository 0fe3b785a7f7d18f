import type { Browser, Page } from 'playwright-core';
import { enter } from '../harness/access.ts';
import { firstLoad } from './page-probe.ts';

const SLOWER = 4;
/** The main thread counts as quiet when no long task has begun for so long. */
const QUIET_MS = 3_000;

/** Opening the board on a processor that was slowed down; ms since the navigation began. */
export interface ThrottledLoad {
  readonly firstContentfulPaint: number;
  /** Of a page that is one line of text. */
  readonly bareContentfulPaint: number;
  readonly tiles: number;
  /** End of the last long task of the load. */
  readonly quiet: number;
}

interface Marks {
  tiles: number;
  longTasksEnd: number;
}

export async function loadThrottled(
  browser: Browser,
  { board, bare }: { board: string; bare: string },
): Promise<ThrottledLoad> {
  const bareContentfulPaint = await onSlowPage(browser, async (page) => {
    await page.goto(bare);
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    return (await firstLoad(page)).firstContentfulPaint;
  });
  return onSlowPage(browser, async (page) => {
    await page.addInitScript(mark);
    await enter(page.context(), board);
    await page.goto(board);
    await page.locator('[data-patient]').first().waitFor();
    await page.waitForTimeout(QUIET_MS);
    const marks = await page.evaluate(
      () => (window as unknown as { endwatchMarks: Marks }).endwatchMarks,
    );
    const { firstContentfulPaint } = await firstLoad(page);
    const quiet = Math.max(marks.tiles, marks.longTasksEnd);
    return { firstContentfulPaint, bareContentfulPaint, tiles: marks.tiles, quiet };
  });
}

async function onSlowPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Runs in the page, by itself: it may use nothing of this file. */
function mark(): void {
  const marks: Marks = { tiles: NaN, longTasksEnd: 0 };
  (window as unknown as { endwatchMarks: Marks }).endwatchMarks = marks;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      marks.longTasksEnd = Math.max(marks.longTasksEnd, startTime + duration);
  }).observe({ type: 'longtask', buffered: true });
  const frame = (now: number): void => {
    if (document.querySelector('[data-patient]')) marks.tiles = now;
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
