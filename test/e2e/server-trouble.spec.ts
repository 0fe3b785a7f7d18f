import pg from 'pg';
import type { Browser } from 'playwright-core';
import { brokenRulesAnywhere, openBrowser, openScreen, type Screen } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually, PostgresServer } from '../harness/system.ts';

const HOUR = 3_600_000;
const WARD = 'trouble';

/** A gateway with a board open, and a scorer of its own process: what the board says when things go wrong behind it. */
describe('the board when the server is in trouble', () => {
  const opened: (() => unknown)[] = [];
  let url: string;
  let postgres: PostgresServer;
  let gateway: Endwatch;
  let scorer: Endwatch;
  let browser: Browser;
  let board: Screen;
  let beats = 0;

  const start = async (roles: string): Promise<Endwatch> => {
    const endwatch = new Endwatch({ DATABASE_URL: url, ENDWATCH_ROLES: roles });
    opened.push(() => endwatch.stop());
    return endwatch.ready();
  };
  const state = (words: string) => board.page.getByText(words, { exact: true }).first();
  const band = (words: RegExp) => board.page.getByRole('status').getByText(words);
  const sendRate = (): Promise<unknown> => {
    beats += 1;
    const told = { id: `hr-${beats}`, patientId: 'p', at: Date.now() };
    return gateway.post('/fhir', fhir.heartRate(told, 60 + beats));
  };
  const wait = { timeout: 60_000 };

  beforeAll(async () => {
    postgres = new PostgresServer();
    opened.push(() => postgres.stop());
    url = await postgres.database('trouble');
    gateway = await start('gateway');
    scorer = await start('scorer');
    await gateway.post(
      '/fhir',
      fhir.bundle(
        fhir.ward(WARD, 'Troubled ward'),
        fhir.bed(`${WARD}-1`, '1', WARD),
        fhir.patient('p', 'Trouble, Tina'),
        fhir.encounter('p', { start: Date.now() - 20 * HOUR, bedId: `${WARD}-1` }),
      ),
    );
    await eventually(
      () => gateway.json<{ rows: unknown[] }>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.length === 1,
    );
    browser = await openBrowser();
    opened.push(() => browser.close());
    board = await openScreen(browser, `${gateway.address}/wards/${WARD}`);
    await state('Live').waitFor(wait);
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  it('is not live when the scorer is gone, though the gateway lives and nothing waits', async () => {
    await scorer.stop('SIGKILL');
    await band(/^Not live since \d\d:\d\d: Endwatch is not taking in new data\.$/).waitFor(wait);
    await state('Not live').waitFor(wait);
    expect(await brokenRulesAnywhere(board.page)).toEqual([]);
    expect((await fetch(`${gateway.address}/health/ready`)).status).toBe(200);
    scorer = await start('scorer');
    await state('Live').waitFor(wait);
    expect(await board.page.getByRole('status').getByText('Not live').count()).toBe(0);
  });

  it('catches up, with the true lag, while a commit has to wait', async () => {
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE board_event IN SHARE MODE');
    const from = Date.now();
    await sendRate();
    await band(/^Catching up: data of the last \d+\ss are not shown yet\.$/).waitFor(wait);
    expect(await brokenRulesAnywhere(board.page)).toEqual([]);
    const { parts } = await gateway.json<{ parts: { lag: { seconds: number; state: string } } }>(
      '/health/ready',
    );
    expect(parts.lag.state).toBe('down');
    expect(parts.lag.seconds).toBeGreaterThan(10);
    expect(parts.lag.seconds).toBeLessThan((Date.now() - from) / 1_000 + 1);
    await holder.query('ROLLBACK');
    await holder.end();
    await state('Live').waitFor(wait);
  });

  it('says that nothing can be saved while the database is away, and recovers', async () => {
    await postgres.kill();
    await band(/^Endwatch cannot save at the moment\.$/).waitFor(wait);
    expect(await brokenRulesAnywhere(board.page)).toEqual([]);
    expect((await fetch(`${gateway.address}/health/ready`)).status).toBe(503);
    await postgres.restart();
    await state('Live').waitFor(wait);
    await sendRate();
    await eventually(
      () =>
        gateway.json<{ rows: { freshness: { vitals: string | null } }[] }>(
          `/api/wards/${WARD}/board`,
        ),
      ({ rows }) => Date.now() - Date.parse(rows[0]?.freshness.vitals ?? '') < 30_000,
    );
  });
});
