import type { BoardRow, BoardSnapshot, ChangedAccount } from '@endwatch/contracts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { openBrowser, openScreen, type Screen } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually } from '../harness/system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WARD = 'views';
export const BEDS: readonly number[] = Array.from({ length: 32 }, (_, index) => index + 1);
/** Whose NIHSS has risen by 3. */
const WORSE = 3;
/** Who was not examined since yesterday. */
export const DUE: readonly number[] = [20, 21, 22, 23, 24];
export const WALL = { viewport: { width: 1920, height: 1080 } } as const;

export const card = (page: Page, bed: number): Locator =>
  page.locator(`[data-patient="p${bed}"]`).first();
export const shown = (page: Page): Locator => page.locator('[data-patient] article');

/** The board is live and its patients are there. */
export async function settled(page: Page): Promise<void> {
  await page.getByText('Live', { exact: true }).waitFor();
  await shown(page).first().waitFor();
}

/** Nothing glides or fades, nor begins to within some frames: the rest of a list is drawn after its first rows. */
export async function still(page: Page): Promise<void> {
  const running = (): Promise<number> =>
    page.evaluate(async () => {
      for (let frames = 0; frames < 15; frames += 1) {
        const moving = document
          .getAnimations()
          .filter((one) => one.effect?.getTiming().iterations !== Infinity);
        if (moving.length > 0) return moving.length;
        await new Promise(requestAnimationFrame);
      }
      return 0;
    });
  await eventually(running, (count) => count === 0);
}

/** A ward of 32 beds with everything a board must tell apart, two nurses, and a screen on the wall. */
export class ViewsWard {
  readonly path = `/wards/${WARD}`;
  #endwatch!: Endwatch;
  #browser!: Browser;
  readonly #admittedAt = Date.now() - 30 * HOUR;
  readonly #opened: (() => unknown)[] = [];
  readonly #passwords: Record<string, string> = {};
  #sent = 0;

  get address(): string {
    return this.#endwatch.address;
  }
  get browser(): Browser {
    return this.#browser;
  }

  async start(): Promise<void> {
    this.#endwatch = await new Endwatch({ ENDWATCH_PARTITIONS: '2' }).ready();
    this.#opened.push(() => this.#endwatch.stop());
    this.#browser = await openBrowser();
    this.#opened.push(() => this.#browser.close());
    await this.#post(fhir.ward(WARD, 'Ward of views'));
    for (const bed of BEDS) await this.#post(...this.#stay(bed));
    await eventually(
      () => this.#endwatch.json<BoardSnapshot>(`/api${this.path}/board`),
      ({ rows }) =>
        rows.length === BEDS.length &&
        rows.some(({ end }) => end.status === 'confirmed') &&
        // What is overdue the clock finds seconds later: what fades in meanwhile has no contrast yet.
        DUE.every((bed) => rows.some((row) => row.patientId === `p${bed}` && isOverdue(row))),
      60_000,
    );
    await this.#account('nora', 'nurse');
    await this.#account('olaf', 'nurse');
    await this.#account('wall', 'display');
  }

  async stop(): Promise<void> {
    for (const close of this.#opened.reverse()) await close();
  }

  /** As the administrator. */
  async open(options: Parameters<Browser['newContext']>[0] = WALL): Promise<Screen> {
    const screen = await openScreen(this.#browser, this.address + this.path, options);
    await settled(screen.page);
    return screen;
  }

  /** As somebody signs in by hand. */
  async signedIn(username: string, context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${this.address}/sign-in`);
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password').fill(this.#passwords[username] ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await settled(page);
    return page;
  }

  examined(bed: number, leftArm: number, at = Date.now() - MINUTE): Promise<unknown> {
    return this.#post(examination(bed, { id: `n${++this.#sent}`, at, leftArm }));
  }

  discharged(bed: number): Promise<unknown> {
    const stay = { start: this.#admittedAt, bedId: `bed-${bed}`, version: 2 };
    const [start, end] = [this.#admittedAt, Date.now() - MINUTE].map((at) =>
      new Date(at).toISOString(),
    );
    const period = { start, end };
    return this.#post({ ...fhir.encounter(`p${bed}`, stay), status: 'finished', period });
  }

  #stay(bed: number): fhir.Resource[] {
    const id = `p${bed}`;
    const now = Date.now();
    const letter = String.fromCharCode(65 + ((bed - 1) % 26));
    const leftArm = bed === WORSE ? 4 : 1;
    return [
      fhir.bed(`bed-${bed}`, String(bed), WARD),
      fhir.patient(id, `Viewer${letter}, Paula`),
      fhir.encounter(id, { start: this.#admittedAt, bedId: `bed-${bed}` }),
      fhir.strokeCondition(id, this.#admittedAt),
      examination(bed, { id: `${id}-n1`, at: this.#admittedAt + HOUR, leftArm: 1 }),
      ...(DUE.includes(bed)
        ? []
        : [examination(bed, { id: `${id}-n2`, at: now - 20 * MINUTE, leftArm })]),
      fhir.heartRate({ id: `${id}-h1`, patientId: id, at: now - 4 * MINUTE }, 80),
    ];
  }

  async #account(username: string, role: string): Promise<void> {
    const made = await this.#endwatch.post<ChangedAccount>('/api/accounts', {
      ...{ username, name: username, role, wards: [WARD] },
    });
    this.#passwords[username] = made.password ?? '';
  }

  #post(...resources: fhir.Resource[]): Promise<unknown> {
    return this.#endwatch.post('/fhir', fhir.bundle(...resources));
  }
}

const isOverdue = ({ alerts }: BoardRow): boolean =>
  alerts.some(({ kind }) => kind === 'examination-overdue');

function examination(
  bed: number,
  { id, at, leftArm }: { id: string; at: number; leftArm: number },
): fhir.Resource {
  return fhir.nihss({ id, patientId: `p${bed}`, at }, { '5a': leftArm, '9': 2 });
}

/** Pixels that would have to be scrolled: of the page, and of a view (−1: it is not there). */
export function scrolls(page: Page, view: string): Promise<{ page: number; view: number }> {
  return page.evaluate((selector) => {
    const over = (one: Element): number =>
      Math.max(0, one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth);
    const shown = document.querySelector(selector);
    return { page: over(document.documentElement), view: shown === null ? -1 : over(shown) };
  }, view);
}
