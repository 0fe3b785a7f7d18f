import type { BoardSnapshot, EscalationView } from '@endwatch/contracts';
import type { Browser } from 'playwright-core';
import { PASSWORD, signInWith } from '../harness/access.ts';
import { brokenRules, openBrowser, openScreen } from '../harness/browser.ts';
import { wider } from '../harness/looks.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually } from '../harness/system.ts';
import { limitStory } from './limit-story.ts';

const HOUR = 3_600_000;
const WARD = 'pages';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const DESK = { viewport: { width: 1280, height: 800 } } as const;

/** Every page beside the board and the patient: opened as people open it, on a desk and in the hand, light and dark. */
describe('the pages', () => {
  const opened: (() => unknown)[] = [];
  let endwatch: Endwatch;
  let browser: Browser;

  beforeAll(async () => {
    endwatch = await new Endwatch({ ENDWATCH_PARTITIONS: '2' }).ready();
    opened.push(() => endwatch.stop());
    const admittedAt = Date.now() - 8 * HOUR;
    const stay = (id: string, bed: number): fhir.Resource[] => [
      fhir.bed(`${WARD}-${bed}`, String(bed), WARD),
      fhir.patient(id, `Page, ${id}`),
      fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${bed}` }),
      fhir.nihss({ id: `${id}-n1`, patientId: id, at: admittedAt + HOUR }, { '5a': 1 }),
    ];
    const worse = { id: 'a-n2', patientId: 'a', at: Date.now() - HOUR };
    const report = { id: 'a-ct', patientId: 'a', at: Date.now() - 2 * HOUR };
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        ...[fhir.ward(WARD, 'Ward of pages'), ...stay('a', 1), ...stay('b', 2)],
        fhir.nihss(worse, { '5a': 4 }),
        fhir.report(report, 'CT head. Impression: No hemorrhage.'),
      ),
    );
    await eventually(
      () => endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.some(({ end }) => end.status === 'confirmed'),
    );
    const date = new Date().toISOString().slice(0, 10);
    const plan = { duty: 'first-on-call', people: ['admin'], date, days: 2, starts: ['08:00'] };
    await endwatch.post('/api/rota/shifts', plan);
    browser = await openBrowser();
    opened.push(() => browser.close());
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it.each([
    ['/on-call', 'Nothing waits for you'],
    ['/rota', 'Nobody is second on call'],
    [`/wards/${WARD}/handover`, 'CT head'],
    ['/patients/a/examine', 'before: 4'],
    ['/admin/accounts', 'Programs on this machine'],
    ['/admin/escalation', 'Deterioration, to be confirmed'],
    ['/admin/wall', 'Names on the wall'],
    ['/admin/limits', 'These limits hold now'],
    ['/admin/end', 'This definition holds now'],
    ['/admin/examinations', 'This schedule holds now'],
    ['/admin/wards', 'Ward of pages'],
    ['/admin/proposals', 'Nobody has proposed anything'],
    ['/admin/audit', 'Signed in'],
    ['/sign-in', 'User name'],
    ['/not-yours', 'not for your account'],
  ])('%s can be read by everybody, in both lights', async (path, words) => {
    for (const [options, colorScheme] of [
      [DESK, 'light'],
      [PHONE, 'dark'],
    ] as const) {
      const { page, context, complaints } = await openScreen(browser, endwatch.address + path, {
        ...{ ...options, colorScheme },
      });
      await page.getByText(words).first().waitFor();
      expect(await brokenRules(page)).toEqual([]);
      expect(await wider(page)).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('the rules that pages keep include how large is what is pressed', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const button = '<button style="width:16px;height:16px;padding:0;margin:0;border:0">a</button>';
    await page.setContent(`<main style="font-size:0">${button}${button}</main>`);
    expect((await brokenRules(page)).join()).toContain('target-size');
    await context.close();
  });

  it('is an application that a phone can install: icons of every kind, as large as they say', async () => {
    const get = (path: string): Promise<Response> => fetch(endwatch.address + path);
    const sizeOf = async (path: string): Promise<string> => {
      const answer = await get(path);
      expect(answer.headers.get('content-type')).toBe('image/png');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
      return `${String(bytes.readUInt32BE(16))}x${String(bytes.readUInt32BE(20))}`;
    };
    const { icons } = (await (await get('/manifest.webmanifest')).json()) as {
      icons: { src: string; sizes: string; type: string; purpose: string }[];
    };
    const pictures = icons.filter(({ type }) => type === 'image/png');
    expect(pictures.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      ...['192x192 any', '512x512 any', '512x512 maskable'],
    ]);
    for (const { src, sizes } of pictures) expect(await sizeOf(src)).toBe(sizes);
    const { page, context } = await openScreen(browser, `${endwatch.address}/on-call`, PHONE);
    const touch = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
    expect(await sizeOf(`/${touch ?? ''}`)).toBe('180x180');
    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // A test's browser keeps nothing, as a private window does, where nothing can be installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    await context.close();
  });

  it('the on-call page says when nobody will be on duty, in German too', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/on-call`, {
      ...{ ...PHONE, locale: 'de-DE' },
    });
    const line = 'In den nächsten 24 h niemand im Dienst als Hintergrunddienst';
    await page.getByText(line).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await context.close();
  });

  it('the rota shows its times in the hand, and the list of tokens is no wider than the hand', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/rota`, PHONE);
    await page.locator('.track small').getByText(/08:00/).first().waitFor();
    await page.goto(`${endwatch.address}/admin/accounts`);
    await page.getByText('Programs on this machine').first().waitFor();
    const sideways = await page
      .locator('.wide')
      .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(sideways).toEqual(sideways.map(() => 0));
    expect(sideways.length).toBeGreaterThan(1);
    await context.close();
  });

  it('a handover on paper has each head in a line, in German too, and what is missing beside its word', async () => {
    const { page, context } = await openScreen(
      browser,
      `${endwatch.address}/wards/${WARD}/handover`,
      { viewport: { width: 718, height: 1000 }, locale: 'de-DE' },
    );
    await page.emulateMedia({ media: 'print' });
    const missing = page.locator('.missing').first();
    await missing.waitFor();
    const lines = await page.evaluate(() => {
      const heights = [...document.querySelectorAll('dt')].map((one) => one.clientHeight);
      return [...new Set(heights)];
    });
    expect(lines).toHaveLength(1);
    // Of one moment; the sheet's own places are fractions of a pixel, which nobody sees.
    const [head, words] = await missing.evaluate((one) =>
      ['dt', 'dd'].map((part) => one.querySelector(part)?.getBoundingClientRect().top ?? NaN),
    );
    expect(words).toBeCloseTo(head ?? NaN, 1);
    await context.close();
  });

  it('tables in German are not cut off: limits in the hand, inputs on a desk', async () => {
    const sideways = async (path: string, table: string, options: object): Promise<number> => {
      const german = { ...options, locale: 'de-DE' };
      const { page, context } = await openScreen(browser, endwatch.address + path, german);
      const scrolled = page.locator(table).first();
      await scrolled.locator('td').first().waitFor();
      const over = await scrolled.evaluate((one) => one.scrollWidth - one.clientWidth);
      await context.close();
      return over;
    };
    expect(await sideways('/admin/limits', 'endwatch-review-table .wide', PHONE)).toBe(0);
    const desk = { viewport: { width: 1720, height: 1000 } };
    expect(await sideways('/patients/a', 'endwatch-input-table .scroll', desk)).toBe(0);
  });

  it('the account menu opens, leads on, and signs out', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/rota`, DESK);
    await page.getByRole('button', { name: 'Account: Administrator' }).click();
    expect(await brokenRules(page)).toEqual([]);
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByRole('heading', { name: 'Audit' }).waitFor();
    await page.getByRole('button', { name: 'Account: Administrator' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password').waitFor();
    await page.goto(`${endwatch.address}/admin/accounts`);
    await page.getByLabel('Password').waitFor();
    await context.close();
  });

  it('a schedule of a ward moves what is due there, and is taken back', async () => {
    // The test before has signed the administrator out.
    await signInWith(endwatch.address, PASSWORD);
    const { page, context } = await openScreen(
      browser,
      `${endwatch.address}/admin/examinations`,
      DESK,
    );
    const dueOf = async (id: string): Promise<number> => {
      const { rows } = await endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
      return Date.parse(rows.find(({ patientId }) => patientId === id)?.nihss.nextDueAt ?? '');
    };
    const before = await dueOf('b');
    await page.locator('endwatch-ward-choice select').selectOption({ label: 'Ward of pages' });
    await page.getByText('This ward goes by the house').waitFor();
    const every = page.getByLabel('Step 1: every so many hours');
    await every.fill('0');
    await every.blur();
    await page.getByText('Examinations are due every 0.5 to 72 h').waitFor();
    await every.fill('6');
    await every.blur();
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('This ward has a schedule of its own').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    // Nothing comes of the patient: the change alone moves it, by two hours.
    await eventually(
      () => dueOf('b'),
      (due) => due === before + 2 * HOUR,
    );
    await page.getByRole('button', { name: 'As the house has it' }).click();
    await page.getByText('This ward goes by the house').waitFor();
    await eventually(
      () => dueOf('b'),
      (due) => due === before,
    );
    await context.close();
  });

  it('a patient is due sooner after thrombolysis, where the house wants it so', async () => {
    const { page, context } = await openScreen(
      browser,
      `${endwatch.address}/admin/examinations`,
      DESK,
    );
    const tile = async () => {
      const { rows } = await endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
      return rows.find(({ patientId }) => patientId === 'b');
    };
    const dueAt = async (): Promise<number> => Date.parse((await tile())?.nihss.nextDueAt ?? '');
    const before = await dueAt();
    // Before what is due already, so that it is due sooner.
    const givenAt = before - 2 * HOUR;
    await endwatch.post('/fhir', fhir.bundle(fhir.thrombolysis('b', givenAt)));
    await eventually(tile, (row) => typeof row?.thrombolysedAt === 'string');
    expect(await dueAt()).toBe(before);
    await page.getByLabel('Examine more often for 24 h after it').check();
    await page.getByLabel('After thrombolysis, Step 1: every so many hours').waitFor();
    const asked = page.getByRole('region', { name: 'What it asks for' });
    await asked.getByText('36').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page
      .getByText(/; after thrombolysis every 15\smin;/)
      .first()
      .waitFor();
    await eventually(dueAt, (due) => due === givenAt + HOUR / 4);
    await page.getByRole('button', { name: 'As shipped' }).click();
    await eventually(dueAt, (due) => due === before);
    await context.close();
  });

  describe('a limit of a ward', () => {
    limitStory(() => ({ endwatch, browser, ward: WARD }));
  });

  it('a ward is shown by another name, its beds in another order, and nobody is hidden', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/admin/wards`, DESK);
    const board = () => endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
    await page.getByRole('button', { name: 'Change Ward of pages' }).click();
    await page.getByLabel('Shown as').fill('Stroke unit');
    await page.getByRole('button', { name: 'Bed 2 one place up' }).click();
    await page.getByLabel('Hide bed 1 while it is empty').check();
    await page.getByText('taken: shown all the same').waitFor();
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Saved').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    // What the hospital says anew does not undo it.
    await endwatch.post('/fhir', fhir.bundle(fhir.ward(WARD, 'Ward of pages, renamed')));
    const { ward, rows } = await board();
    expect(ward).toEqual({
      ...{ id: WARD, name: 'Stroke unit', beds: { order: ['2', '1'], hidden: ['1'] } },
    });
    expect(rows.map(({ bed }) => bed)).toEqual(['2', '1']);
    await page.goto(`${endwatch.address}/wards/${WARD}`);
    await page.getByText('Stroke unit').first().waitFor();
    // Beds 2 and 1, both taken.
    await page.locator('a[href$="/patients/a"]').first().waitFor({ state: 'attached' });
    await page.goto(`${endwatch.address}/admin/wards`);
    await page.getByRole('button', { name: /^Change Ward of pages/ }).click();
    await page.getByRole('button', { name: 'As the messages have it' }).click();
    await eventually(board, (now) => now.ward.name !== 'Stroke unit');
    await context.close();
  });

  it('an escalation is changed and holds as a version', async () => {
    const { page, context } = await openScreen(
      browser,
      `${endwatch.address}/admin/escalation`,
      DESK,
    );
    const minutes = page.getByLabel('Minutes of step 1, Deterioration confirmed');
    await page.getByText('This holds now').waitFor();
    expect(await page.getByRole('button', { name: 'Save as a new version' }).isDisabled()).toBe(
      true,
    );
    await minutes.fill('3');
    await minutes.blur();
    const fill = async (label: string, time: string): Promise<void> => {
      await page.getByLabel(label, { exact: true }).fill(time);
      await page.getByLabel(label, { exact: true }).blur();
    };
    await fill('Quiet from', '25:00');
    await page.getByText('"25:00" is no time').waitFor({ state: 'hidden' });
    await fill('to', '06:00');
    await page.getByText('"25:00" is no time').waitFor();
    await fill('Quiet from', '22:00');
    await page.getByRole('button', { name: 'Another end of a shift' }).click();
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Saved').waitFor();
    const kept = await endwatch.json<EscalationView>('/api/settings/escalation');
    expect(kept.value).toMatchObject({
      ...{ quietHours: { from: '22:00', to: '06:00' }, shiftEnds: ['07:00'] },
    });
    await page.reload();
    await page.getByLabel('End of shift 1', { exact: true }).waitFor();
    expect(await page.getByLabel('Quiet from').inputValue()).toBe('22:00');
    await eventually(
      () => minutes.inputValue(),
      (value) => value === '3',
    );
    await page.getByRole('button', { name: 'As shipped' }).click();
    await eventually(
      () => minutes.inputValue(),
      (value) => value === '5',
    );
    await context.close();
  });
});
