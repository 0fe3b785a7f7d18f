import type { Browser, Page } from 'playwright-core';
import { enter } from '../harness/access.ts';
import { openBrowser, openScreen, type Screen } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually, PostgresServer } from '../harness/system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WARD = 'fault-ward';
const BEDS = ['1', '2', '3'];
/** A board that has heard nothing for so long is not live. */
const SILENCE_MS = 12_000;
const MOST_SCRIPT_BYTES = 250_000;

/** What happens to screens in hospitals: wrong clocks, sleep, cuts, upgrades of the server under an open page. */
describe('a board whose browser has trouble', () => {
  const opened: (() => Promise<unknown>)[] = [];
  const now = Date.now();
  const admittedAt = now - 30 * HOUR;
  let databaseUrl: string;
  let endwatch: Endwatch;
  let browser: Browser;
  let sent = 0;

  const board = (): string => `${endwatch.address}/wards/${WARD}`;
  const tile = (page: Page, bed: string) =>
    page.locator('article').filter({ hasText: `Patient ${bed}` });
  const live = (page: Page) => page.getByText('Live', { exact: true }).waitFor();
  const vitals = (bed: string, at: number): Promise<unknown> =>
    endwatch.post('/fhir', fhir.heartRate({ id: `h${++sent}`, patientId: `p${bed}`, at }, 80));
  const examined = (bed: string, at: number, leftArm: number): Promise<unknown> => {
    const told = { id: `n${++sent}`, patientId: `p${bed}`, at };
    return endwatch.post('/fhir', fhir.nihss(told, { '5a': leftArm, '6a': 2, '9': 2 }));
  };
  const start = async (port?: string): Promise<void> => {
    const place = port === undefined ? {} : { PORT: port };
    endwatch = await new Endwatch({
      DATABASE_URL: databaseUrl,
      ENDWATCH_PARTITIONS: '2',
      ...place,
    }).ready();
  };

  async function open(
    before?: (page: Page) => Promise<unknown>,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<Screen> {
    const viewport = { width: 1920, height: 1080 };
    const wanted = { viewport, locale: 'en-GB', ...options };
    const screen = await openScreen(browser, 'about:blank', wanted);
    opened.push(() => screen.context.close());
    await before?.(screen.page);
    await enter(screen.context, board());
    await screen.page.goto(board());
    await tile(screen.page, '1').waitFor();
    await live(screen.page);
    return screen;
  }

  beforeAll(async () => {
    const postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    databaseUrl = await postgres.database('browsers');
    await start();
    opened.push(() => endwatch.stop());
    browser = await openBrowser();
    opened.push(() => browser.close());
    await endwatch.post('/fhir', fhir.bundle(fhir.ward(WARD, 'Ward for faults')));
    for (const bed of BEDS) {
      await endwatch.post(
        '/fhir',
        fhir.bundle(
          fhir.bed(`bed-${bed}`, bed, WARD),
          fhir.patient(`p${bed}`, `Patient ${bed}, Test`),
          fhir.encounter(`p${bed}`, { start: admittedAt, bedId: `bed-${bed}` }),
          fhir.strokeCondition(`p${bed}`, admittedAt),
        ),
      );
      await examined(bed, admittedAt + HOUR, 1);
      await examined(bed, now - 30 * MINUTE, 1);
      await vitals(bed, now - 4 * MINUTE);
    }
    await eventually(
      () => endwatch.json<{ rows: { risk: unknown }[] }>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.length === BEDS.length && rows.every(({ risk }) => risk !== null),
    );
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it.each([
    ['en-GB', 'Bed or name'],
    ['de-DE', 'Bett oder Name'],
  ])('loads few bytes in %s, compressed, and keeps them', async (locale, word) => {
    const kept: string[] = [];
    const { page } = await open(
      (blank) => {
        blank.on('response', (response) => {
          if (/\.(js|css)$/.test(new URL(response.url()).pathname))
            kept.push(
              `${response.headers()['content-encoding'] ?? 'plain'} ${response.headers()['cache-control'] ?? ''}`,
            );
        });
        return Promise.resolve();
      },
      { locale },
    );
    await page.getByPlaceholder(word).waitFor();
    const scripts = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith('.js'))
        .map(({ transferSize, decodedBodySize }) => ({ transferSize, decodedBodySize })),
    );
    const transferred = scripts.reduce((sum, { transferSize }) => sum + transferSize, 0);
    expect(transferred).toBeGreaterThan(50_000);
    expect(transferred).toBeLessThan(MOST_SCRIPT_BYTES);
    expect(kept.filter((how) => !how.endsWith('immutable'))).toEqual([]);
    expect(kept.filter((how) => how.startsWith('br '))).not.toEqual([]);
    process.stdout.write(
      `first load, ${locale}: ${scripts.length} scripts, ${transferred} bytes transferred of ${scripts.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)}\n`,
    );
  });

  it.each([10, -10])('tells ages by the server where its clock is %p min off', async (minutes) => {
    const right = await open();
    const wrong = await open((page) =>
      page.addInitScript((off) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + off;
      }, minutes * MINUTE),
    );
    expect(await wrong.page.evaluate(() => Date.now())).not.toBeCloseTo(Date.now(), -5);
    const ages = async ({ page }: Screen) => ({
      ages: await page.locator('.ages').allInnerTexts(),
      clock: await page.locator('header time').textContent(),
    });
    const same = await eventually(
      async () => [await ages(right), await ages(wrong)],
      ([one, other]) => JSON.stringify(one) === JSON.stringify(other),
    );
    expect(same[0]?.ages).toHaveLength(BEDS.length);
  });

  it('is not called live when it wakes from a sleep that its server did not outlast, and catches up', async () => {
    const { page } = await open();
    const devtools = await browser.newBrowserCDPSession();
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    const all = (signal: NodeJS.Signals) => {
      for (const pid of renderers) process.kill(pid, signal);
    };
    all('SIGSTOP');
    await examined('2', Date.now() - MINUTE, 2);
    process.kill(endwatch.pid, 'SIGSTOP');
    try {
      await new Promise((wait) => setTimeout(wait, SILENCE_MS + 2_000));
      all('SIGCONT');
      // Sooner than by counting from now.
      await page.getByText(/Not live since/).waitFor({ timeout: SILENCE_MS - 2_000 });
      expect(await page.locator('main.not-live').count()).toBe(1);
    } finally {
      all('SIGCONT');
      process.kill(endwatch.pid, 'SIGCONT');
    }
    await live(page);
    await eventually(
      () => tile(page, '2').locator('.total').textContent(),
      (total) => total === '6',
    );
  });

  it('lets a reorder glide, tells the new alert in words, and moves nothing for who wants no motion', async () => {
    const watch = (page: Page) =>
      page.addInitScript(() => {
        const glides: string[] = [];
        Object.assign(window, { glides });
        const animate = Reflect.get<Element, 'animate'>(Element.prototype, 'animate');
        Element.prototype.animate = function (this: Element, frames, options) {
          glides.push(JSON.stringify(frames));
          return animate.call(this, frames, options);
        };
      });
    const glides = (page: Page) =>
      page.evaluate(() => (window as unknown as { glides: string[] }).glides);
    const moving = await open(watch);
    const still = await open(async (page) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await watch(page);
    });
    await moving.page.keyboard.press('l');
    await still.page.keyboard.press('l');
    const beds = (page: Page) => page.locator('endwatch-patient-row .bed').allInnerTexts();
    await eventually(
      () => beds(moving.page),
      (shown) => shown.length === BEDS.length,
    );
    await examined('3', Date.now() - MINUTE, 4);
    for (const { page } of [moving, still]) {
      await eventually(
        () => beds(page),
        (shown) => shown.findIndex((bed) => bed.startsWith('3')) < shown.length - 1,
      );
    }
    const seen = await eventually(
      () => glides(moving.page),
      (all) => all.some((frames) => frames.includes('translate(')),
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(await glides(still.page)).toEqual([]);
    await moving.page
      .locator('.cdk-live-announcer-element')
      .filter({ hasText: /bed 3, deterioration confirmed/ })
      .waitFor({ state: 'attached' });
  });

  it('outlives an upgrade of its server: says so, and opens in the new version what the old one lost', async () => {
    // As over plain http: a worker would still have what the server has not.
    const { page } = await open(undefined, { serviceWorkers: 'block' });
    const { port } = new URL(endwatch.address);
    await endwatch.stop();
    await page.getByText(/Offline since/).waitFor();
    await page.route(`${endwatch.address}/`, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/main-[\w-]{8}/, 'main-NEWER_00');
      await route.fulfill({ response: answer, body });
    });
    await start(port);
    await live(page);
    await page.getByText('There is a newer version of this page').waitFor();
    const before = await page.evaluate(() => performance.timeOrigin);
    // Parts of the old version are gone; those of the page that is fetched anew are there.
    let anew = false;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) anew = true;
    });
    await page.route(/\/chunk-[^/]*\.js$/, (route) =>
      anew ? route.continue() : route.fulfill({ status: 404 }),
    );
    await tile(page, '1').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Patient 1' }).waitFor();
    await page.locator('ngx-charts-chart, svg.ngx-charts').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/patients/p1');
    expect(await page.evaluate(() => performance.timeOrigin)).toBeGreaterThan(before);
  });
});
