import type { BoardSnapshot, Trajectory } from '@endwatch/contracts';
import type { Browser, Page } from 'playwright-core';
import { enter } from '../harness/access.ts';
import { brokenRules, openBrowser, openScreen } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually } from '../harness/system.ts';

const HOUR = 3_600_000;
const WARD = 'examined';
const OVERDUE = 'examination-overdue';
const ITEMS = ['1a', '1b', '1c', '2', '3', '4', '5a', '5b', '6a', '6b', '7', '8', '9', '10', '11'];

describe('an examination charted at the bed', () => {
  const opened: (() => unknown)[] = [];
  let endwatch: Endwatch;
  let browser: Browser;
  let page: Page;

  const examinations = async (): Promise<Trajectory['assessments']> =>
    (await endwatch.json<Trajectory>('/api/patients/p/trajectory')).assessments;
  const answer = (item: string, score: number): Promise<void> =>
    page
      .locator(`[data-item="${item}"]`)
      .getByRole('button', { name: new RegExp(`^${String(score)} `) })
      .click();

  beforeAll(async () => {
    endwatch = await new Endwatch({ ENDWATCH_PARTITIONS: '2' }).ready();
    opened.push(() => endwatch.stop());
    // The next one was due three hours ago.
    const admittedAt = Date.now() - 8 * HOUR;
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        fhir.ward(WARD, 'Examined ward'),
        fhir.bed(`${WARD}-1`, '1', WARD),
        fhir.patient('p', 'Chart, Clara'),
        fhir.encounter('p', { start: admittedAt, bedId: `${WARD}-1` }),
        fhir.nihss(
          { id: 'n1', patientId: 'p', at: admittedAt + HOUR },
          Object.fromEntries(ITEMS.map((item) => [item, item === '5a' ? 1 : 0])),
        ),
      ),
    );
    await eventually(examinations, (all) => all.length === 1);
    browser = await openBrowser();
    opened.push(() => browser.close());
    const context = await browser.newContext({
      ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    });
    await enter(context, endwatch.address);
    page = await context.newPage();
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('is one tap away from the alert that it is overdue: in the queue of a board, and on the page of who has it', async () => {
    const { rows } = await eventually(
      () => endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`),
      (board) => board.rows[0]?.alerts.some(({ kind }) => kind === OVERDUE) === true,
    );
    const alert = rows[0]?.alerts.find(({ kind }) => kind === OVERDUE);
    const charting = /\/patients\/p\/examine$/;
    const board = await openScreen(browser, `${endwatch.address}/wards/${WARD}`);
    const line = board.page.locator('endwatch-action-queue li').filter({ hasText: 'overdue' });
    await line.getByRole('link', { name: /^Chart NIHSS, / }).waitFor();
    expect(await brokenRules(board.page)).toEqual([]);
    await line.getByRole('link', { name: /^Chart NIHSS, / }).click();
    await board.page.waitForURL(charting);
    await board.page.getByText('before: 1').waitFor();
    await board.context.close();
    await endwatch.post(`/api/alerts/${alert?.id ?? ''}/take`, {});
    await page.goto(`${endwatch.address}/on-call`);
    const card = page.locator(`[data-alert="${alert?.id ?? ''}"]`);
    await card.getByText('You have it').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await card.getByRole('link', { name: 'Chart NIHSS' }).click();
    await page.waitForURL(charting);
    await page.getByText('before: 1').waitFor();
  });

  it('is kept while there is no network, over a reload, and sent once when there is', async () => {
    await page.goto(`${endwatch.address}/patients/p`);
    await page.getByRole('link', { name: 'Chart NIHSS' }).click();
    await page.getByText('before: 1').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    for (const item of ITEMS.slice(0, 6)) await answer(item, 0);
    await answer('5a', 3);
    await page.getByText('This would confirm END').waitFor();
    await page.reload();
    await page.getByText('8 items left').waitFor();
    for (const item of ITEMS.slice(7)) await answer(item, 0);
    await page.getByText('+2 since admission').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Chart it' }).click();
    await page.getByText('Saved on this device, not sent yet').waitFor();
    expect(await examinations()).toHaveLength(1);
    await page.context().setOffline(false);
    const all = await eventually(examinations, (found) => found.length === 2);
    await page.getByText('Sent: it is charted.').waitFor();
    expect(all[1]).toMatchObject({ total: 3, motor: 3, rater: 'Practitioner/admin' });
    const row = await eventually(
      () => endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows[0]?.end.status !== 'none',
    );
    expect(row.rows[0]?.end.status).toMatch(/confirmed|suspected/);
    expect(await examinations()).toHaveLength(2);
  });

  it('what cannot be tested is charted with its reason', async () => {
    await page.goto(`${endwatch.address}/patients/p/examine`);
    await answer('4', 0);
    const arm = page.locator('[data-item="5b"]');
    await arm.getByRole('button', { name: 'UN' }).click();
    await arm.getByRole('button', { name: 'Amputation' }).click();
    await page.getByRole('button', { name: 'Chart what was examined' }).click();
    await page.getByRole('heading', { name: /Clara/ }).waitFor();
    const all = await eventually(examinations, (found) => found.length === 3);
    expect(all[2]).toMatchObject({ items: { '4': 0, '5b': 'UN' }, partial: true });
  });

  it('what is not believed stays on the device, with why', async () => {
    await page.goto(`${endwatch.address}/patients/p/examine`);
    await answer('4', 1);
    const tomorrow = new Date(Date.now() + 24 * HOUR).toISOString().slice(0, 16);
    await page.getByLabel('Examined at').fill(tomorrow);
    await page.getByRole('button', { name: 'Chart what was examined' }).click();
    await page.getByText(/Not taken: .*ahead of the clock/).waitFor();
    expect(await examinations()).toHaveLength(3);
  });
});
