import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AuditEntryView, DriftReview, KeptReport, ReviewTable } from '@endwatch/contracts';
import type { Browser } from 'playwright-core';
import { brokenRules, openBrowser, openScreen } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Phone } from '../harness/phone.ts';
import { Endwatch, eventually } from '../harness/system.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const CLOCK = pathToFileURL(resolve(import.meta.dirname, '../harness/shifted-clock.mjs')).href;
const BED = 'past-1';
/** Of each week five patients; in the last four of seven weeks nearly all of them have END. */
const ENDS = [1, 0, 1, 4, 5, 4, 5] as const;
const EACH = 5;
const PATIENTS = ENDS.length * EACH;

/** The Monday so many weeks ago, UTC. */
function monday(weeksAgo: number): number {
  const today = Math.floor(Date.now() / DAY) * DAY;
  return today - ((new Date(today).getUTCDay() + 6) % 7) * DAY - weeksAgo * WEEK;
}

/** Of the patient `n` of a week of ENDS. */
function admittedAt(week: number, n: number): number {
  return monday(ENDS.length + 3 - week) + (n * 14 + 6) * HOUR;
}

/** A stay of eight days with NIHSS 4 on admission and a day later; on the third day 10, or still 4. */
function stay(id: string, start: number, ended: boolean): fhir.Resource[] {
  const examined = (n: number, after: number, arm: number): fhir.Resource =>
    fhir.nihss({ id: `${id}-n${String(n)}`, patientId: id, at: start + after }, { '5a': arm });
  const worse = { id: `${id}-n3`, patientId: id, at: start + 3 * DAY };
  return [
    fhir.patient(id, `Past, ${id}`),
    {
      ...fhir.encounter(id, { start, bedId: BED }),
      status: 'finished',
      period: {
        start: new Date(start).toISOString(),
        end: new Date(start + 8 * DAY).toISOString(),
      },
    },
    fhir.strokeCondition(id, start),
    ...[examined(1, HOUR, 4), examined(2, 24.5 * HOUR, 4)],
    fhir.nihss(worse, ended ? { '5a': 4, '5b': 3, '9': 3 } : { '5a': 4 }),
    examined(4, 7.5 * DAY, 4),
  ];
}

