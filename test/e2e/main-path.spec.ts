import type { Browser, Page } from 'playwright-core';
import { brokenRules, openBrowser, openScreen, type Screen } from '../harness/browser.ts';
import { produce, type Sent } from '../harness/load.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually, PostgresServer } from '../harness/system.ts';
import { KafkaCluster } from '../kafka/cluster.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const PREFIX = 'hospital';
const WARD = 'e2e-ward';

/** Everything real: a broker, a database, the built product, a browser; messages come from a plain Kafka client. */
describe('from a message to the board', () => {
  const opened: (() => Promise<unknown>)[] = [];
  let kafka: KafkaCluster;
  let endwatch: Endwatch;
  let browser: Browser;
  let board: Screen;
  const now = Date.now();
  const admittedAt = now - 20 * HOUR;

  const send = (stream: Sent['stream'], ...resources: (readonly [string, fhir.Resource])[]) =>
    produce(kafka.bootstrap, {
      prefix: PREFIX,
      messages: resources.map(([key, resource]) => ({ stream, key, resource })),
    });
  const tile = (page: Page, name: string) => page.locator('article').filter({ hasText: name });

  beforeAll(async () => {
    kafka = await KafkaCluster.start();
    opened.push(() => kafka.stop());
    browser = await openBrowser();
    opened.push(() => browser.close());
    const postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    endwatch = new Endwatch({
      DATABASE_URL: await postgres.database('e2e'),
      KAFKA_BROKERS: kafka.bootstrap,
      ENDWATCH_TOPIC_PREFIX: PREFIX,
      ENDWATCH_PARTITIONS: '4',
    });
    opened.push(() => endwatch.stop());
    await endwatch.ready();
    await send(
      'adt',
      [WARD, fhir.ward(WARD, 'Ward for tests')],
      [WARD, fhir.bed(`${WARD}-1`, '1', WARD)],
      [WARD, fhir.bed(`${WARD}-2`, '2', WARD)],
      ...['a', 'b'].flatMap((id, index) =>
        [
          fhir.patient(id, id === 'a' ? 'Adler, Ada' : 'Berger, Bo'),
          fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${index + 1}` }),
          fhir.strokeCondition(id, admittedAt),
        ].map((resource) => [id, resource] as const),
      ),
    );
    await send('nihss', [
      'a',
      fhir.nihss({ id: 'n1', patientId: 'a', at: admittedAt + HOUR }, { '5a': 3, '6a': 3, '9': 2 }),
    ]);
    await eventually(
      () => endwatch.json<{ rows: unknown[] }>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.length === 2,
    );
    board = await openScreen(browser, `${endwatch.address}/wards/${WARD}`);
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('shows who is there, live, with the model said to be trained on simulated patients', async () => {
    const { page } = board;
    await tile(page, 'Adler').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await tile(page, 'Adler').locator('.total').textContent()).toBe('8');
    await page
      .getByText(/simulated patients/)
      .first()
      .waitFor();
    expect(await page.locator('article').count()).toBe(2);
  });

  it('changes the right tile when a vital sign comes, and gives a risk', async () => {
    const { page } = board;
    const other = await tile(page, 'Berger').textContent();
    await send('vitals', [
      'a',
      fhir.heartRate({ id: 'h1', patientId: 'a', at: Date.now() - MINUTE }, 118),
    ]);
    await eventually(
      async () => (await tile(page, 'Adler').locator('.ages').textContent()) ?? '',
      (ages) => /1\smin/.test(ages),
    );
    expect(await tile(page, 'Adler').textContent()).toMatch(/\d+\s%/);
    expect(await tile(page, 'Berger').textContent()).toBe(other);
  });

  it('shows END and its alert when a rise is charted, and takes an acknowledgement', async () => {
    const { page } = board;
    await send('nihss', [
      'a',
      fhir.nihss(
        { id: 'n2', patientId: 'a', at: Date.now() - 2 * MINUTE },
        { '5a': 4, '6a': 4, '9': 3 },
      ),
    ]);
    await tile(page, 'Adler')
      .getByText(/END .*\+3/)
      .first()
      .waitFor();
    expect(await tile(page, 'Adler').textContent()).toContain('END confirmed');
    const queued = page.getByRole('button', { name: /Acknowledge 1/ }).first();
    await queued.click();
    const alerts = await eventually(
      async () =>
        (
          await endwatch.json<{
            rows: {
              patientId: string;
              alerts: { kind: string; state: string; holder: string | null }[];
            }[];
          }>(`/api/wards/${WARD}/board`)
        ).rows.find(({ patientId }) => patientId === 'a')?.alerts ?? [],
      (list) => list.some(({ state }) => state === 'acknowledged'),
    );
    expect(alerts.find(({ kind }) => kind === 'end-confirmed')).toMatchObject({
      state: 'acknowledged',
      holder: 'Administrator',
    });
  });

  it('says when it is offline, and afterwards holds the same board as a fresh page', async () => {
    const { page, context } = board;
    await context.setOffline(true);
    await page
      .getByText(/Offline since/)
      .first()
      .waitFor({ timeout: 30_000 });
    await send('vitals', [
      'b',
      fhir.heartRate({ id: 'h2', patientId: 'b', at: Date.now() - MINUTE }, 77),
    ]);
    await send('nihss', [
      'b',
      fhir.nihss({ id: 'n3', patientId: 'b', at: admittedAt + 2 * HOUR }, { '5a': 2 }),
    ]);
    await send('labs', [
      'a',
      fhir.glucose({ id: 'g1', patientId: 'a', at: Date.now() - 3 * MINUTE }, 190),
    ]);
    await eventually(
      () =>
        endwatch.json<{ rows: { patientId: string; nihss: { total: number | null } }[] }>(
          `/api/wards/${WARD}/board`,
        ),
      ({ rows }) => rows.some(({ patientId, nihss }) => patientId === 'b' && nihss.total === 2),
    );
    expect(await tile(page, 'Berger').locator('.total').textContent()).not.toBe('2');
    await context.setOffline(false);
    await page.getByText('Live', { exact: true }).waitFor({ timeout: 30_000 });
    await eventually(
      async () => tile(page, 'Berger').locator('.total').textContent(),
      (total) => total === '2',
    );
    const fresh = await openScreen(browser, `${endwatch.address}/wards/${WARD}`);
    await tile(fresh.page, 'Berger').waitFor();
    // What is new or changed to whom is each screen's own.
    const read = async (one: Page): Promise<string[]> =>
      (await one.locator('article').allInnerTexts()).map((text) =>
        text.replace(/\n+(New|Changed)(?=\n|$)/g, ''),
      );
    const same = await eventually(
      async () => ({ here: await read(page), there: await read(fresh.page) }),
      ({ here, there }) => JSON.stringify(here) === JSON.stringify(there),
    );
    expect(same.here).toHaveLength(2);
    await fresh.context.close();
  });

  it('opens the patient with trajectory, inputs and reports', async () => {
    const { page } = board;
    await send('reports', [
      'a',
      fhir.report(
        { id: 'r1', patientId: 'a', at: Date.now() - 5 * MINUTE },
        'Hyperdense left MCA sign. No hemorrhage.',
      ),
    ]);
    await tile(page, 'Adler').getByRole('link').first().click();
    await page.getByText('Hyperdense left MCA sign').first().waitFor();
    await page.locator('ngx-charts-chart, svg.ngx-charts').first().waitFor();
    await page
      .getByText(/mmol\/L/)
      .first()
      .waitFor();
  });

  it('says why the forecast is what it is, and anew when a report comes', async () => {
    await send('vitals', [
      'b',
      fhir.heartRate({ id: 'h2', patientId: 'b', at: Date.now() - 5 * MINUTE }, 104),
    ]);
    const { page, context, complaints } = await openScreen(
      browser,
      `${endwatch.address}/patients/b`,
    );
    const why = page.getByRole('region', { name: 'Why this forecast' });
    await why.getByText('Heart rate').first().waitFor();
    await why.getByText('No report has been read yet.').waitFor();
    await why.getByText(/^Risk \d+\s%/).waitFor();

    await send('reports', [
      'b',
      fhir.report(
        { id: 'r2', patientId: 'b', at: Date.now() - MINUTE },
        'Impression: Dense right MCA sign. Large territorial infarct.',
      ),
    ]);
    await why.locator('mark[title]').first().waitFor();
    expect(await brokenRules(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('breaks no accessibility rule on board and patient page, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const path of [`/wards/${WARD}`, '/patients/a', '/']) {
        const { page, context } = await openScreen(browser, endwatch.address + path, {
          colorScheme,
          viewport: { width: 1280, height: 800 },
        });
        await page.getByText('Adler').filter({ visible: true }).first().waitFor();
        expect(await brokenRules(page)).toEqual([]);
        await context.close();
      }
    }
  });

  it('never complained in the browser, apart from the network that was cut', () => {
    const own = board.complaints.filter(
      (text) => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(text),
    );
    expect(own).toEqual([]);
  });
});
