import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ACKNOWLEDGE_REASONS,
  type Alert,
  type AuditEntryView,
  type BoardSnapshot,
  type ChangedAccount,
  type EscalationView,
  type MadeToken,
  type OnCall,
  type StayHistory,
} from '@endwatch/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { brokenRules, openBrowser } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Phone } from '../harness/phone.ts';
import { Endwatch, eventually, PostgresServer } from '../harness/system.ts';
import { TcpProxy } from '../harness/tcp-proxy.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WARD = 'stroke';
const CLOCK = pathToFileURL(resolve(import.meta.dirname, '../harness/shifted-clock.mjs')).href;
const BEDS = 5;
/** As short as a board and a phone need to notice; a full minute with ENDWATCH_CUT_SECONDS=60. */
const CUT_MS = Number(process.env['ENDWATCH_CUT_SECONDS'] ?? 18) * 1_000;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Nora on the ward, Ada first and Ben second on call; each with a browser of their own, and phones that ring with the page closed. */
describe('an alert that nobody on the ward takes', () => {
  const opened: (() => unknown)[] = [];
  const home = mkdtempSync(join(tmpdir(), 'endwatch-on-call-'));
  const clock = join(home, 'clock');
  const tokens = new Map<string, string>();
  const passwords = new Map<string, string>();
  let url: string;
  let endwatch: Endwatch;
  let browser: Browser;
  let ahead = 0;
  let ada: Phone;
  let ben: Phone;

  const start = async (port?: string): Promise<void> => {
    writeFileSync(clock, String(ahead));
    endwatch = await new Endwatch(
      {
        ...{ DATABASE_URL: url, ENDWATCH_LOCAL_PUSH: '1', ENDWATCH_PARTITIONS: '2' },
        ENDWATCH_TIME_ZONE: 'UTC',
        ...{ NODE_OPTIONS: `--import=${CLOCK}`, SHIFTED_CLOCK: clock },
        ...(port !== undefined && { PORT: port }),
      },
      home,
    ).ready();
    if (ahead > 0) process.kill(endwatch.pid, 'SIGUSR2');
  };
  const passTo = (minutes: number): void => {
    ahead = minutes * MINUTE;
    writeFileSync(clock, String(ahead));
    process.kill(endwatch.pid, 'SIGUSR2');
  };
  const as = (username: string): RequestInit => ({
    headers: { authorization: `Bearer ${tokens.get(username) ?? ''}` },
  });
  const account = async (username: string, role: string, name: string): Promise<void> => {
    const made = await endwatch.post<ChangedAccount>('/api/accounts', { username, role, name });
    passwords.set(username, made.password ?? '');
    const token = await endwatch.post<MadeToken>('/api/accounts/tokens', { username, label: 't' });
    tokens.set(username, token.token);
  };
  const subscribe = async (username: string, phone: Phone): Promise<void> => {
    const answer = await fetch(`${endwatch.address}/api/push/subscriptions`, {
      method: 'POST',
      headers: { ...(as(username).headers as object), 'content-type': 'application/json' },
      body: JSON.stringify({ subscription: phone.subscription, label: 'Phone' }),
    });
    expect(answer.status).toBe(201);
  };
  /** Through the sign-in page, as people do. */
  const signIn = async (
    username: string,
    path: string,
    options: Parameters<Browser['newContext']>[0] = { viewport: { width: 1280, height: 800 } },
    address = endwatch.address,
  ): Promise<{ page: Page; context: BrowserContext }> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(address + path);
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password').fill(passwords.get(username) ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    return { page, context };
  };
  const alertOf = async (patient: string): Promise<Alert | undefined> => {
    const { rows } = await endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
    const row = rows.find(({ patientId }) => patientId === patient);
    return row?.alerts.find(({ kind }) => kind === 'end-confirmed');
  };
  const pushedTo = (phone: Phone, count: number): Promise<unknown> =>
    eventually(
      () => Promise.resolve(phone.pushed),
      (all) => all.length >= count,
    );
  const worse = (patient: string): Promise<unknown> =>
    endwatch.post(
      '/fhir',
      fhir.nihss(
        { id: `${patient}-n2`, patientId: patient, at: Date.now() + ahead - MINUTE },
        { '5a': 4, '6a': 3 },
      ),
    );

  beforeAll(async () => {
    const postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    url = await postgres.database('on_call');
    await start();
    opened.push(() => endwatch.stop());
    browser = await openBrowser();
    opened.push(() => browser.close());
    const address = (): string => endwatch.address;
    [ada, ben] = [await new Phone(address).start(), await new Phone(address).start()];
    opened.push(() => {
      ada.stop();
      ben.stop();
    });
    await account('nora', 'nurse', 'Nora Berg');
    await account('ada', 'neurologist', 'Dr Ada');
    await account('ben', 'neurologist', 'Dr Ben');
    await account('quinn', 'quality', 'Quinn');
    const date = new Date(Date.now() - 24 * HOUR).toISOString().slice(0, 10);
    for (const [duty, people] of [
      ['first-on-call', ['ada']],
      ['second-on-call', ['ben']],
    ] as const) {
      await endwatch.post('/api/rota/shifts', { duty, people, date, days: 4, starts: ['00:00'] });
    }
    await subscribe('ada', ada);
    await subscribe('ben', ben);
    const admittedAt = Date.now() - 10 * HOUR;
    const stays = Array.from({ length: BEDS }, (_, n) => `p${String(n + 1)}`).flatMap((id, n) => [
      fhir.bed(`${WARD}-${String(n + 1)}`, String(n + 1), WARD),
      fhir.patient(id, `Test, Patient ${String(n + 1)}`),
      fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${String(n + 1)}` }),
      fhir.nihss({ id: `${id}-n1`, patientId: id, at: admittedAt + HOUR }, { '5a': 2, '6a': 1 }),
    ]);
    await endwatch.post('/fhir', fhir.bundle(fhir.ward(WARD, 'Stroke unit'), ...stays));
    await eventually(
      () => endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.length === BEDS,
    );
  }, 240_000);

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
    rmSync(home, { recursive: true, force: true });
  });

  it('rings the first on call, then the second; who takes it clears it from the other', async () => {
    const nurse = await signIn('nora', `/wards/${WARD}`);
    await nurse.page.getByText('Patient 1').first().waitFor();
    const adas = await signIn('ada', '/on-call', PHONE);
    const bens = await signIn('ben', '/on-call', PHONE);
    await adas.page.getByText('You are first on call').waitFor();
    await bens.page.getByText('You are second on call').waitFor();
    await worse('p1');
    await eventually(
      () => alertOf('p1'),
      (alert) => alert?.state === 'raised',
    );
    expect(ada.pushed).toEqual([]);
    // Her phone has no network: nothing is confirmed, and she does not come.
    ada.isOn = false;
    passTo(6);
    await pushedTo(ada, 1);
    expect(ada.pushed[0]).toMatchObject({
      ...{ title: 'Bed 1 · Deterioration confirmed', clear: false },
      body: 'Stroke unit. Open Endwatch for details.',
    });
    expect(JSON.stringify(ada.pushed)).not.toMatch(/Patient 1|p1"/);
    await adas.page.getByText('Deterioration confirmed').waitFor();
    expect(await brokenRules(adas.page)).toEqual([]);
    expect(ben.pushed).toEqual([]);
    passTo(17);
    await pushedTo(ben, 1);
    const card = bens.page.locator('[data-alert]');
    await card.getByText(/Dr Ada, first on call/).waitFor();
    await card.getByRole('button', { name: 'Take it' }).click();
    await card.getByText('You have it').waitFor();
    await eventually(
      () => adas.page.getByText('Nothing waits for you.').isVisible(),
      (gone) => gone,
      1_000,
    );
    await eventually(
      () => Promise.resolve(ada.pushed.at(-1)),
      (last) => last?.clear === true && last.tag === ada.pushed[0]?.tag,
    );
    const alert = await alertOf('p1');
    expect(alert).toMatchObject({ state: 'acknowledged', holder: 'Dr Ben' });
    await nurse.page.getByText('Taken by Dr Ben').first().waitFor();
    // What is read out to who cannot see it takes no room on a board.
    await nurse.page.locator('.cdk-live-announcer-element', { hasText: /bed 1\b/ }).waitFor();
    const below = () => document.documentElement.scrollHeight - window.innerHeight;
    expect(await nurse.page.evaluate(below)).toBe(0);
    const read = await endwatch.json<AuditEntryView[]>('/api/audit?action=patient.read');
    expect(
      new Set(read.map((one) => [one.actor, one.action, one.patientId, one.wardId].join())),
    ).toEqual(
      new Set(['ada', 'ben'].map((who) => [who, 'patient.read.on-call', 'p1', WARD].join())),
    );
    for (const { context } of [nurse, adas, bens]) await context.close();
  });

  it('goes on where it was when the server dies in the middle', async () => {
    await worse('p2');
    await eventually(
      () => alertOf('p2'),
      (alert) => alert?.state === 'raised',
    );
    const before = ada.pushed.length;
    const { port } = new URL(endwatch.address);
    await endwatch.stop('SIGKILL');
    ahead += 7 * MINUTE;
    await start(port);
    await pushedTo(ada, before + 1);
    expect(ada.pushed[before]).toMatchObject({ title: 'Bed 2 · Deterioration confirmed' });
    const state = await endwatch.json<OnCall>('/api/on-call', as('ada'));
    const told = state.alerts.find(({ row }) => row.patientId === 'p2');
    expect(told).toMatchObject({ toldMe: true, mine: false });
    await eventually(
      () => endwatch.json<OnCall>('/api/on-call', as('ada')),
      ({ alerts }) => alerts.some((one) => one.told.some(({ name }) => name === 'Dr Ada')),
    );
    // Once, and not again when the process comes back once more.
    await endwatch.stop('SIGKILL');
    await start(port);
    await eventually(
      () => alertOf('p2'),
      (alert) => alert?.state === 'escalated',
    );
    expect(ada.pushed.slice(before).filter(({ clear }) => !clear)).toHaveLength(1);
  });

  it('who declines hands it to the next at once', async () => {
    const before = ben.pushed.length;
    const adas = await signIn('ada', '/on-call', PHONE);
    const card = adas.page.locator('[data-alert]').filter({ hasText: 'Patient 2' });
    await card.getByRole('button', { name: 'Not me' }).click();
    await card.getByRole('button', { name: 'In theatre' }).click();
    await pushedTo(ben, before + 1);
    expect(ben.pushed[before]?.title).toBe('Bed 2 · Deterioration confirmed');
    await adas.context.close();
  });

  describe('while the network of the ward is cut', () => {
    let proxy: TcpProxy;
    let nurse: Page;
    let quality: Page;
    let phone: Page;
    let second: Page;
    const raised = (patient: string): Promise<unknown> =>
      eventually(
        () => alertOf(patient),
        (alert) => alert !== undefined,
      );
    const shiftEndsIn = async (minutes: number): Promise<void> => {
      const path = '/api/settings/escalation';
      const { value } = await endwatch.json<EscalationView>(path);
      const end = new Date(Date.now() + ahead + minutes * MINUTE).toISOString().slice(11, 16);
      await endwatch.json(path, {
        ...{ method: 'PUT', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ ward: null, value: { ...value, shiftEnds: [end] } }),
      });
    };
    const historyOf = (patient: string, words: string): Promise<unknown> =>
      eventually(
        () => endwatch.json<StayHistory>(`/api/review/stays/${patient}`),
        ({ alerts }) => JSON.stringify(alerts).includes(words),
      );
    const queue = (page: Page) => page.locator('endwatch-action-queue li');
    const ends = (page: Page, bed: number) =>
      queue(page)
        .filter({ hasText: `Patient ${String(bed)}` })
        .filter({ hasText: 'Deterioration' });
    const card = (bed: number) =>
      phone.locator('[data-alert]').filter({ hasText: `Patient ${String(bed)}` });

    beforeAll(async () => {
      proxy = await TcpProxy.open(() => Number(new URL(endwatch.address).port));
      const front = `http://127.0.0.1:${String(proxy.port)}`;
      const desk = { viewport: { width: 1280, height: 800 } };
      nurse = (await signIn('nora', `/wards/${WARD}`, desk, front)).page;
      quality = (await signIn('quinn', `/wards/${WARD}`)).page;
      phone = (await signIn('ada', '/on-call', PHONE)).page;
      second = (await signIn('ben', '/on-call', PHONE, front)).page;
      await second.getByText('You are second on call').waitFor();
      await phone.getByText('You are first on call').waitFor();
      await shiftEndsIn(30);
      await worse('p3');
      for (const page of [nurse, quality]) await ends(page, 3).waitFor();
    }, 120_000);

    afterAll(async () => {
      for (const page of [nurse, quality, phone, second]) await page.context().close();
      await proxy.close();
    });

    it('its board says so, and says that what was tapped is not saved; the others go on', async () => {
      const until = Date.now() + CUT_MS;
      const told = ben.pushed.length;
      proxy.silence();
      await nurse.getByRole('button', { name: /^Acknowledge 3: Deterioration/ }).click();
      await Promise.all([worse('p4'), worse('p5')]);
      await Promise.all([raised('p4'), raised('p5')]);
      // Both go on to the first on call, who takes one of them; the other goes on to the second.
      passTo(ahead / MINUTE + 6);
      await card(4).getByRole('button', { name: 'Take it' }).click();
      await card(4).getByText('You have it').waitFor();
      await card(5).getByRole('button', { name: 'Take it' }).waitFor();
      passTo(ahead / MINUTE + 11);
      await eventually(
        () => endwatch.json<OnCall>('/api/on-call', as('ben')),
        ({ alerts }) => alerts.some(({ row, toldMe }) => row.patientId === 'p5' && toldMe),
      );
      await pushedTo(ben, told + 1);
      await ends(quality, 4).getByText('Taken by Dr Ada').waitFor();
      await nurse.getByText(/^Not live since/).waitFor();
      await second.getByText(/^Not live since .* Go to the bedside\.$/).waitFor();
      expect(await second.getByText('Patient 5').count()).toBe(0);
      await nurse.getByText('Not saved: the alert of Bed 3').waitFor();
      expect(await nurse.locator('main.not-live').count()).toBe(1);
      expect(await ends(nurse, 4).count()).toBe(0);
      await new Promise((wait) => setTimeout(wait, Math.max(0, until - Date.now())));
    }, 180_000);

    it('and afterwards it shows what the others show, nothing twice', async () => {
      proxy.open();
      await nurse.getByText('Live', { exact: true }).waitFor();
      const shown = async (page: Page): Promise<string[]> => {
        const lines = await queue(page).evaluateAll((all) =>
          all.map((one) =>
            ['.top', '.patient', '.holder'].map(
              (part) => one.querySelector<HTMLElement>(part)?.innerText ?? '',
            ),
          ),
        );
        const tiles = await page.locator('[data-patient] endwatch-alert-strip').allInnerTexts();
        return [...lines.map((line) => line.join(' | ')), ...tiles];
      };
      const both = await eventually(
        async () => [await shown(nurse), await shown(quality)],
        ([one, other]) => JSON.stringify(one) === JSON.stringify(other),
      );
      expect(both[0]?.filter((line) => line.includes('Taken by Dr Ada'))).not.toEqual([]);
      const ids = await queue(nurse).evaluateAll((all) => all.map((one) => one.dataset['glide']));
      const { rows } = await endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
      expect(ids.toSorted()).toEqual(
        rows.flatMap(({ alerts }) => alerts.map(({ id }) => id)).sort(),
      );
      await second.getByText('Not live').waitFor({ state: 'detached' });
      await eventually(
        () => second.locator('[data-alert]').filter({ hasText: 'Patient 5' }).count(),
        (count) => count === 1,
      );
      // What she tapped either arrived late, or is still said not to be saved.
      const { holder, state } = (await alertOf('p3')) ?? {};
      const notice = await nurse.getByText('Not saved: the alert of Bed 3').count();
      expect([state, holder, notice]).toEqual(
        state === 'acknowledged' ? ['acknowledged', 'Nora Berg', 0] : ['escalated', holder, 1],
      );
    });

    it('who has an alert keeps it over the end of the shift by saying so before; else it is handed over', async () => {
      await card(5).getByRole('button', { name: 'Take it' }).click();
      await card(5).getByText('You have it').waitFor();
      const keep = (bed: number) => card(bed).getByRole('button', { name: 'Keep it' });
      await keep(5).waitFor();
      await keep(4).click();
      await keep(4).waitFor({ state: 'detached' });
      expect(await keep(5).count()).toBe(1);
      passTo(ahead / MINUTE + 15);
      await eventually(
        () => alertOf('p5'),
        (alert) => alert?.holder !== 'Dr Ada',
      );
      expect(await alertOf('p4')).toMatchObject({ state: 'acknowledged', holder: 'Dr Ada' });
      await historyOf('p5', 'Handed over at the end of the shift: Dr Ada had it');
    });

    it('one more tap says why, from the list for that kind of alert', async () => {
      const line = ends(nurse, 5);
      await line.getByRole('button', { name: /^Reasons for 5: Deterioration/ }).click();
      const group = line.getByRole('group', { name: 'Acknowledge, with the reason' });
      await group.getByRole('button', { name: 'Physician informed' }).waitFor();
      expect(await group.getByRole('button').allInnerTexts()).toEqual(
        ACKNOWLEDGE_REASONS['end-confirmed'],
      );
      expect(await brokenRules(nurse)).toEqual([]);
      await group.getByRole('button', { name: 'Physician informed' }).click();
      await line.getByText('Taken by Nora Berg').waitFor();
      await historyOf('p5', 'Physician informed');
    });
  });

  it('a page whose session is ended shows nothing any more', async () => {
    const bens = await signIn('ben', '/on-call', PHONE);
    await bens.page.getByText('You are second on call').waitFor();
    await endwatch.json('/api/accounts/ben', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ disabled: true }),
    });
    await bens.page.getByRole('button', { name: 'Sign in' }).waitFor({ timeout: 15_000 });
    expect(await bens.page.getByText('Test, Patient').count()).toBe(0);
    await bens.context.close();
  });
});
