import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardSnapshot, ChangedAccount, Rota } from '@endwatch/contracts';
import type { Browser, Locator, Page } from 'playwright-core';
import { brokenRules, brokenRulesAnywhere, openBrowser, openScreen } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually } from '../harness/system.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DESK = { viewport: { width: 1280, height: 800 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** The rota of two wards, and calendars to and from it. */
describe('the page of the rota', () => {
  const opened: (() => unknown)[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'endwatch-rota-'));
  const day = new Date(Date.now() + DAY).toISOString().slice(0, 10);
  let endwatch: Endwatch;
  let browser: Browser;

  beforeAll(async () => {
    endwatch = await new Endwatch({ ENDWATCH_PARTITIONS: '1' }).ready();
    opened.push(() => endwatch.stop());
    for (const [id, name] of [
      ['north', 'Ward North'],
      ['south', 'Ward South'],
    ] as const) {
      await endwatch.post(
        '/fhir',
        fhir.bundle(
          ...[fhir.ward(id, name), fhir.bed(`${id}-1`, '1', id), fhir.patient(id, `Rota, ${id}`)],
          fhir.encounter(id, { start: Date.now() - 8 * HOUR, bedId: `${id}-1` }),
        ),
      );
      await eventually(
        () => endwatch.json<BoardSnapshot>(`/api/wards/${id}/board`).catch(() => null),
        (board) => board?.rows.length === 1,
      );
    }
    for (const [username, name] of [
      ['ada', 'Ada Lovelace'],
      ['ben', 'Ben Quist'],
      ['cy', 'Cy Young'],
      ['dot', 'Dot Dash'],
    ]) {
      const account = { username, name, role: 'neurologist' };
      await endwatch.post<ChangedAccount>('/api/accounts', account);
    }
    const plan = { duty: 'first-on-call', date: day, days: 2, starts: ['08:00'] };
    await endwatch.post('/api/rota/shifts', { ...plan, people: ['ada'] });
    await endwatch.post('/api/rota/shifts', { ...plan, ward: 'north', people: ['ben'] });
    browser = await openBrowser();
    opened.push(() => browser.close());
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  const looksWell = async (page: Page): Promise<void> => {
    expect(await brokenRules(page)).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  };
  const calendar = (name: string, ...events: string[][]): string => {
    const path = join(folder, name);
    const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
    writeFileSync(path, ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
    return path;
  };
  const event = (uid: string, summary: string): string[] => {
    const at = day.replaceAll('-', '');
    return [`UID:${uid}`, `SUMMARY:${summary}`, `DTSTART:${at}T080000Z`, `DTEND:${at}T200000Z`];
  };

  it('shows the rota of the ward that was chosen, and keeps it in the address', async () => {
    const { page, context, complaints } = await openScreen(
      browser,
      `${endwatch.address}/rota`,
      DESK,
    );
    await page.getByText('Ada Lovelace').first().waitFor();
    expect(await page.getByText('Ben Quist').count()).toBe(0);
    await page.getByLabel('Rota of').selectOption({ label: 'Ward North' });
    await page.getByText('Ben Quist').first().waitFor();
    expect(page.url()).toMatch(/\?ward=north$/);
    await page.reload();
    await page.getByText('Ben Quist').first().waitFor();
    expect(await page.getByLabel('Rota of').inputValue()).toBe('north');
    expect(await page.getByRole('link', { name: 'Download calendar' }).getAttribute('href')).toBe(
      '/api/rota/calendar.ics?ward=north',
    );
    await looksWell(page);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('what is downloaded is a calendar, and changes nothing when it is imported', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/rota`, DESK);
    const loading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download calendar' }).click();
    const path = join(folder, 'own.ics');
    await (await loading).saveAs(path);
    await page.getByRole('button', { name: 'Import calendar' }).click();
    await page.getByLabel('Calendar file (.ics)').setInputFiles(path);
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByText('0 would change, 4 in the rota already, 0 left out.').waitFor();
    expect(await page.getByRole('button', { name: 'Take 0 into the rota' }).isDisabled()).toBe(
      true,
    );
    await context.close();
  });

  it.each([
    ['on a desk', DESK, 'light', 'Nurse in charge: Cy Young'],
    ['in the hand', PHONE, 'dark', 'Second on call: Dot Dash'],
  ] as const)('an import is tried, read, and taken: %s', async (_, screen, colorScheme, words) => {
    const address = `${endwatch.address}/rota?ward=south`;
    const { page, context, complaints } = await openScreen(browser, address, {
      ...{ ...screen, colorScheme },
    });
    await page.getByRole('button', { name: 'Import calendar' }).click();
    const bad = event('bad', 'First on call: Zed Zulu');
    await page.getByText('none chosen').waitFor();
    await page
      .getByLabel('Calendar file (.ics)')
      .setInputFiles(calendar('mixed.ics', event(words, words), bad));
    await page.getByText('mixed.ics').waitFor();
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByText('1 would change, 0 in the rota already, 1 left out.').waitFor();
    await page.getByText('it names nobody who can be put on the rota').waitFor();
    await looksWell(page);
    const before = await endwatch.json<Rota>('/api/rota?ward=south');
    await page.getByRole('button', { name: 'Take 1 into the rota' }).click();
    await page.getByText('Done: 1 changed, 1 left out.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    const after = await eventually(
      () => endwatch.json<Rota>('/api/rota?ward=south'),
      ({ shifts }) => shifts.length === before.shifts.length + 1,
    );
    expect(after.shifts.filter(({ ward }) => ward === 'south')).toHaveLength(
      before.shifts.filter(({ ward }) => ward === 'south').length + 1,
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a shift is planned, covered and exchanged on the page; the gap is told until it is filled', async () => {
    const address = `${endwatch.address}/rota?ward=south`;
    const { page, context, complaints } = await openScreen(browser, address, DESK);
    const gap = page.locator('.gaps li').filter({ hasText: 'Nobody is nurse in charge' }).first();
    await gap.waitFor();
    const before = await page.locator('.gaps li').allInnerTexts();
    const planned = async (duty: string, names: string[]): Promise<void> => {
      await page.getByRole('button', { name: 'Plan shifts' }).click();
      await page.locator('form select[name="duty"]').selectOption(duty);
      // Nobody has another duty by then.
      const later = new Date(Date.parse(day) + 3 * DAY).toISOString().slice(0, 10);
      await page.getByLabel('From', { exact: true }).fill(later);
      await page.getByLabel('Days').fill('2');
      await page.getByLabel('Shifts begin at').fill('00:00');
      await page.getByLabel('In turn (choose several)').selectOption(names);
      await page.getByRole('button', { name: 'Plan them' }).click();
    };
    const line = page
      .locator('.line')
      .filter({ has: page.locator('.duty', { hasText: /nurse in charge/i }) });
    const shifts = (name: string): Locator =>
      line.locator('.track button:not(.gap)', { hasText: name });
    const of = (name: string): Promise<string[]> =>
      shifts(name).locator('.visually-hidden').allInnerTexts();
    // Of who had another one before, the one that was planned here.
    const shift = (name: string): Locator => shifts(name).last();
    await planned('nurse-in-charge', ['dot', 'cy']);
    await eventually(
      () => page.locator('.gaps li').allInnerTexts(),
      (now) => JSON.stringify(now) !== JSON.stringify(before),
    );
    const [first] = await of('Dot Dash');
    await shift('Dot Dash').click();
    await page.getByLabel('Who stands in').waitFor();
    // In sight beside the shift that was chosen, in the hand too, where the week is long; and it moves nothing.
    await page.setViewportSize(PHONE.viewport);
    await shift('Dot Dash').click();
    await page.getByLabel('Who stands in').waitFor({ state: 'detached' });
    // Away from the end of the page, which has just become shorter.
    await page.evaluate(() => {
      scrollBy(0, -150);
    });
    const place = await shift('Dot Dash').boundingBox();
    await shift('Dot Dash').click();
    await page.getByLabel('Who stands in').waitFor();
    expect(await shift('Dot Dash').boundingBox()).toEqual(place);
    const cover = await page.getByRole('button', { name: 'Cover', exact: true }).boundingBox();
    expect(cover?.y ?? NaN).toBeGreaterThan(0);
    expect(cover?.y ?? NaN).toBeLessThan(PHONE.viewport.height - 20);
    await page.setViewportSize(DESK.viewport);
    expect(await brokenRulesAnywhere(page)).toEqual([]);
    await page.getByLabel('Who stands in').selectOption('ben');
    await page.getByRole('button', { name: 'Cover', exact: true }).click();
    await eventually(
      () => of('Ben Quist'),
      (all) => all.includes(String(first).replace('Dot Dash', 'Ben Quist, cover')),
    );
    await looksWell(page);
    await shift('Ben Quist').click();
    await shift('Cy Young').click();
    await page.getByText('Ben Quist and Cy Young', { exact: true }).waitFor();
    expect(await brokenRulesAnywhere(page)).toEqual([]);
    await page.getByRole('button', { name: 'Exchange the two' }).click();
    await eventually(
      () => of('Cy Young'),
      (all) => all.includes(String(first).replace('Dot Dash', 'Cy Young, cover')),
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('what is no calendar is said to be none', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/rota`, DESK);
    const path = join(folder, 'page.ics');
    writeFileSync(path, '<!doctype html>');
    await page.getByRole('button', { name: 'Import calendar' }).click();
    await page.getByLabel('Calendar file (.ics)').setInputFiles(path);
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByText('it does not begin with BEGIN:VCALENDAR').waitFor();
    await context.close();
  });
});
