import type { Page } from 'playwright-core';

/** How long it took; no number where it did not come. */
export async function secondsOf(work: Promise<unknown>): Promise<number> {
  const from = performance.now();
  return work.then(
    () => (performance.now() - from) / 1_000,
    () => NaN,
  );
}

/** What a board shows of alerts: the lines of its queue and the strips of its tiles. */
export async function alertsShown(page: Page): Promise<string[]> {
  const lines = await page
    .locator('endwatch-action-queue li')
    .evaluateAll((all) =>
      all.map((one) =>
        ['.top', '.patient', '.holder'].map(
          (part) => one.querySelector<HTMLElement>(part)?.innerText ?? '',
        ),
      ),
    );
  const tiles = await page.locator('[data-patient] endwatch-alert-strip').allInnerTexts();
  return [...lines.map((line) => line.join(' | ')), ...tiles];
}
