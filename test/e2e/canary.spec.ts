import type { BoardSnapshot, ChangedAccount, MadeToken, WardSummary } from '@endwatch/contracts';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { brokenRulesAnywhere, openBrowser, openScreen, type Screen } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Phone } from '../harness/phone.ts';
import { Endwatch, eventually, PostgresServer } from '../harness/system.ts';

const HOUR = 3_600_000;
const WARD = 'watched';
const HIDDEN = 'endwatch-canary';

/** The test patient, on a board, on a phone and on no list. */
describe('the test alert', () => {
  const opened: (() => unknown)[] = [];
  let url: string;
  let endwatch: Endwatch;
  let browser: Browser;
  let board: Screen;
  let phone: Phone;

  const hidden = (): Promise<BoardSnapshot> => endwatch.json(`/api/wards/${HIDDEN}/board`);
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${endwatch.address}/metrics`)).text();
    return Number(new RegExp(`^endwatch_${name} (\\S+)$`, 'm').exec(text)?.[1]);
  };
  const band = () => board.page.getByRole('status').getByText(/^Alerts may not arrive/);

  beforeAll(async () => {
    const postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    url = await postgres.database('canary');
    endwatch = await new Endwatch({
      ...{ DATABASE_URL: url, ENDWATCH_CANARY_SECONDS: '2', ENDWATCH_LOCAL_PUSH: '1' },
    }).ready();
    opened.push(() => endwatch.stop());
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        fhir.ward(WARD, 'Watched ward'),
        fhir.bed(`${WARD}-1`, '1', WARD),
        fhir.patient('p', 'Watched, Wilma'),
        fhir.encounter('p', { start: Date.now() - 20 * HOUR, bedId: `${WARD}-1` }),
        fhir.nihss({ id: 'n1', patientId: 'p', at: Date.now() - 19 * HOUR }, { '5a': 2 }),
      ),
    );
    phone = await new Phone(() => endwatch.address).start();
    opened.push(() => {
      phone.stop();
    });
    await endwatch.post<ChangedAccount>('/api/accounts', {
      ...{ username: 'ada', role: 'neurologist', name: 'Ada' },
    });
    const { token } = await endwatch.post<MadeToken>('/api/accounts/tokens', {
      ...{ username: 'ada', label: 'phone' },
    });
    const subscribed = await fetch(`${endwatch.address}/api/push/subscriptions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ subscription: phone.subscription, label: 'Phone' }),
    });
    expect(subscribed.status).toBe(201);
    browser = await openBrowser();
    opened.push(() => browser.close());
    await eventually(
      () => endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.length === 1,
    );
    board = await openScreen(browser, `${endwatch.address}/wards/${WARD}`);
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('comes and goes on its own ward, which is on no list and tells nobody', async () => {
    const seen = new Set<string>();
    await eventually(
      async () => {
        const [row] = (await hidden().catch(() => null))?.rows ?? [];
        if (row) seen.add(row.end.status);
        return seen;
      },
      (all) => all.has('confirmed') && all.has('none'),
    );
    await eventually(
      () => metric('canary_seconds'),
      (seconds) => seconds > 0,
    );
    expect(await metric('canary_missing')).toBe(0);
    const wards = await endwatch.json<WardSummary[]>('/api/wards');
    expect(wards.map(({ id }) => id)).toEqual([WARD]);
    expect(await band().count()).toBe(0);
    expect(phone.pushed).toEqual([]);
    const text = await (await fetch(`${endwatch.address}/metrics`)).text();
    expect(text).not.toMatch(/^endwatch_alerts_open\{kind="end-confirmed".*\} [1-9]/m);
  });

  it('whose notice nobody tells of is said on every board and on the phone on call, too', async () => {
    const planner = new pg.Client({ connectionString: url });
    await planner.connect();
    // As if a gateway had begun to tell and did not come to an end.
    await planner.query('SELECT pg_advisory_lock(4190239)');
    await band().waitFor({ timeout: 60_000 });
    await eventually(
      () => Promise.resolve(phone.pushed),
      (pushed) => pushed.length === 1,
    );
    expect(phone.pushed[0]).toMatchObject({ title: 'Alerts may not arrive', clear: false });
    expect(await brokenRulesAnywhere(board.page)).toEqual([]);
    await board.page.goto(`${endwatch.address}/on-call`);
    await board.page
      .getByText(/^Alerts may not arrive/)
      .first()
      .waitFor();
    expect(await brokenRulesAnywhere(board.page)).toEqual([]);
    await planner.end();
    await board.page.getByText(/^Alerts may not arrive/).waitFor({ state: 'detached' });
    await board.page.goto(`${endwatch.address}/wards/${WARD}`);
    await band().waitFor({ state: 'detached', timeout: 60_000 });
    await eventually(
      () => Promise.resolve(phone.pushed),
      (pushed) => pushed.length === 2,
    );
    expect(phone.pushed[1]).toMatchObject({ clear: true, tag: phone.pushed[0]?.tag });
    phone.pushed.length = 0;
  });

  it('is not published for others', async () => {
    const database = new pg.Client({ connectionString: url });
    await database.connect();
    const published = await eventually(
      () =>
        database.query<{ topic: string; patient: string }>(
          `SELECT DISTINCT topic, convert_from(key, 'UTF8') AS patient FROM log_record WHERE topic ~ '(scores|alerts)$'`,
        ),
      ({ rows }) => rows.some(({ topic }) => topic.endsWith('.scores')),
    );
    await database.end();
    expect(new Set(published.rows.map(({ patient }) => patient))).toEqual(new Set(['p']));
  });

  it('that does not come is said on every board and on the phone on call, until it comes again', async () => {
    const [row] = (await eventually(hidden, ({ rows }) => rows[0]?.end.status === 'confirmed'))
      .rows;
    const patient = row?.patientId ?? '';
    const stay = (versionId: string, status: string): Promise<unknown> =>
      endwatch.post('/fhir', {
        ...{ resourceType: 'Encounter', id: patient, status },
        meta: { versionId, lastUpdated: new Date().toISOString() },
        ...{ class: { code: 'IMP' }, subject: { reference: `Patient/${patient}` } },
        period: { start: new Date(Date.now() - 6 * HOUR).toISOString() },
        location: [{ location: { reference: `Location/${HIDDEN}`, display: 'Endwatch test' } }],
      });
    // Without a stay there is no END to confirm: everything works, and no alert comes.
    await stay('900', 'entered-in-error');
    await band().waitFor({ timeout: 60_000 });
    await board.page.getByText('Go to the bedside').first().waitFor();
    expect(await metric('canary_missing')).toBe(1);
    await eventually(
      () => Promise.resolve(phone.pushed),
      (pushed) => pushed.length === 1,
    );
    expect(phone.pushed[0]).toMatchObject({ title: 'Alerts may not arrive', clear: false });
    expect(phone.pushed[0]?.url).toBe('/on-call');
    await stay('901', 'in-progress');
    await band().waitFor({ state: 'detached', timeout: 60_000 });
    await eventually(
      () => Promise.resolve(phone.pushed),
      (pushed) => pushed.length === 2,
    );
    expect(phone.pushed[1]).toMatchObject({ clear: true, tag: phone.pushed[0]?.tag });
  });
});
