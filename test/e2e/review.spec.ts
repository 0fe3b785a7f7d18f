import type { ChangedAccount, ReviewTable, StayHistory, WardSummary } from '@endwatch/contracts';
import type { Browser } from 'playwright-core';
import { brokenRules, openBrowser, openScreen, saved, type Screen } from '../harness/browser.ts';
import { Child } from '../harness/child.ts';
import { bareFigures, cutWords, wider } from '../harness/looks.ts';
import * as fhir from '../harness/messages.ts';
import { sheetsOf } from '../harness/sheets.ts';
import { Endwatch, eventually } from '../harness/system.ts';
import { boardSays, namesNobodyOnPaper } from './board-then.ts';
import { linesOf, otherLines } from './drawn-lines.ts';
import { chooseAnyHour, onlyWhatIsNoted, saveDisguised } from './saved-figures.ts';
import { changesWhatIsInSight } from './stay-sight.ts';

const HOUR = 3_600_000;
const STAYS = 40;
const CT = 'Lea Live has an M1 occlusion.';
const DESK = { viewport: { width: 1920, height: 1080 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** Forty past stays of the simulator, and one that is charted while Endwatch looks on. */
describe('the quality review', () => {
  const opened: (() => unknown)[] = [];
  let endwatch: Endwatch;
  let browser: Browser;
  let past: ReviewTable['rows'][number];

  const open = (path: string, options: Parameters<typeof openScreen>[2] = DESK): Promise<Screen> =>
    openScreen(browser, endwatch.address + path, options);

  beforeAll(async () => {
    endwatch = await new Endwatch({ ENDWATCH_PARTITIONS: '2' }).ready();
    opened.push(() => endwatch.stop());
    const simulator = new Child({
      args: [
        ...['--disable-warning=TimeoutNegativeWarning', 'test/simulator/main.ts'],
        ...['--to', endwatch.address, '--history', String(STAYS)],
      ],
      env: { ENDWATCH_HOME: endwatch.home },
    });
    opened.push(() => simulator.stop());
    await simulator.line(/past stays sent/, 150_000);
    await chartLive();
    const table = await eventually(
      () => endwatch.json<ReviewTable>('/api/review/stays?limit=500'),
      ({ total, rows, freshness }) =>
        total === STAYS + 1 &&
        freshness.waiting === 0 &&
        rows.every(({ patientId, dischargedAt }) => patientId === 'live' || dischargedAt !== null),
      120_000,
    );
    const early = table.rows.find(
      ({ end, loadedAfterwards }) => loadedAfterwards && end.type === 'early',
    );
    if (early === undefined) throw new Error('none of the past stays had an early END');
    past = early;
    browser = await openBrowser();
    opened.push(() => browser.close());
  }, 300_000);

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  /** Known in two steps, so that there is a before and an after. */
  async function chartLive(): Promise<void> {
    const admittedAt = Date.now() - 20 * HOUR;
    const first = { id: 'live-1', patientId: 'live', at: admittedAt + HOUR };
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        ...[fhir.ward('live', 'Live ward'), fhir.bed('live-1', '1', 'live')],
        ...[fhir.patient('live', 'Live, Lea')],
        fhir.encounter('live', { start: admittedAt, bedId: 'live-1' }),
        fhir.nihss(first, { '5a': 1 }),
        fhir.report({ ...first, id: 'live-ct' }, CT),
      ),
    );
    const stay = (): Promise<StayHistory> => endwatch.json('/api/review/stays/live');
    await eventually(stay, ({ risk }) => risk.knownThen.length > 0);
    const worse = { id: 'live-2', patientId: 'live', at: admittedAt + 10 * HOUR };
    await endwatch.post('/fhir', fhir.bundle(fhir.nihss(worse, { '5a': 4 })));
    await eventually(stay, ({ end, alerts }) => end.status === 'confirmed' && alerts.length > 0);
  }

  it.each([
    ['/review/cohort', 'Who is counted'],
    ['/review/outcomes', 'How well the forecast ranked, by subgroup'],
    ['/review/stays/live', 'The stay on one axis'],
  ])('%s can be read by everybody, in both lights', async (path, words) => {
    for (const [options, colorScheme] of [
      [DESK, 'light'],
      [PHONE, 'dark'],
    ] as const) {
      const screen = { ...options, colorScheme };
      const { page, context, complaints } = await open(path, screen);
      await page.getByRole('heading', { name: words }).waitFor();
      await page.locator('svg[data-figure]').first().waitFor();
      await page
        .locator('endwatch-provenance')
        .getByText(/^Trained on simulated/)
        .waitFor();
      await page.getByText(/^Everything (that has come|until .+) is counted/).waitFor();
      expect(await brokenRules(page)).toEqual([]);
      expect(await wider(page)).toBe(0);
      expect(await cutWords(page)).toEqual([]);
      expect(await bareFigures(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('speaks German where the browser does, with a decimal comma', async () => {
    const { page, context, complaints } = await open('/review/outcomes', {
      ...{ ...DESK, locale: 'de-DE' },
    });
    await page.getByRole('heading', { name: 'Trennschärfe der Prognose nach Subgruppe' }).waitFor();
    await page.getByRole('columnheader', { name: 'Risikogruppe' }).first().waitFor();
    await page.locator('endwatch-forest-plot').getByText('0,75', { exact: true }).waitFor();
    const cells = await page.locator('endwatch-chart-frame td').allInnerTexts();
    expect(cells.filter((text) => /^\d+,\d+$/.test(text)).length).toBeGreaterThan(20);
    expect(cells.filter((text) => /^\d+\.\d+$/.test(text))).toEqual([]);
    expect(await wider(page)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a filter stands in the address, survives a reload, and goes with one to the other views', async () => {
    const { page, context } = await open('/review');
    const ward = past.ward!;
    const wards = await endwatch.json<WardSummary[]>('/api/wards');
    const name = wards.find(({ id }) => id === ward)!.name;
    await page.locator('summary', { hasText: 'Every ward' }).click();
    await page.getByRole('checkbox', { name }).check();
    await page.waitForURL(new RegExp(`ward=${ward}`));
    const of = (await endwatch.json<ReviewTable>(`/api/review/stays?ward=${ward}`)).total;
    expect(of).toBeLessThan(STAYS);
    const group = page.getByRole('group', { name: 'Who is counted' });
    const n = group.getByText(new RegExp(`^n = ${String(of)}\\D`));
    await n.waitFor();
    await page.reload();
    await n.waitFor();
    await page.locator('.counts').getByText(`Stays: on ${name}`).waitFor();
    await page.getByRole('cell', { name, exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Outcomes' }).click();
    await page.waitForURL(new RegExp(`outcomes\\?.*ward=${ward}`));
    await page.locator('.counts').getByText(`Stays: on ${name}`).waitFor();
    await context.close();
  });

  it('bands are chosen at any whole hour', async () => {
    const { page, context } = await open('/review/outcomes');
    await chooseAnyHour(page);
    await context.close();
  });

  it('a filter that leaves nobody says what to do', async () => {
    const { page, context } = await open('/review/outcomes?from=1999-01-01&to=1999-01-02');
    await page.getByText('The filter leaves no stay').first().waitFor();
    await page.getByRole('button', { name: 'Count all stays' }).first().click();
    await page.waitForURL((url) => !url.search.includes('1999'));
    await page.locator('svg[data-figure]').first().waitFor();
    await context.close();
  });

  it('the table draws the stays in sight, whichever those are', async () => {
    const { page, context } = await open('/review/cohort');
    const table = page.getByRole('region', { name: 'Stays, scrolls' });
    const rows = table.locator('tbody tr[aria-rowindex]');
    await rows.first().waitFor();
    expect(await table.getByRole('table').getAttribute('aria-rowcount')).toBe(String(STAYS + 2));
    expect(await rows.count()).toBeLessThan(STAYS + 1);
    // The head is the first.
    const of = (rank: number) => table.locator(`tr[aria-rowindex="${String(rank)}"]`);
    const [first, last] = [of(2), of(STAYS + 2)];
    expect([await first.count(), await last.count()]).toEqual([1, 0]);
    await table.evaluate((region) => {
      region.scrollTop = region.scrollHeight;
    });
    await last.waitFor();
    expect(await first.count()).toBe(0);
    const below = await last.evaluate(
      (row) =>
        row.getBoundingClientRect().bottom -
        (row.closest('[role=region]')?.getBoundingClientRect().bottom ?? 0),
    );
    expect(below).toBeLessThanOrEqual(1);
    await context.close();
  });

  it('the table is sorted, and leads to one stay', async () => {
    const { page, context } = await open('/review/cohort');
    const ages = page.locator('endwatch-stay-table tbody td:nth-of-type(3)');
    await ages.first().waitFor();
    await page.getByRole('button', { name: 'Age' }).click();
    await page.waitForURL(/sort=age/);
    const shown = await eventually(
      async () => (await ages.allTextContents()).map(Number).filter((age) => !Number.isNaN(age)),
      (all) => String(all) === String(all.toSorted((a, b) => b - a)),
    );
    expect(shown.length).toBeGreaterThan(10);
    await page.locator('endwatch-stay-table tbody a').first().click();
    await page.getByRole('heading', { name: 'The stay on one axis' }).waitFor();
    await context.close();
  });

  it('a cohort is saved, opened and deleted', async () => {
    const { page, context } = await open('/review/cohort?end=early');
    await page.getByLabel(/Save these/).fill('Early ones');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('as “Early ones”').waitFor();
    await page.getByRole('button', { name: 'Open Early ones' }).click();
    await page.waitForURL(/cohort=/);
    expect(page.url()).not.toContain('end=early');
    await page.locator('.counts').getByText('Stays: saved cohort “Early ones”').waitFor();
    await page.getByRole('button', { name: 'Delete Early ones' }).click();
    await page.getByRole('button', { name: 'Really delete Early ones' }).click();
    await page.getByText('“Early ones” is deleted').waitFor();
    expect(await endwatch.json('/api/review/cohorts')).toEqual([]);
    await context.close();
  });

  it('outcomes are drawn as asked for: middle, single stays, curve, and whose knowledge', async () => {
    const { page, context } = await open('/review/outcomes');
    const courses = page.getByRole('group', { name: /^NIHSS over 14 days/ }).first();
    const incidence = page.getByRole('group', { name: /^Cumulative incidence/ }).first();
    const mean = await otherLines(courses);
    await courses.getByText(/^Mean with 95 % interval/).waitFor();
    await courses.getByRole('button', { name: 'Median', exact: true }).click();
    await courses.getByText(/^Median with quartiles/).waitFor();
    const median = await otherLines(courses, mean);
    const heads = await courses.locator('.table thead th').allInnerTexts();
    expect(heads.slice(3)).toEqual([
      ...['Mean', '95 % from', '95 % to', 'Median', 'Quartile 1', 'Quartile 3'],
    ]);

    const singles = courses.locator('path.line[data-look="single"]');
    expect(await singles.count()).toBe(0);
    await courses.getByRole('button', { name: 'Single stays' }).click();
    await eventually(
      () => singles.count(),
      (n) => n > STAYS / 2,
    );
    await courses.getByRole('button', { name: 'Single stays' }).click();
    await eventually(
      () => linesOf(courses),
      (now) => now === median,
    );

    const shares = incidence.locator('table.figures');
    const competing = [await otherLines(incidence), await shares.innerText()];
    await incidence.getByText(/Aalen–Johansen: END, death and discharge compete/).waitFor();
    await incidence.getByLabel('Which curve').selectOption('km');
    await incidence.getByText(/Kaplan–Meier, .* death and discharge are censored/).waitFor();
    await otherLines(incidence, competing[0] ?? '');
    expect(await shares.innerText()).not.toBe(competing[1]);
    await incidence.getByLabel('Which curve').selectOption('end');

    const then = await incidence.locator('.table').first().innerText();
    await page.getByRole('button', { name: 'As it is known now' }).click();
    await page.waitForURL(/known=now/);
    await eventually(
      () => incidence.locator('.table').first().innerText(),
      (now) => now !== then,
    );
    await context.close();
  });

  it('a chart is saved as drawing, as picture and in figures, each with whom it counts', async () => {
    const { page, context } = await open('/review/outcomes?end=early&end=none');
    const frame = page.getByRole('group', { name: /^NIHSS over 14 days/ }).first();
    await frame.waitFor();
    const svg = await saved(page, () => frame.getByRole('button', { name: 'SVG' }).click());
    expect(svg.toString()).toContain('not for clinical decisions');
    expect(svg.toString()).toContain('END Early END');
    const png = await saved(page, () => frame.getByRole('button', { name: 'PNG' }).click());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const csv = await saved(page, () => frame.getByRole('button', { name: 'CSV' }).click());
    expect(csv.toString()).toMatch(/^Risk band,Day,Stays,Mean/);
    await onlyWhatIsNoted(page, frame, endwatch);
    await context.close();
  });

  it('what is saved of one stay tells neither who nor when', async () => {
    const { page, context } = await open('/review/stays/live');
    await saveDisguised(page, endwatch);
    await context.close();
  });

  it('every printed sheet says when, of whom, by which model and by which definitions', async () => {
    const { page, context } = await open('/review/cohort?end=early');
    await page.locator('endwatch-stay-table tbody a').first().waitFor();
    await page
      .getByText(/Model in service/)
      .first()
      .waitFor({ state: 'attached' });
    const pages = await sheetsOf(page);
    expect(pages.length).toBeGreaterThan(1);
    for (const text of pages) {
      expect(text).toContain('END Early END');
      expect(text).toMatch(/Model in service \S+, trained on simulated patients/);
      expect(text).toContain('early neurological deterioration, a fact');
      expect(text).toMatch(/printed \d+ \w+ \d\d:\d\d \d{4}/);
      // The head of the table of stays, which is pressed on the screen.
      if (/\d+ \w+ \d\d:\d\d.*(?:Male|Female)/s.test(text)) {
        expect(text).toMatch(/Admitted\s+Discharged\s+Ward\s+Age\s+Sex\s+NIHSS\s+END/);
      }
    }
    await context.close();
  });

  it('a long stay is printed with its head on every sheet', async () => {
    const { page, context } = await open(`/review/stays/${past.patientId}`);
    await page.locator('endwatch-stay-drawing svg[data-figure]').waitFor();
    const pages = await sheetsOf(page);
    expect(pages.length).toBeGreaterThan(5);
    for (const text of pages) {
      expect(text).toMatch(/Model in service \S+, trained on simulated patients/);
      expect(text).toContain('Known at and true at:');
    }
    await context.close();
  });

  it('outcomes are printed with what the curves reach each day, every step being in the CSV', async () => {
    const { page, context } = await open('/review/outcomes');
    const frame = page.getByRole('group', { name: /^Cumulative incidence/ }).first();
    await frame.locator('svg[data-figure]').waitFor();
    const csv = await saved(page, () => frame.getByRole('button', { name: 'CSV' }).click());
    await page.emulateMedia({ media: 'print' });
    const shown = frame.locator('.table tbody tr').filter({ visible: true });
    const days = await shown.locator('td:nth-child(2)').allInnerTexts();
    expect(days.slice(0, 8)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(days.length).toBeLessThanOrEqual(3 * 8);
    expect(csv.toString().split('\r\n').length).toBeGreaterThan(days.length);
    const sheets = await sheetsOf(page);
    expect(sheets.some((text) => text.includes('Stays at risk'))).toBe(true);
    await context.close();
  });

  it('a printed handover says on every sheet of which ward, when, and by which model', async () => {
    const { page, context } = await open('/wards/live/handover');
    await page.getByText('Lea Live').first().waitFor();
    // More than one sheet, whoever lies on the ward.
    await page.evaluate(() => {
      const section = document.querySelector('main section')!;
      for (let n = 0; n < 12; n += 1) section.after(section.cloneNode(true));
    });
    const pages = await sheetsOf(page);
    expect(pages.length).toBeGreaterThan(1);
    for (const text of pages) {
      expect(text).toMatch(/Live ward,.*1 patient/);
      expect(text).toMatch(/Printed \d+ \w+ \d\d:\d\d/);
    }
    await context.close();
  });

  it('what was known is shown without what came later', async () => {
    const { page, context } = await open('/review/stays/live');
    const confirmed = page.locator('.end', { hasText: 'END' });
    await eventually(
      () => confirmed.textContent(),
      (text) => /^\s*END \d/.test(text ?? ''),
    );
    await page.getByText('Deterioration confirmed').first().waitFor();
    await page.getByLabel('Moment of knowledge').fill('0');
    await page.waitForURL(/knownAt=/);
    await page.getByText(/Only what was known at/).waitFor();
    await boardSays(page, { total: '1', end: /^$/, name: /Lea/ });
    await eventually(
      () => confirmed.textContent(),
      (text) => text?.trim() === 'No END',
    );
    expect(await page.locator('endwatch-alert-log').textContent()).not.toContain('confirmed');
    expect(await page.locator('circle.examined').count()).toBeLessThan(2);
    const items = (score: number): RegExp =>
      new RegExp(`Left arm ${String(score)} · all others 0$`);
    expect(await page.locator('circle.examined title').textContent()).toMatch(items(1));
    await page.getByRole('cell', { name: items(1) }).waitFor({ state: 'attached' });
    expect(await page.getByRole('cell', { name: items(4) }).count()).toBe(0);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.locator('circle.examined').nth(1).waitFor();
    await boardSays(page, { total: '4', end: /END \d.*\+3/, name: /Lea/ });
    await page.getByRole('button', { name: 'Now' }).click();
    await page.waitForURL((url) => !url.search.includes('knownAt'));
    // Her number is her surname.
    const masked = '[name] [number] has an M1 occlusion.';
    await namesNobodyOnPaper(page, { text: CT, masked, name: /Lea/ });
    await context.close();
  });

  it('the axis is zoomed by the keyboard, and lines of two kinds of knowledge differ', async () => {
    const { page, context } = await open('/review/stays/live');
    const end = page.getByRole('slider', { name: 'End of what is in sight' });
    await end.waitFor();
    const before = Number(await end.getAttribute('aria-valuenow'));
    await end.press('PageDown');
    await eventually(
      () => end.getAttribute('aria-valuenow'),
      (now) => Number(now) === before - 12,
    );
    const dashes = await page.evaluate(() =>
      ['.then', '.now', '.nihss'].map(
        (name) => getComputedStyle(document.querySelector(name)!).strokeDasharray,
      ),
    );
    expect(new Set(dashes).size).toBe(3);
    expect(dashes[2]).toBe('none');
    await context.close();
  });

  it('what is in sight is dragged, zoomed by the wheel and chosen by buttons', async () => {
    const { page, context } = await open(`/review/stays/${past.patientId}`);
    await changesWhatIsInSight(page);
    await context.close();
  });

  it('a nurse is refused, on the page and by the server', async () => {
    const { page, context } = await open('/review/cohort');
    const made = await endwatch.post<ChangedAccount>('/api/accounts', {
      ...{ username: 'nora', role: 'nurse', name: 'Nora' },
    });
    await context.clearCookies();
    await page.goto(`${endwatch.address}/sign-in`);
    await page.getByLabel('User name').fill('nora');
    await page.getByLabel('Password').fill(made.password ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Account: Nora' }).waitFor();
    await page.getByRole('button', { name: 'Account: Nora' }).click();
    expect(await page.getByRole('link', { name: 'Quality review' }).count()).toBe(0);
    await page.goto(`${endwatch.address}/review/cohort`);
    await page.getByText('not for your account').waitFor();
    expect(await page.evaluate(async () => (await fetch('/api/review/stays')).status)).toBe(403);
    await context.close();
  });
});