/** Forecasts and outcomes of weeks gone by, as they are stored, part: the administrator is told, reads of it on the page and finds it in the audit. */
describe('forecasts that no longer fit what comes', () => {
  const opened: (() => unknown)[] = [];
  const home = mkdtempSync(join(tmpdir(), 'endwatch-drift-'));
  const clock = join(home, 'clock');
  let endwatch: Endwatch;
  let phone: Phone;
  let browser: Browser;

  const start = async (): Promise<void> => {
    endwatch = await new Endwatch(
      {
        ...{ ENDWATCH_LOCAL_PUSH: '1', ENDWATCH_PARTITIONS: '1', ENDWATCH_TIME_ZONE: 'UTC' },
        ...{ NODE_OPTIONS: `--import=${CLOCK}`, SHIFTED_CLOCK: clock },
      },
      home,
    ).ready();
  };

  beforeAll(async () => {
    opened.push(() => {
      rmSync(home, { recursive: true, force: true });
    });
    opened.push(() => endwatch.stop());
    // What has come within the last hour may go on coming: it is looked at an hour later.
    writeFileSync(clock, String(-2 * HOUR));
    await start();
    process.kill(endwatch.pid, 'SIGUSR2');
    phone = await new Phone(() => endwatch.address).start();
    opened.push(() => {
      phone.stop();
    });
    const subscription = { subscription: phone.subscription, label: 'Phone' };
    await endwatch.post('/api/push/subscriptions', subscription);
    await endwatch.post(
      '/fhir',
      fhir.bundle(fhir.ward('past', 'Past'), fhir.bed(BED, '1', 'past')),
    );
    for (const [week, ends] of ENDS.entries()) {
      for (let n = 0; n < EACH; n += 1) {
        const resources = stay(`w${String(week)}p${String(n)}`, admittedAt(week, n), n < ends);
        await endwatch.post('/fhir', fhir.bundle(...resources));
      }
    }
    await eventually(
      () => endwatch.json<ReviewTable>('/api/review/stays?limit=1'),
      ({ total, freshness }) => total === PATIENTS && freshness.waiting === 0,
      120_000,
    );
    await endwatch.post('/api/accounts', {
      ...{ username: 'far', name: 'Far, Admin', role: 'admin', wards: null },
    });
    await endwatch.stop();
    await start();
    browser = await openBrowser();
    opened.push(() => browser.close());
  }, 300_000);

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('are an alarm that the administrator is told of once', async () => {
    const [pushed] = await eventually(
      () => Promise.resolve(phone.pushed),
      ({ length }) => length > 0,
    );
    expect(pushed).toMatchObject({
      ...{ title: 'More deterioration than forecast', url: '/review/drift' },
    });
    const { calibration } = await endwatch.json<DriftReview>('/api/review/drift');
    expect(calibration.weeks.map(({ stays, ends }) => [stays, ends])).toEqual(
      ENDS.map((ends) => [EACH, ends]),
    );
    expect(calibration.alarm?.direction).toBe('more');
    const written = await endwatch.json<AuditEntryView[]>('/api/audit?action=review.alarm');
    expect(written).toMatchObject([
      {
        ...{ action: 'review.alarm', actor: 'system' },
        detail: {
          week: calibration.alarm?.week.slice(0, 10),
          ...{ direction: 'more', limit: 5, told: ['admin'], unreachable: ['far'] },
        },
      },
    ]);
    await endwatch.stop();
    await start();
    await endwatch.json('/api/review/drift');
    expect(phone.pushed).toHaveLength(1);
  });

  it('stand in the reports of the months that are over, which nobody asked for', async () => {
    const months = new Set(
      ENDS.flatMap((_, week) =>
        Array.from({ length: EACH }, (__, n) => new Date(admittedAt(week, n))),
      )
        // One that ended while the stays came in is late by the hour that it waits for more.
        .filter((at) => Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1) < Date.now() - 3 * HOUR)
        .map((at) => at.toISOString().slice(0, 7)),
    );
    expect(months.size).toBeGreaterThan(0);
    const reports = await eventually(
      () => endwatch.json<KeptReport[]>('/api/review/reports'),
      (kept) => kept.length >= months.size,
    );
    for (const { month, provisional, composedBy, stays } of reports) {
      expect({ month, provisional, composedBy }).toEqual({
        ...{ month, provisional: false, composedBy: null },
      });
      expect(stays).toBeGreaterThan(0);
    }
    const kept = reports.map(({ month }) => month);
    expect([...months].filter((month) => !kept.includes(month))).toEqual([]);
  });

  it('meet administrators on whatever page they open, until they have seen them', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/admin/accounts`);
    const notice = page.getByRole('status').filter({ hasText: 'no longer fit what comes' });
    await notice.getByText(/More END than forecast, week of/).waitFor();
    await notice.getByRole('link', { name: 'Open the control chart' }).click();
    const known = page.getByRole('region', { name: 'Administrators and whether' });
    await known.getByRole('row', { name: /Has seen it/ }).waitFor();
    await known.getByRole('row', { name: /Far, Admin.*Could not be reached/ }).waitFor();
    await page.getByText('have not seen it: Far, Admin.').waitFor();
    await page.goto(`${endwatch.address}/admin/accounts`);
    await page
      .getByRole('cell', { name: 'Far, Admin' })
      .or(page.getByText('Far, Admin'))
      .first()
      .waitFor();
    expect(await notice.count()).toBe(0);
    await context.close();
  });

  it.each([
    ['in the light on a screen', 'light', { viewport: { width: 1920, height: 1080 } }],
    [
      'in the dark on a phone',
      'dark',
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ],
  ] as const)('say so %s where the notice leads', async (_, colorScheme, device) => {
    const url = endwatch.address + (phone.pushed[0]?.url ?? '');
    const { page, context, complaints } = await openScreen(browser, url, {
      ...{ ...device, colorScheme },
    });
    const alarm = page.getByRole('definition').filter({ hasText: 'More END than forecast' });
    await alarm.waitFor();
    expect(await alarm.innerText()).toMatch(
      /week of \d+ \w+: [45] END in 5\sstays, \d\.\d expected; evidence \d\.\d/,
    );
    await page.getByText(/Newest alarm: more END than forecast, week of/).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    expect(complaints).toEqual([]);
    // On paper the table of the chart stands below it, whether it was opened or not, and the head says of whom and by which definitions.
    await page.emulateMedia({ media: 'print' });
    const table = page.getByRole('region', { name: 'Do as many END come as are forecast?' });
    expect((await table.boundingBox())?.height).toBeGreaterThan(ENDS.length * 12);
    const head = await page.locator('.print-head').innerText();
    expect(head).toMatch(/printed .+ Model in service .+\n.*Drift, whole house/);
    expect(head).toContain('Control chart: ');
    await context.close();
  });

  it('are in the audit, in words', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/admin/audit`);
    await page.getByLabel('What').selectOption('Quality review');
    await page.getByRole('button', { name: 'Search' }).click();
    const row = page.getByRole('row', { name: /Told administrators that forecasts/ });
    const text = await row.innerText();
    expect(text).toMatch(/told: \["admin"\], week: \d{4}-\d\d-\d\d, limit: 5, stays: 5,/);
    expect(text).toMatch(/evidence: \d\.?\d*, expected: \d\.?\d*, direction: more/);
    await context.close();
  });
});
