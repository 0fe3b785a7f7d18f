import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  BoardSnapshot,
  ChangedAccount,
  ForecastReview,
  ReviewTable,
  Role,
  WardSummary,
} from '@endwatch/contracts';
import type { Browser, Page } from 'playwright-core';
import { brokenRules, openBrowser, openScreen } from '../harness/browser.ts';
import { Child } from '../harness/child.ts';
import { bareFigures, wider } from '../harness/looks.ts';
import { LiftedModel } from '../harness/lifted-model.ts';
import * as fhir from '../harness/messages.ts';
import { sheetsOf } from '../harness/sheets.ts';
import { Endwatch, eventually } from '../harness/system.ts';
import { namesOnPaper } from './names-on-paper.ts';
import { apart, ExportedCohort } from './same-figures.ts';
import { everyPair } from './same-shown-figures.ts';

const HOUR = 3_600_000;
const STAYS = 40;
const WARD = 'quality';
const HISTORY = ['--history', String(STAYS), '--seed', 'quality', '--days', '60'];
const COMMAND = ['--disable-warning=TimeoutNegativeWarning', 'test/simulator/main.ts'];
const DESK = { viewport: { width: 1920, height: 1080 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const WHEN_AND_BY_WHICH =
  /printed \d+ \w+ \d\d:\d\d \d{4} · Model in service \S+, trained on simulated patients/;

const PAGES: readonly (readonly [view: string, words: string])[] = [
  ['forecast', 'END that nobody was warned of'],
  ['response', 'When is the load?'],
  ['what-if', 'Nothing is changed from here.'],
  ['drift', 'Do as many END come as are forecast?'],
];

/** The pages of the review on forecast, response, what if and drift, over past stays and one that Endwatch saw while it lasted. */
describe('the review of quality', () => {
  const opened: (() => unknown)[] = [];
  const passwords = new Map<string, string>();
  const second = new LiftedModel(0.5);
  let endwatch: Endwatch;
  let browser: Browser;
  let alertId = '';

  const account = async (username: string, role: Role): Promise<void> => {
    const body = { username, name: `Test ${role}`, role, wards: null };
    const made = await endwatch.post<ChangedAccount>('/api/accounts', body);
    passwords.set(username, made.password ?? '');
  };
  const sessionOf = async (username: string): Promise<string> => {
    const answer = await fetch(`${endwatch.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: passwords.get(username) }),
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    return /endwatch_session=([^;]+)/.exec(cookie)?.[1] ?? '';
  };
  const openAs = async (username: string, path: string): Promise<Page> => {
    const { context, page } = await openScreen(browser, 'about:blank', DESK);
    const value = await sessionOf(username);
    const url = endwatch.address;
    await context.addCookies([{ name: 'endwatch_session', value, url, httpOnly: true }]);
    await page.goto(url + path);
    return page;
  };

  beforeAll(async () => {
    endwatch = await new Endwatch({ ENDWATCH_PARTITIONS: '2', ...second.env }).ready();
    opened.push(async () => {
      await endwatch.stop();
      rmSync(endwatch.home, { recursive: true, force: true });
      second.remove();
    });
    const simulator = new Child({
      args: [...COMMAND, ...HISTORY, '--to', endwatch.address],
      env: { ENDWATCH_HOME: endwatch.home },
    });
    await simulator.line(/^Sent \d+ resources, 0 refused\.$/, 240_000);
    const admittedAt = Date.now() - 8 * HOUR;
    const at = { id: 'live-n1', patientId: 'live', at: admittedAt + HOUR };
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        ...[fhir.ward(WARD, 'Quality ward'), fhir.bed(`${WARD}-1`, '1', WARD)],
        ...[fhir.patient('live', 'Live, Lena'), fhir.nihss(at, { '5a': 1 })],
        fhir.encounter('live', { start: admittedAt, bedId: `${WARD}-1` }),
        fhir.nihss({ id: 'live-n2', patientId: 'live', at: Date.now() - HOUR }, { '5a': 4 }),
      ),
    );
    const { rows } = await eventually(
      () => endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`),
      (board) => board.rows.some(({ end }) => end.status === 'confirmed'),
    );
    alertId = rows[0]?.alerts.find(({ kind }) => kind === 'end-confirmed')?.id ?? '';
    await account('reviewer', 'quality');
    await account('bedside', 'nurse');
    await eventually(
      () => endwatch.json<ReviewTable>('/api/review/stays?limit=500'),
      ({ total, rows, freshness }) =>
        total === STAYS + 1 &&
        freshness.waiting === 0 &&
        rows.every(({ patientId, dischargedAt }) => patientId === 'live' || dischargedAt !== null),
      120_000,
    );
    browser = await openBrowser();
    opened.push(() => browser.close());
  }, 420_000);

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it.each(PAGES)('%s can be read by everybody, in both lights', async (view, words) => {
    for (const [options, colorScheme] of [
      [DESK, 'light'],
      [PHONE, 'dark'],
    ] as const) {
      const url = `${endwatch.address}/review/${view}`;
      const { page, context, complaints } = await openScreen(browser, url, {
        ...{ ...options, colorScheme },
      });
      await page.getByText(words).first().waitFor();
      await page.getByText('What the words mean, and who is left out').waitFor();
      await page.getByText(/^Everything (that has come|until .+) is counted/).waitFor();
      expect(await brokenRules(page)).toEqual([]);
      expect(await wider(page)).toBe(0);
      expect(await bareFigures(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('says of the forecast what it learned from, and rather too few than a figure without worth', async () => {
    const page = await openAs('reviewer', '/review/forecast');
    await page.getByText('Learned from simulated patients: not for clinical decisions.').waitFor();
    await page.getByText('Too few to judge').first().waitFor();
    const table = page.getByRole('table', { name: /END without a risk alert before it/ });
    const unwarned = await table.innerText();
    const groups = await page
      .getByRole('table', { name: 'Forecast by group of patients' })
      .innerText();
    const shown = [unwarned, groups];
    const wards = await endwatch.json<WardSummary[]>('/api/wards');
    // The ward of the one who is here has neither.
    const others = wards.filter(({ id }) => id !== WARD);
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ id }) => shown.some((text) => text.includes(id)))).toEqual([]);
    expect(others.filter(({ name }) => !groups.includes(name))).toEqual([]);
    expect(others.some(({ name }) => unwarned.includes(name))).toBe(true);
    await table.getByRole('link').first().click();
    await page.waitForURL(/\/review\/stays\/.+admittedAt=/);
    await page.getByRole('heading', { name: 'Quality review' }).waitFor();
    await page.context().close();
  });

  it('shows the model in the shadow beside the one in service, of past stays once it was asked of them', async () => {
    await second.answerPast(endwatch.home);
    const { shadow, overall, landmarks, models } =
      await endwatch.json<ForecastReview>('/api/review/forecast');
    const inService = models[0]?.version ?? '';
    // It has answered everything that is judged, of the same patients, and forecasts more of everybody.
    expect(shadow).toMatchObject({
      ...{ inService, shadow: second.version, pairs: overall.forecasts },
      hours: landmarks.map(({ hour, patients, ends, auc, brier }) => ({
        ...{ hour, patients, ends, aucInService: auc.value, brierInService: brier },
      })),
    });
    expect(overall.forecasts).toBeGreaterThan(STAYS);
    expect(shadow?.meanDifference).toBeGreaterThan(0);
    const page = await openAs('reviewer', '/review/forecast');
    await page.getByText(`${second.version} beside ${inService}: `).waitFor();
    await page.getByText('points of a hundred higher on average').waitFor();
    const at6h = landmarks.find(({ hour }) => hour === 6);
    const row = ['^6', 'h', at6h?.patients, at6h?.ends, ''].map(String).join('\\s');
    const table = page.getByRole('table', { name: 'Both models at each landmark' });
    await table.getByRole('row', { name: new RegExp(row) }).waitFor();
    await page.context().close();
  }, 180_000);

  it('defines its words in German too, also those of the server', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/review/forecast`, {
      ...{ ...DESK, locale: 'de-DE' },
    });
    await page.getByText('Was die Begriffe bedeuten').click();
    await page.getByRole('term').getByText('Welche Prognosen zählen').waitFor();
    const text = await page.locator('endwatch-definitions').innerText();
    expect(text).not.toMatch(/\b(the|forecast|which)\b/i);
    await context.close();
  });

  it('what is long in coming can be stopped, and asked for again', async () => {
    const page = await openAs('reviewer', '/review/cohort');
    let isHeld = true;
    await page.route('**/api/review/forecast*', (route) =>
      isHeld ? Promise.resolve() : route.continue(),
    );
    const gone = page.waitForEvent('requestfailed', (one) => one.url().includes('review/forecast'));
    await page.getByRole('link', { name: 'Forecast', exact: true }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await gone;
    await page.getByText('The forecast could not be fetched: it was stopped.').waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
    isHeld = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('endwatch-review-section').first().waitFor();
    await page.context().close();
  });

  it('draws the load as seven days of 24 hours, which can be saved', async () => {
    const page = await openAs('reviewer', '/review/response');
    const frame = page.locator('endwatch-chart-frame', { has: page.locator('endwatch-load-map') });
    await frame.locator('rect').first().waitFor();
    const places = await frame
      .locator('rect')
      .evaluateAll((all) =>
        all.map((one) => `${one.getAttribute('x') ?? ''} ${one.getAttribute('y') ?? ''}`),
      );
    expect(new Set(places).size).toBe(7 * 24);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: 'SVG' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('endwatch-response-load.svg');
    // In the hand the hours go down: nothing of it lies beside the page.
    await page.setViewportSize(PHONE.viewport);
    const right = (): Promise<number> =>
      frame
        .locator('rect')
        .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
    expect(await eventually(right, (x) => x <= PHONE.viewport.width)).toBeGreaterThan(300);
    expect(await frame.locator('rect').count()).toBe(7 * 24);
    await page.context().close();
  });

  it('answers a slider, and a proposal goes to the administrator and changes nothing', async () => {
    const page = await openAs('reviewer', '/review/what-if');
    const result = page.getByRole('table', { name: /beside today’s/ });
    await result.waitFor();
    const today = await cells(page, 'New alerts a day');
    expect(today[2]).toBe('±0');
    await page.getByRole('button', { name: 'One new alert a day for 35 patients' }).click();
    const tried = await eventually(
      () => cells(page, 'New alerts a day'),
      (row) => row[1] !== today[1],
    );
    expect(tried[0]).toBe(today[0]);
    expect(Number(tried[1])).toBeLessThanOrEqual(1);

    const slider = page.getByLabel('Rings when the risk of the next 24 h reaches');
    const before = Number(await slider.inputValue());
    await slider.focus();
    await slider.press('ArrowRight');
    await page.getByText(`Rings from ${String(before + 0.5)}`).waitFor();
    const { tookMs } = await endwatch.json<{ tookMs: number }>('/api/review/what-if');
    expect(tookMs).toBeGreaterThan(0);

    await page.getByLabel('Why, in a sentence for the administrator').fill('Fewer false alarms');
    await page.getByRole('button', { name: 'Propose to the administrator' }).click();
    await page.getByText('Nothing has changed; an administrator decides.').waitFor();
    await page.reload();
    await result.waitFor();
    expect((await cells(page, 'New alerts a day'))[0]).toBe(today[0]);
    await page.context().close();

    const admin = await openScreen(browser, `${endwatch.address}/admin/proposals`, DESK);
    await admin.page.getByText('Fewer false alarms').waitFor();
    await admin.page.getByRole('heading', { name: `Rings from ${String(before + 0.5)}` }).waitFor();
    expect(await brokenRules(admin.page)).toEqual([]);
    await admin.context.close();
  });

  it('reckons anew with each of the four settings, and leaves those of the house alone', async () => {
    const settings = async (): Promise<unknown> => [
      await endwatch.json('/api/settings/risk-limits'),
      await endwatch.json('/api/review/proposals'),
    ];
    const before = await settings();
    const page = await openAs('reviewer', '/review/what-if');
    const tried = page
      .getByRole('table', { name: /beside today’s/ })
      .locator('tbody td:nth-child(3)');
    await tried.first().waitFor();
    const move = async (setting: string, to: string, words: RegExp): Promise<void> => {
      const figures = String(await tried.allInnerTexts());
      await page.getByLabel(setting).fill(to);
      await page.locator('.tried').getByText(words).waitFor();
      await eventually(
        async () => String(await tried.allInnerTexts()),
        (now) => now !== figures,
      );
    };
    await move('Rings when the risk of the next 24 h reaches', '10', /^Rings from 10/);
    await move('Ends when it falls below', '1', /ends below 1\s%/);
    await move('After it has stayed there for', '240', /after 240\smin/);
    await move('Rings again after a further rise of', '1', /again after a rise of 1 points/);
    await page.context().close();
    expect(await settings()).toEqual(before);
  });

  it('lets the quality team acknowledge nothing and print no name, and a nurse not in', async () => {
    expect(alertId).not.toBe('');
    for (const username of ['bedside', 'reviewer']) {
      const may = username === 'bedside';
      for (const path of [`/wards/${WARD}`, '/patients/live']) {
        const page = await openAs(username, path);
        await page
          .getByText(/Deterioration confirmed/)
          .first()
          .waitFor();
        const buttons = await page.getByRole('button', { name: /acknowledge|reason/i }).count();
        expect([username, path, buttons > 0]).toEqual([username, path, may]);
        await page.context().close();
      }
      const printed = { ward: WARD, patientId: 'live', name: 'Lena', named: may };
      await namesOnPaper((path) => openAs(username, path), printed);
    }
    const cookie = `endwatch_session=${await sessionOf('reviewer')}`;
    const refused = await fetch(`${endwatch.address}/api/alerts/${alertId}/acknowledge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: '{}',
    });
    expect(refused.status).toBe(403);
    const nurse = await openAs('bedside', '/review/forecast');
    await nurse.getByText('This page is not for your account').waitFor();
    await nurse.context().close();
    const asked = await fetch(`${endwatch.address}/api/review/forecast`, {
      headers: { cookie: `endwatch_session=${await sessionOf('bedside')}` },
    });
    expect(asked.status).toBe(403);
  });

  it('is not wider than a sheet of paper', async () => {
    const { page, context } = await openScreen(browser, `${endwatch.address}/review/forecast`, {
      viewport: { width: 718, height: 1015 },
    });
    await page.getByText('END that nobody was warned of').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await wider(page)).toBe(0);
    await context.close();
  });

  it.each([
    ['forecast', 'All stays of your wards', 'Which forecasts count:'],
    ['response', 'All stays of your wards', 'Nurse-hour:'],
    ['what-if', 'All stays of your wards', 'What is not simulated:'],
    ['drift', 'Drift, whole house', 'Control chart:'],
    ['outcomes?end=early&end=none', 'END Early END', 'early neurological deterioration, a fact'],
    ['stays/live', 'woman, Quality ward, admitted', 'Known at and true at:'],
  ])(
    '%s says on every printed sheet when, of whom, by which model and definitions',
    async (view, whom, term) => {
      const { page, context } = await openScreen(browser, `${endwatch.address}/review/${view}`);
      const definitions = page.getByText('What the words mean, and who is left out');
      await definitions.or(page.locator('endwatch-chart-frame svg[data-figure]')).first().waitFor();
      await page
        .getByText(/Model in service/)
        .first()
        .waitFor({ state: 'attached' });
      for (const text of await sheetsOf(page)) {
        expect(text).toMatch(WHEN_AND_BY_WHICH);
        expect(text).toContain(whom);
        expect(text).toContain(term);
      }
      await context.close();
    },
  );

  it('composes the report of the running month when asked, and shows today’s figures beside it', async () => {
    const page = await openAs('reviewer', '/review/reports');
    await page.getByRole('button', { name: 'Compose the running month now' }).click();
    await page.waitForURL(/\/review\/reports\/\d{4}-\d{2}$/);
    await page.getByText(/^Provisional: composed .* by Test quality/).waitFor();
    await page.getByRole('heading', { name: 'What became of them' }).waitFor();
    await page
      .getByText(/Model in service/)
      .first()
      .waitFor({ state: 'attached' });
    const sheets = await sheetsOf(page);
    expect(sheets.length).toBeGreaterThan(3);
    for (const [n, text] of sheets.entries()) {
      expect(text).toMatch(WHEN_AND_BY_WHICH);
      expect(text).toMatch(/Report of \w+ \d{4}, whole house/);
      expect(text).toContain('early neurological deterioration, a fact');
      // The parts have definitions of their own; the last sheet may have nothing but what no figure says.
      if (n > 0 && n < sheets.length - 1) {
        expect(text).toMatch(/Which forecasts count:|Nurse-hour:|Control chart:/);
      }
    }
    expect(await bareFigures(page)).toEqual([]);
    await page.getByRole('button', { name: 'Beside today’s figures' }).click();
    await page.getByRole('table', { name: /as composed and as known today/ }).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.getByRole('link', { name: 'All reports' }).click();
    await page.getByText(/stays, \d+ with END, model/).waitFor();
    await page.context().close();
  });

  it('counts as `npm run evaluate` does on the cohort that leaves the house', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'endwatch-same-'));
    opened.push(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const cohort = new ExportedCohort(folder, { ENDWATCH_HOME: endwatch.home });
    await cohort.evaluate();
    const { choices } = await endwatch.json<ReviewTable>('/api/review/stays?limit=1');
    // The evaluation leaves out whom the paper would: nobody knows that the one of this ward has a stroke.
    const past = choices.wards.filter((ward) => ward !== WARD).map((ward) => `ward=${ward}`);
    const read = (view: string, more: readonly string[] = []): Promise<unknown> =>
      endwatch.json(`/api/review/${view}?${[...past, ...more].join('&')}`);
    const pairs = await everyPair(read, cohort);
    expect(cohort.stays).toBe(STAYS);
    expect(apart(pairs)).toEqual([]);
    expect(pairs.filter(({ review }) => review !== null).length).toBeGreaterThan(400);
  }, 300_000);
});

/** What a row of the comparison says after its name: today, tried, difference. */
async function cells(page: Page, name: string): Promise<string[]> {
  const row = page.getByRole('row', { name: new RegExp(`^${name}`) });
  const texts = await row.getByRole('cell').allInnerTexts();
  return texts.map((text) => text.split('\n')[0]?.trim() ?? '');
}
