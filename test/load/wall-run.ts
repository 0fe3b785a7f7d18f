import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { ChangedAccount } from '@endwatch/contracts';
import { openBrowser } from '../harness/browser.ts';
import { Endwatch, query } from '../harness/system.ts';
import type { World } from './bench-part.ts';
import { BusyWard } from './busy-ward.ts';
import { memoryOf, type PageMemory } from './page-probe.ts';
import { resident } from './processor.ts';
import { differences, shownTexts } from './shown-board.ts';

const SCREEN = { viewport: { width: 1920, height: 1080 } };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SETTLE_MS = 3_000;
/** Of the product, where it broke off. */
const LAST_LINES = 5;
/** A session that is not carried on for so many of the screen's hours has ended. */
const MISSED = 2.5;
/** No small run ends its session only because the machine is busy. */
const LEAST_MS = 60_000;

export interface WallSettings {
  readonly patients: number;
  readonly rate: number;
  readonly seconds: number;
  /** Looks at the memory; the time between two of them stands for an hour of the screen. */
  readonly looks: number;
}

export interface Look extends PageMemory {
  /** Since the stream began, h. */
  readonly hours: number;
  /** Resident memory of the product, bytes. */
  readonly product: number;
}

export interface WallRun {
  readonly looks: readonly Look[];
  readonly renewals: number;
  readonly sent: number;
  readonly rows: number;
  readonly missed: number;
  readonly problems: readonly string[];
}

/**
 * A screen on the wall that nobody touches, signed in as such, with its ward under a steady stream. Its hour, after which it shows that it is
 * still there, is shortened in the page, and its session is set back in the database each time to end soon: what is not carried on ends.
 */
export async function runWall(world: World, settings: WallSettings): Promise<WallRun> {
  const url = await world.postgres.database('wall');
  const endwatch = await new Endwatch({ DATABASE_URL: url, ENDWATCH_PARTITIONS: '4' }).ready();
  const browser = await openBrowser();
  try {
    const ward = new BusyWard(endwatch, { patients: settings.patients, admittedHoursAgo: 12 });
    await ward.fill();
    const context = await browser.newContext(SCREEN);
    const page = await context.newPage();
    const pace = (settings.seconds * 1_000) / settings.looks;
    await page.addInitScript(shortenHour, { hour: HOUR, pace: Math.round(pace) });
    const wall = new Wall(page, { endwatch, ward, url, pace, say: (line) => world.say(line) });
    await wall.signIn();
    return await wall.watch(settings);
  } finally {
    await browser.close();
    await endwatch.stop();
  }
}

interface Around {
  readonly endwatch: Endwatch;
  readonly ward: BusyWard;
  readonly url: string;
  /** Of an hour of the screen, ms. */
  readonly pace: number;
  readonly say: (line: string) => void;
}

class Wall {
  readonly #page: Page;
  readonly #around: Around;
  readonly #problems: string[] = [];
  readonly #looks: Look[] = [];
  #rows = 0;
  #last = 0;
  #renewals = 0;
  #examined = 0;

