import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Alert, BoardSnapshot, ChangedAccount, MadeToken } from '@endwatch/contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Phone } from '../harness/phone.ts';
import { Endwatch, eventually, PostgresServer, query } from '../harness/system.ts';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const WARD = 'stroke';
const CLOCK = pathToFileURL(resolve(import.meta.dirname, '../harness/shifted-clock.mjs')).href;
const BEDS = 5;
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Nora on the ward, Ada first and Ben second on call; each with a browser of their own, and phones that ring with the page closed. */
export class OnCallWard {
  endwatch!: Endwatch;
  ada!: Phone;
  ben!: Phone;
  /** How much the clock of Endwatch is ahead, in milliseconds. */
  ahead = 0;
  #browser!: Browser;
  #url = '';
  readonly #opened: (() => unknown)[] = [];
  readonly #home = mkdtempSync(join(tmpdir(), 'endwatch-on-call-'));
  readonly #clock = join(this.#home, 'clock');
  readonly #tokens = new Map<string, string>();
  readonly #passwords = new Map<string, string>();

  async open(): Promise<void> {
    const postgres = new PostgresServer();
    this.#opened.push(() => postgres.stop());
    this.#url = await postgres.database('on_call');
    await this.start();
    this.#opened.push(() => this.endwatch.stop());
    this.#browser = await openBrowser();
    this.#opened.push(() => this.#browser.close());
    const address = (): string => this.endwatch.address;
    this.ada = await new Phone(address).start();
    this.ben = await new Phone(address).start();
    this.#opened.push(() => {
      this.ada.stop();
      this.ben.stop();
    });
    await this.#account('nora', 'nurse', 'Nora Berg');
    await this.#account('ada', 'neurologist', 'Dr Ada');
    await this.#account('ben', 'neurologist', 'Dr Ben');
    await this.#account('quinn', 'quality', 'Quinn');
    await this.#planRota();
    await this.#subscribe('ada', this.ada);
    await this.#subscribe('ben', this.ben);
    await this.#admit();
  }

  async close(): Promise<void> {
    for (const close of this.#opened.reverse()) await close();
    rmSync(this.#home, { recursive: true, force: true });
  }

  /** At the time that its clock shows. */
  async start(port?: string): Promise<void> {
    this.endwatch = await new Endwatch(
      {
        ...{ DATABASE_URL: this.#url, ENDWATCH_LOCAL_PUSH: '1', ENDWATCH_PARTITIONS: '2' },
        ENDWATCH_TIME_ZONE: 'UTC',
        ...{ NODE_OPTIONS: `--import=${CLOCK}`, SHIFTED_CLOCK: this.#clock },
        CLOCK_AHEAD: String(this.ahead),
        ...(port !== undefined && { PORT: port }),
      },
      this.#home,
    ).ready();
  }

  passTo(minutes: number): void {
    this.ahead = minutes * MINUTE;
    writeFileSync(this.#clock, String(this.ahead));
    process.kill(this.endwatch.pid, 'SIGUSR2');
  }

  as(username: string): RequestInit {
    return { headers: { authorization: `Bearer ${this.#tokens.get(username) ?? ''}` } };
  }

  /** Through the sign-in page, as people do. */
  async signIn(
    username: string,
    path: string,
    options: Parameters<Browser['newContext']>[0] = { viewport: { width: 1280, height: 800 } },
    address: string = this.endwatch.address,
  ): Promise<{ page: Page; context: BrowserContext }> {
    const context = await this.#browser.newContext(options);
    const page = await context.newPage();
    await page.goto(address + path);
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password').fill(this.#passwords.get(username) ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    return { page, context };
  }

  async alertOf(patient: string): Promise<Alert | undefined> {
    const { rows } = await this.endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
    const row = rows.find(({ patientId }) => patientId === patient);
    return row?.alerts.find(({ kind }) => kind === 'end-confirmed');
  }

  /** Another examination: worse than the one before, unless the items say how. */
  worse(patient: string, nth = 2, items: Record<string, number> = {}): Promise<unknown> {
    const at = Date.now() + this.ahead - MINUTE;
    const told = { id: `${patient}-n${String(nth)}`, patientId: patient, at };
    return this.endwatch.post('/fhir', fhir.nihss(told, { '5a': 4, '6a': 3, ...items }));
  }

  /** Tables of the database in which one of these stands anywhere. */
  async holding(words: readonly string[]): Promise<string[]> {
    const tables = await query<{ name: string }>(
      this.#url,
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const looks = tables.map(
      ({ name }) =>
        `SELECT '${name}' AS name WHERE EXISTS (
           SELECT FROM "${name}" AS t, unnest($1::text[]) AS word WHERE strpos(t::text, word) > 0
         )`,
    );
    const found = await query<{ name: string }>(this.#url, looks.join(' UNION ALL '), [words]);
    return found.map(({ name }) => name);
  }

  /** What opens the doors for somebody, and is shown once. */
  secretsOf(username: string): readonly string[] {
    return [this.#tokens.get(username) ?? '', this.#passwords.get(username) ?? ''];
  }

  async #account(username: string, role: string, name: string): Promise<void> {
    const made = await this.endwatch.post<ChangedAccount>('/api/accounts', {
      ...{ username, role, name },
    });
    this.#passwords.set(username, made.password ?? '');
    const label = { username, label: 't' };
    const { token } = await this.endwatch.post<MadeToken>('/api/accounts/tokens', label);
    this.#tokens.set(username, token);
  }

  async #subscribe(username: string, phone: Phone): Promise<void> {
    const answer = await fetch(`${this.endwatch.address}/api/push/subscriptions`, {
      method: 'POST',
      headers: { ...(this.as(username).headers as object), 'content-type': 'application/json' },
      body: JSON.stringify({ subscription: phone.subscription, label: 'Phone' }),
    });
    expect(answer.status).toBe(201);
  }

  async #planRota(): Promise<void> {
    const date = new Date(Date.now() - 24 * HOUR).toISOString().slice(0, 10);
    for (const [duty, people] of [
      ['first-on-call', ['ada']],
      ['second-on-call', ['ben']],
    ] as const) {
      const plan = { duty, people, date, days: 4, starts: ['00:00'] };
      await this.endwatch.post('/api/rota/shifts', plan);
    }
  }

  async #admit(): Promise<void> {
    const admittedAt = Date.now() - 10 * HOUR;
    const stays = Array.from({ length: BEDS }, (_, n) => `p${String(n + 1)}`).flatMap((id, n) => [
      fhir.bed(`${WARD}-${String(n + 1)}`, String(n + 1), WARD),
      fhir.patient(id, `Test, Patient ${String(n + 1)}`),
      fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${String(n + 1)}` }),
      fhir.nihss({ id: `${id}-n1`, patientId: id, at: admittedAt + HOUR }, { '5a': 2, '6a': 1 }),
    ]);
    await this.endwatch.post('/fhir', fhir.bundle(fhir.ward(WARD, 'Stroke unit'), ...stays));
    await eventually(
      () => this.endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.length === BEDS,
    );
  }
}
