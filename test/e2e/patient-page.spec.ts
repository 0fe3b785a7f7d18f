import type { AsKnown, Explanation, PatientDetail, Trajectory } from '@endwatch/contracts';
import type { Browser, Locator, Page } from 'playwright-core';
import { brokenRules, openBrowser, openScreen } from '../harness/browser.ts';
import { wider } from '../harness/looks.ts';
import * as fhir from '../harness/messages.ts';
import { sheetsOf } from '../harness/sheets.ts';
import { Endwatch, eventually } from '../harness/system.ts';
import { expectedChanges, shownChanges } from './what-changed.ts';

const HOUR = 3_600_000;
const WARD = 'story';
const DESK = { viewport: { width: 1920, height: 1080 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const ITEMS = ['1a', '1b', '1c', '2', '3', '4', '5a', '5b', '6a', '6b', '7', '8', '9', '10', '11'];

const all = (changed: Record<string, number>): Record<string, number> =>
  Object.fromEntries(ITEMS.map((item) => [item, changed[item] ?? 0]));

/** A patient whose END was charted late: what was known before, and after. */
describe('the page of a patient', () => {
  const opened: (() => unknown)[] = [];
  let endwatch: Endwatch;
  let browser: Browser;
  const path = '/patients/p';

  beforeAll(async () => {
    endwatch = await new Endwatch({ ENDWATCH_PARTITIONS: '2' }).ready();
    opened.push(() => endwatch.stop());
    const admittedAt = Date.now() - 9 * HOUR;
    const examined = (id: string, hours: number, items: Record<string, number>): fhir.Resource =>
      fhir.nihss({ id, patientId: 'p', at: admittedAt + hours * HOUR }, all(items));
    const known = (count: number): Promise<Trajectory> =>
      eventually(
        () => endwatch.json<Trajectory>(`/api${path}/trajectory`),
        ({ assessments }) => assessments.length === count,
      );
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        fhir.ward(WARD, 'Ward of the story'),
        fhir.bed(`${WARD}-1`, '1', WARD),
        fhir.patient('p', 'Late, Lena'),
        fhir.encounter('p', { start: admittedAt, bedId: `${WARD}-1` }),
        examined('n1', 1, { '5a': 2, '4': 1 }),
        examined('n3', 8, { '5a': 2, '9': 1 }),
        fhir.report(
          { id: 'ct', patientId: 'p', at: admittedAt + 2 * HOUR },
          'CT head. Impression: No hemorrhage.',
        ),
        fhir.glucose({ id: 'g', patientId: 'p', at: admittedAt + 2 * HOUR }, 99.5),
        fhir.bed(`${WARD}-2`, '2', WARD),
        fhir.patient('q', 'Quiet, Quirin'),
        fhir.encounter('q', { start: admittedAt, bedId: `${WARD}-2` }),
        fhir.nihss({ id: 'q1', patientId: 'q', at: admittedAt + HOUR }, all({ '5a': 2, '4': 1 })),
      ),
    );
    await known(2);
    // Changes within two seconds are one.
    await new Promise((wait) => setTimeout(wait, 2_500));
    const better = { id: 'q2', patientId: 'q', at: admittedAt + 5 * HOUR };
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        examined('n2', 5, { '5a': 4, '4': 1 }),
        fhir.nihss(better, all({ '5a': 1, '4': 1 })),
        fhir.glucose({ id: 'qg', patientId: 'q', at: admittedAt + 6 * HOUR }, 290),
      ),
    );
    await known(3);
    browser = await openBrowser();
    opened.push(() => browser.close());
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it.each([
    ['desk', DESK, 'light'],
    ['phone', PHONE, 'dark'],
  ] as const)('tells what changed, item by item, on a %s', async (_what, size, colorScheme) => {
    const { page, context, complaints } = await openScreen(browser, endwatch.address + path, {
      ...{ ...size, colorScheme },
    });
    const table = page.getByRole('region', { name: 'Table of NIHSS items' });
    await table.getByRole('rowheader', { name: 'Left arm' }).waitFor();
    expect(await table.getByRole('columnheader').count()).toBe(4);
    expect(await table.locator('[data-item="5a"]').allInnerTexts()).toEqual([
      expect.stringMatching(/^2, unchanged/),
      expect.stringMatching(/^4, 2 worse/),
      '2\n2',
    ]);
    expect(await table.locator('[data-item="Total"]').nth(1).innerText()).toMatch(/\+2/);
    await page.getByText(/^Admission 3 to 5: \+2\. END counts from \+2/).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    expect(await wider(page)).toBe(0);
    if (size === PHONE) await staysInSight(page);
    await look(page, `now-${colorScheme}`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('draws where END begins, what came in and what rang', async () => {
    const { page, context } = await openScreen(browser, endwatch.address + path, DESK);
    const chart = page.locator('endwatch-stay-chart');
    await chart.getByText('END from 5', { exact: true }).waitFor();
    const box = async (locator: Locator): Promise<{ x: number; y: number; width: number }> =>
      (await locator.boundingBox()) ?? { x: NaN, y: NaN, width: NaN };
    const line = await box(chart.locator('line.reference'));
    expect(line.width).toBeGreaterThan(500);
    // The examination that reached it lies on it.
    const examined = chart.locator('circle.examination');
    expect(await examined.count()).toBe(3);
    const reached = await box(examined.nth(1));
    expect(Math.abs(reached.y + reached.width / 2 - line.y)).toBeLessThanOrEqual(2);
    const lane = (name: string) =>
      chart.locator('.lane').filter({ has: page.getByText(name, { exact: true }) });
    const alert = lane('Alerts').locator('.mark.alert[data-priority="high"]');
    expect(await alert.first().textContent()).toMatch(/Deterioration confirmed/);
    for (const [name, words] of [
      ['Reports', /: CT head/],
      ['Laboratory', /./],
      ['Came in', /NIHSS|Examination/i],
    ] as const) {
      expect(await lane(name).locator('.mark').first().textContent()).toMatch(words);
    }
    await context.close();
  });

  it('says what pushes the forecast up and down, beside what changed', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/patients/q`, DESK);
    const why = page.getByRole('region', { name: 'Why this forecast' });
    const points = (nth: number): Promise<string[]> =>
      why.locator('endwatch-why-bars').nth(nth).locator('.points').allInnerTexts();
    await eventually(
      () => page.locator('section.why').allInnerTexts(),
      ([text]) => text?.includes('What it rests on') === true,
    );
    const signs = (await points(0)).map((one) => one.charAt(0));
    expect(signs).toEqual(expect.arrayContaining(['+', '−']));
    await context.close();
  });

  it.each([
    ['desk', DESK, 'light'],
    ['phone', PHONE, 'dark'],
  ] as const)('says what changed since the forecast before, on a %s', async (_, size, light) => {
    const scoreOfQ = async (): Promise<string | undefined> => {
      const { risk } = await endwatch.json<PatientDetail>('/api/patients/q');
      return risk?.scoreId;
    };
    const before = await scoreOfQ();
    const glucose = { id: `q-${light}`, patientId: 'q', at: Date.now() };
    await endwatch.post('/fhir', fhir.glucose(glucose, light === 'dark' ? 150 : 180));
    await eventually(scoreOfQ, (now) => now !== undefined && now !== before);
    const { page, context } = await openScreen(browser, `${endwatch.address}/patients/q`, {
      ...{ ...size, colorScheme: light },
    });
    const asks = page.waitForRequest(/\/scores\/[^/]+\/explanation$/);
    await page.reload();
    const { pathname } = new URL((await asks).url());
    const told = await endwatch.json<Explanation>(pathname);
    const why = page.getByRole('region', { name: 'Why this forecast' });
    await why.getByRole('heading', { name: 'What changed' }).waitFor();
    const lines = await shownChanges(
      why.getByRole('table', { name: 'What changed since the forecast before' }),
    );
    expect(lines).toEqual(expectedChanges(told));
    const glucoses = light === 'dark' ? '9.99 to 8.33' : '16.1 to 9.99';
    expect(lines).toContainEqual(['Glucose', glucoses, expect.stringMatching(/^[+−]\d/)]);
    const { asOf = '', next24h = NaN } = told.change ?? {};
    const then = `Since ${asOf.slice(11, 16)}, when it was ${String(Math.round(next24h * 100))}`;
    expect(await why.innerText()).toContain(then);
    expect(await why.locator('.sentence').innerText()).toBe(told.sentence);
    expect(await brokenRules(page)).toEqual([]);
    expect(await wider(page)).toBe(0);
    await look(page, `why-${light}`);
    await context.close();
  });

  it('is printed with its date, model and what it is not for, and nothing to press', async () => {
    const { page, context } = await openScreen(browser, endwatch.address + path, DESK);
    await page.locator('endwatch-stay-chart svg').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const head = await page.locator('endwatch-print-head').innerText();
    expect(head).toMatch(/Endwatch · printed .*\d{4}.* · model [a-z]+-/);
    expect(head).toContain('not for clinical decisions');
    const pressed = page.locator('endwatch-patient-page').locator('button, .button');
    expect(await pressed.filter({ visible: true }).count()).toBe(0);
    const widths = await page
      .locator('endwatch-stay-chart ngx-charts-line-chart svg')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(Math.max(...widths)).toBeLessThanOrEqual(700);
    const sheets = await sheetsOf(page);
    expect(sheets.length).toBeGreaterThan(1);
    for (const text of sheets) {
      expect(text).toMatch(/Lena Late · Bed 1, Ward of the story · /);
      expect(text).toMatch(/Endwatch · printed .*\d{4}.* · model [a-z]+-/);
      expect(text).toContain('not for clinical decisions');
      // Nor does the browser's own foot have the number of the patient.
      expect(text).toMatch(/Endwatch http:\S+\/patients(?!\S)/);
      expect(text).not.toContain(path);
    }
    expect(page.url()).toBe(endwatch.address + path);
    await context.close();
  });

  it.each([
    ['desk', DESK, 'dark'],
    ['phone', PHONE, 'light'],
  ] as const)(
    'shows what was known then, and says so, on a %s',
    async (_what, size, colorScheme) => {
      const { page, context, complaints } = await openScreen(browser, endwatch.address + path, {
        ...{ ...size, colorScheme },
      });
      const slider = page.getByRole('slider', { name: 'What did the board show?' });
      await page
        .getByText(/^END \d/)
        .filter({ visible: true })
        .first()
        .waitFor();
      if (size === PHONE) {
        await page.getByRole('button', { name: 'What did the board show?' }).tap();
        await page.locator('#known-at:focus').waitFor();
      } else await slider.focus();
      // Back from change to change until the late examination was not known.
      await eventually(
        async () => {
          await slider.press('ArrowLeft');
          await page.getByText('Past: as known on').waitFor();
          await page.waitForTimeout(400);
          return page
            .getByRole('region', { name: 'Table of NIHSS items' })
            .getByRole('columnheader')
            .count();
        },
        (columns) => columns === 3,
      );
      const at = new URL(page.url()).searchParams.get('at') ?? '';
      const then = await endwatch.json<AsKnown>(
        `/api${path}/as-known?at=${encodeURIComponent(at)}`,
      );
      expect(then.tile?.end.status).toBe('none');
      await page.getByTestId('tile-then').getByText('On the board then').waitFor();
      expect(await page.getByRole('button', { name: /Acknowledge|Snooze|Resolve/ }).count()).toBe(
        0,
      );
      expect(await page.getByRole('link', { name: 'Chart NIHSS' }).count()).toBe(0);
      expect(await brokenRules(page)).toEqual([]);
      expect(await wider(page)).toBe(0);
      await look(page, `past-${colorScheme}`);
      await slider.focus();
      await slider.press('ArrowRight');
      await eventually(
        () =>
          page
            .getByRole('region', { name: 'Table of NIHSS items' })
            .getByRole('columnheader')
            .count(),
        (columns) => columns === 4,
      );
      await page.getByRole('button', { name: 'Back to now' }).click();
      await page.getByText('Past: as known on').waitFor({ state: 'detached' });
      await page
        .getByRole('button', { name: /^Acknowledge/ })
        .first()
        .waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it.each([
    ['phone', PHONE, 'dark'],
    ['desk', DESK, 'light'],
  ] as const)('speaks German to a German browser on a %s', async (what, size, colorScheme) => {
    const { page, context, complaints } = await openScreen(
      browser,
      `${endwatch.address}/wards/${WARD}`,
      { ...size, colorScheme, locale: 'de-DE' },
    );
    await page.locator('html[lang="de"]').waitFor();
    const patient = page.getByRole('link', { name: /Lena/ }).first();
    await patient.waitFor();
    expect(await brokenRules(page)).toEqual([]);
    expect(await wider(page)).toBe(0);
    await look(page, `german-board-${colorScheme}`);

    await patient.click();
    await page
      .getByRole('region', { name: 'Tabelle der NIHSS-Items' })
      .getByRole('rowheader', { name: 'Linker Arm' })
      .waitFor();
    await page.getByText(/^Aufnahme 3 auf 5: \+2\. END gilt ab \+2 insgesamt/).waitFor();
    await page
      .getByText(/^\d\d\.\d\d\. \d\d:\d\d$/)
      .first()
      .waitFor();
    const glucose = page
      .getByRole('region', { name: 'Tabelle der Eingangswerte' })
      .getByRole('row', { name: /^Glukose/ });
    expect(await glucose.innerText()).toMatch(/\d,\d/);
    expect(
      await page.getByText(/Acknowledge|Forecast|Reports|Not examined/).allInnerTexts(),
    ).toEqual([]);
    expect(await brokenRules(page)).toEqual([]);
    expect(await wider(page)).toBe(0);
    await look(page, `german-patient-${colorScheme}`);
    if (what === 'desk') {
      await page.getByRole('button', { name: /^Quittieren: Verschlechterung bestätigt/ }).click();
      await page.getByText(/^Von .+ übernommen, vor /).waitFor();
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** The first column stays while the table moves under it. */
async function staysInSight(page: Page): Promise<void> {
  const head = page.getByRole('rowheader', { name: 'Left arm' });
  const before = await head.boundingBox();
  await page
    .getByRole('region', { name: 'Table of NIHSS items' })
    .evaluate((region) => region.scrollBy(200, 0));
  expect((await head.boundingBox())?.x).toBe(before?.x);
}

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOK'];
  const width = page.viewportSize()?.width ?? 0;
  if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
}