  constructor(page: Page, around: Around) {
    this.#page = page;
    this.#around = around;
    page.on('pageerror', ({ message }) => this.#problems.push(message));
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        this.#hear(payload.toString());
      });
    });
  }

  async signIn(): Promise<void> {
    const { endwatch, ward } = this.#around;
    const { password } = await endwatch.post<ChangedAccount>('/api/accounts', {
      ...{ username: 'wall', name: 'Wall', role: 'display', wards: [ward.id] },
    });
    await this.#page.goto(`${endwatch.address}/sign-in`);
    await this.#page.getByLabel('User name').fill('wall');
    await this.#page.getByLabel('Password').fill(password ?? '');
    await this.#page.getByRole('button', { name: 'Sign in' }).click();
    await this.#page.locator('[data-patient]').first().waitFor();
    await this.#page.getByText('Live', { exact: true }).waitFor();
    await this.#page.waitForTimeout(SETTLE_MS);
  }

  async watch({ rate, seconds, looks }: WallSettings): Promise<WallRun> {
    const { ward, pace } = this.#around;
    const began = performance.now();
    const stream = ward.stream({ rate, seconds }).catch((error: unknown) => {
      this.#problems.push(`the stream broke off: ${String(error)}`);
      this.#problems.push(...this.#around.endwatch.lines.slice(-LAST_LINES));
    });
    await this.#look(began);
    await this.#ageSession();
    for (let n = 1; n <= looks; n++) {
      await wait(Math.max(0, began + n * pace - performance.now()));
      await this.#look(began);
      await this.#countRenewal();
      await this.#examine();
    }
    await stream;
    await this.#compare();
    const missed = await this.#missed();
    return {
      looks: this.#looks,
      renewals: this.#renewals,
      sent: ward.updates.length,
      rows: this.#rows,
      missed,
      problems: this.#problems,
    };
  }

  #hear(frame: string): void {
    if (!frame.startsWith('42/live,["board"')) return;
    const [, events] = JSON.parse(frame.slice('42/live,'.length)) as [
      string,
      { type: string; sequence: number }[],
    ];
    for (const { type, sequence } of events) {
      if (sequence !== this.#last + 1 && this.#last !== 0)
        this.#problems.push(`event ${String(sequence)} came after ${String(this.#last)}`);
      this.#last = sequence;
      if (type === 'row') this.#rows++;
    }
  }

  async #look(began: number): Promise<void> {
    const { endwatch, say } = this.#around;
    const look = {
      hours: (performance.now() - began) / HOUR,
      ...(await memoryOf(this.#page)),
      product: resident(endwatch.pid).now,
    };
    this.#looks.push(look);
    say(`wall: ${JSON.stringify({ ...look, renewals: this.#renewals, rows: this.#rows })}`);
  }

  /** As if it had been signed in almost two weeks ago. */
  async #ageSession(): Promise<void> {
    const { url, pace } = this.#around;
    await query(url, `UPDATE session SET expires_at = $1 WHERE username = 'wall'`, [
      new Date(Date.now() + Math.max(LEAST_MS, MISSED * pace)),
    ]);
  }

  async #countRenewal(): Promise<void> {
    const [session] = await query<{ expires_at: Date }>(
      this.#around.url,
      `SELECT expires_at FROM session WHERE username = 'wall'`,
    );
    if (session === undefined || session.expires_at.getTime() < Date.now() + DAY) return;
    this.#renewals++;
    await this.#ageSession();
  }

  /** One patient worse, or as before: alerts come and go. */
  async #examine(): Promise<void> {
    const n = this.#examined++;
    const index = Math.floor(n / 2);
    const leg = n % 2 === 0 ? 4 : 0;
    await this.#around.ward.examine(index, `load-nihss-${String(n)}`, {
      '6a': leg,
      '6b': leg,
      '9': 1,
    });
  }

  async #compare(): Promise<void> {
    const { ward } = this.#around;
    const board = await ward.settled();
    await this.#page
      .getByText(`Update ${board.sequence.toLocaleString('en')}`)
      .waitFor({ timeout: 10_000 })
      .catch(() => undefined);
    const rows = board.rows.map((row) => ({ ...row, name: 'P. L.' }));
    this.#problems.push(
      ...ward.behind(board).map((id) => `${id}: the last update is not on the board`),
      ...differences({ rows }, await shownTexts(this.#page), Date.now()),
    );
  }

  /** As the screen itself says. */
  async #missed(): Promise<number> {
    const words = await this.#page.getByText(/^\d+\smissed$/).innerText();
    return Number.parseInt(words, 10);
  }
}

/** Runs in the page. */
function shortenHour({ hour, pace }: { hour: number; pace: number }): void {
  const every = window.setInterval.bind(window);
  const shortened = (run: TimerHandler, delay?: number, ...given: unknown[]): number =>
    every(run, delay === hour ? pace : delay, ...given);
  Object.assign(window, { setInterval: shortened });
}
