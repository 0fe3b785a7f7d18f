import type { BrowserContext, Page } from 'playwright-core';
import { enter } from '../harness/access.ts';
import { brokenRules, openBrowser } from '../harness/browser.ts';
import { Front } from '../harness/front.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually } from '../harness/system.ts';

const HOUR = 3_600_000;
const WARD = 'shell';
const NAME = 'Sheila Shell';
const AWAY = 'No connection to the server';
/** The page, or a file that the build has named by its content. */
const OURS = /^\/(|[\w-]+-[\w-]{8}\.(js|css|woff2?))$/;

/** What a browser does that is started, or a page that is opened, while the server is away. */
describe('a page opened without a server', () => {
  const opened: (() => unknown)[] = [];
  let endwatch: Endwatch;
  let front: Front;
  let english: BrowserContext;
  let german: BrowserContext;
  const pages: Page[] = [];

  const live = (page: Page) => page.getByText('Live', { exact: true }).waitFor();
  const patient = (page: Page) => page.getByText(NAME).first();
  /** Names of the caches, and the addresses of all that lies in them. */
  const kept = (page: Page): Promise<{ names: string[]; paths: string[] }> =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(
        names.map(async (name) => (await caches.open(name)).keys()),
      );
      const paths = requests.flat().map(({ url }) => url.replace(location.origin, ''));
      return { names, paths };
    });
  const isKept = (page: Page) =>
    eventually(
      () => kept(page),
      ({ paths }) => paths.includes('/'),
    );
  const mainFile = (page: Page): Promise<string> =>
    page.evaluate(
      () => [...document.scripts].map(({ src }) => src).find((src) => /main-/.test(src)) ?? '',
    );
  const bornAt = (page: Page) => page.evaluate(() => performance.timeOrigin);

  /** In the one browser of a reader, as it is started anew. */
  async function open(path: string, reader = english): Promise<Page> {
    const page = await reader.newPage();
    pages.push(page);
    await page.goto(front.address + path);
    return page;
  }

  beforeAll(async () => {
    endwatch = await new Endwatch({ ENDWATCH_PARTITIONS: '2' }).ready();
    opened.push(() => endwatch.stop());
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        fhir.ward(WARD, 'Ward with a shell'),
        fhir.bed(`${WARD}-1`, '1', WARD),
        fhir.patient('p', 'Shell, Sheila'),
        fhir.encounter('p', { start: Date.now() - 8 * HOUR, bedId: `${WARD}-1` }),
      ),
    );
    await eventually(
      () => endwatch.json<{ rows: unknown[] }>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.length === 1,
    );
    front = await Front.before(endwatch.address);
    opened.push(() => {
      front.close();
    });
    const browser = await openBrowser();
    opened.push(() => browser.close());
    english = await browser.newContext({ locale: 'en-GB' });
    german = await browser.newContext({
      ...{ locale: 'de-DE', viewport: { width: 390, height: 844 } },
    });
    for (const reader of [english, german]) await enter(reader, front.address);
  });

  afterEach(async () => {
    front.become('through');
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it.each([
    ['nobody is there', 'away', 'english', AWAY, /^Since \d\d:\d\d$/],
    [
      'a proxy answers',
      'bad-gateway',
      'german',
      /^Der Server antwortet nicht.*502/,
      /^Seit \d\d:\d\d$/,
    ],
    ['nothing is heard', 'silent', 'german', 'Keine Verbindung zum Server', /^Seit \d\d:\d\d$/],
  ] as const)(
    'says so where %s, shows no patient, and comes to life by itself',
    async (_, manner, reader, words, since) => {
      const page = await open(`/wards/${WARD}`, reader === 'german' ? german : english);
      await patient(page).waitFor();
      await isKept(page);
      front.become(manner);
      await page.reload();
      await page.getByRole('heading', { name: words }).waitFor({ timeout: 8_000 });
      await page.getByText(since).waitFor();
      expect(await page.locator('body').innerText()).not.toContain(NAME);
      expect(await brokenRules(page)).toEqual([]);
      const born = await bornAt(page);
      front.become('through');
      await patient(page).waitFor();
      await live(page);
      expect(await page.getByRole('heading', { name: words }).count()).toBe(0);
      expect(await bornAt(page)).toBe(born);
    },
  );

  it('keeps built files of one version and nothing of anybody', async () => {
    const page = await open(`/wards/${WARD}`);
    await patient(page).click();
    await page.getByRole('heading', { name: NAME }).waitFor();
    const { names, paths } = await isKept(page);
    expect(names).toEqual([expect.stringMatching(/^endwatch-shell-\w+$/)]);
    expect(paths.filter((path) => !OURS.test(path))).toEqual([]);
    expect(paths.length).toBeGreaterThan(20);
    const gone = await page.evaluate(async () => {
      const answer = await fetch('/chunk-GONE_000.js');
      return [answer.status, answer.headers.get('content-type')];
    });
    expect(gone).toEqual([404, expect.not.stringContaining('html')]);
  });

  it('leads to what was charted at this device, and sends it', async () => {
    const page = await open('/patients/p/examine');
    await page.getByText(NAME).waitFor();
    await page.locator('[data-item="1a"]').getByRole('button', { name: /^1 / }).click();
    await isKept(page);
    front.become('away');
    await page.goto(`${front.address}/`);
    await page.getByRole('heading', { name: AWAY }).waitFor();
    await page.getByRole('link', { name: 'Bed 1' }).click();
    await page.getByText('14 items left').waitFor();
    await page.locator('[data-item="1b"]').getByRole('button', { name: /^0 / }).click();
    await page.getByRole('button', { name: 'Chart what was examined' }).click();
    await page.getByText('Saved on this device, not sent yet').waitFor();
    await page.reload();
    await page.getByText('Saved on this device, not sent yet').waitFor();
    front.become('through');
    await page.getByText('Sent: it is charted.').waitFor();
  });

  it('never shows the old version where the server has a new one, and forgets the old', async () => {
    const page = await open(`/wards/${WARD}`);
    await isKept(page);
    const old = await mainFile(page);
    front.newer = true;
    // The old one first: the server comes back as another.
    front.become('away');
    await page.reload();
    await page.getByRole('heading', { name: AWAY }).waitFor();
    front.become('through');
    await live(page);
    await page.getByText('There is a newer version of this page').waitFor();
    await page.reload();
    await live(page);
    expect(await mainFile(page)).toContain('main-NEWER_00.js');
    const { names, paths } = await eventually(
      () => kept(page),
      (now) => now.names.join() === 'endwatch-shell-newer' && now.paths.includes('/'),
    );
    expect(names).toHaveLength(1);
    expect(paths).not.toContain(new URL(old).pathname);
    const { status } = await page.evaluate(async (url) => {
      // Past the browser's own cache, which may hold it for a year.
      const answer = await fetch(url, { cache: 'no-store' });
      return { status: answer.status };
    }, old);
    expect(status).toBe(404);
    front.newer = false;
  });

  it('leads to the way in once the server says that nobody is signed in', async () => {
    const page = await open(`/wards/${WARD}`, german);
    await isKept(page);
    front.become('away');
    await page.context().clearCookies();
    await page.reload();
    await page.getByRole('heading', { name: 'Keine Verbindung zum Server' }).waitFor();
    front.become('through');
    await page.getByLabel('Benutzername').waitFor();
    expect(new URL(page.url()).searchParams.get('to')).toBe(`/wards/${WARD}`);
  });
});
