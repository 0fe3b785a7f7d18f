import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Alert, BoardSnapshot, ChangedAccount, MadeToken, OnCall } from '@endwatch/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { brokenRules, openBrowser } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Phone } from '../harness/phone.ts';
import { Endwatch, eventually, PostgresServer } from '../harness/system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WARD = 'stroke';
const CLOCK = pathToFileURL(resolve(import.meta.dirname, '../harness/shifted-clock.mjs')).href;
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
  ): Promise<{ page: Page; context: BrowserContext }> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(endwatch.address + path);
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
    const stays = ['p1', 'p2', 'p3'].flatMap((id, n) => [
      fhir.bed(`${WARD}-${String(n + 1)}`, String(n + 1), WARD),
      fhir.patient(id, `Test, Patient ${String(n + 1)}`),
      fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${String(n + 1)}` }),
      fhir.nihss({ id: `${id}-n1`, patientId: id, at: admittedAt + HOUR }, { '5a': 2, '6a': 1 }),
    ]);
    await endwatch.post('/fhir', fhir.bundle(fhir.ward(WARD, 'Stroke unit'), ...stays));
    await eventually(
      () => endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.length === 3,
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
