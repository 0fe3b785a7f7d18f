import type { AuditEntryView } from '@endwatch/contracts';
import type { Locator, Page } from 'playwright-core';
import { saved } from '../harness/browser.ts';
import { eventually, type Endwatch } from '../harness/system.ts';

/** What was saved of the courses of NIHSS stands in the audit, and what cannot be written down is not saved. */
export async function onlyWhatIsNoted(
  page: Page,
  frame: Locator,
  endwatch: Endwatch,
): Promise<void> {
  const query = { end: ['early', 'none'] };
  expect(await figuresSaved(endwatch, 'trajectories')).toEqual([
    ...[
      { format: 'csv', query },
      { format: 'png', query },
    ],
    { format: 'svg', query },
  ]);
  const downloads: unknown[] = [];
  page.on('download', (one) => downloads.push(one));
  const refused: string[] = [];
  await page.route('**/api/review/exports/figures*', (route) => {
    refused.push((route.request().postDataJSON() as { format: string }).format);
    return route.abort();
  });
  for (const format of ['SVG', 'PNG', 'CSV']) {
    await frame.getByRole('button', { name: format }).click();
    await eventually(
      () => Promise.resolve(refused.at(-1)),
      (last) => last === format.toLowerCase(),
    );
    await frame
      .getByRole('alert')
      .getByText(/^Not saved, because the record/)
      .waitFor();
  }
  expect(downloads).toEqual([]);
}

/** Of one stay neither picture nor figures tell who or when. */
export async function saveDisguised(page: Page, endwatch: Endwatch): Promise<void> {
  const frame = page.getByRole('group', { name: /^The stay on one axis/ });
  await frame.locator('circle.examined').first().waitFor();
  const svg = await saved(page, () => frame.getByRole('button', { name: 'SVG' }).click());
  const file = svg.toString();
  expect(file).toContain('One stay, de-identified: no names, no dates.');
  expect(file).toMatch(/visibility="visible"[^>]*>\s*12 h\s*</);
  for (const told of [/\d\d:\d\d/, /\b\d{1,2} [A-Z][a-z]{2}\b/, /<title/, /Live/, /-year-old/]) {
    expect(file).not.toMatch(told);
  }
  const csv = (
    await saved(page, () => frame.getByRole('button', { name: 'CSV' }).click())
  ).toString();
  expect(csv).toMatch(/^hours,known_hours,kind,/);
  expect(csv).toContain('examination,item 5a,4');
  expect(csv).not.toMatch(/\d\d:\d\d|\d{4}-\d\d|Live/);
  expect(await figuresSaved(endwatch, 'stay')).toEqual([{ format: 'svg', query: {} }]);
  const exports = await endwatch.json<AuditEntryView[]>(
    '/api/audit?action=review.export&patient=live',
  );
  expect(exports.map(({ subject }) => subject)).toEqual(['stay']);
}

/** A band by the forecast of an hour that is not among the usual ones; no other is taken. */
export async function chooseAnyHour(page: Page): Promise<void> {
  const field = page.getByRole('spinbutton', { name: 'or hour after admission' });
  const asked = page.waitForResponse((one) => /subgroups\?.*by=37/.test(one.url()));
  await field.fill('37');
  await field.press('Tab');
  expect((await asked).status()).toBe(200);
  await page.waitForURL(/by=37/);
  expect(await page.locator('.landmark select').inputValue()).toBe('37');
  await field.fill('168');
  await field.press('Tab');
  expect(await page.evaluate(() => location.search)).toContain('by=37');
}

async function figuresSaved(
  endwatch: Endwatch,
  figure: string,
): Promise<AuditEntryView['detail'][]> {
  const entries = await endwatch.json<AuditEntryView[]>('/api/audit?action=review.export.figure');
  return entries.filter(({ subject }) => subject === figure).map(({ detail }) => detail);
}
