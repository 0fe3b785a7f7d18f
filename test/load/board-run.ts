import type { Browser, Page } from 'playwright-core';
import { enter } from '../harness/access.ts';
import { openBrowser } from '../harness/browser.ts';
import { Endwatch, PostgresServer, query } from '../harness/system.ts';
import { BusyWard, type Update } from './busy-ward.ts';
import {
  firstLoad,
  heapOf,
  installProbe,
  readProbe,
  type FirstLoad,
  type Probe,
} from './page-probe.ts';
import { loadThrottled, type ThrottledLoad } from './throttled-load.ts';
import { tasksWhile, type PageTask } from './page-tasks.ts';
import { processorSeconds } from './processor.ts';
import { differences, shownTexts } from './shown-board.ts';

const SCREEN = { viewport: { width: 1920, height: 1080 } };
/** After the first paint and after a change of view, before anything counts as steady. */
const SETTLE_MS = 3_000;

export type View = 'beds' | 'list';

export interface RunSettings {
  readonly patients: number;
  readonly rate: number;
  readonly seconds: number;
  readonly views: readonly View[];
}

export interface ViewRun {
  readonly view: View;
  readonly probe: Probe;
  readonly tasks: readonly PageTask[];
  readonly updates: readonly Update[];
  readonly heapBefore: number;
  readonly heapAfter: number;
  /** From sending a message to its row's arrival in the page, ms. */
  readonly toPage: readonly number[];
  readonly built: number;
  /** Processor seconds of the product (without its database) for each second of the run. */
  readonly backendLoad: number;
  /** What was lost or shows otherwise than the API says; each a failure of the run. */
  readonly problems: readonly string[];
}

export interface BoardRun {
  readonly fillMs: number;
  readonly load: FirstLoad;
  readonly throttled: ThrottledLoad;
  readonly loading: Probe;
  readonly views: readonly ViewRun[];
  readonly complaints: readonly string[];
}

/** The built product with its own database and the embedded log, one ward, one real page that watches it. */
export async function runBoard(settings: RunSettings): Promise<BoardRun> {
  const postgres = new PostgresServer();
  let endwatch: Endwatch | null = null;
  let browser: Browser | null = null;
  try {
    const url = await postgres.database('load');
    endwatch = await new Endwatch({ DATABASE_URL: url, ENDWATCH_PARTITIONS: '4' }).ready();
    browser = await openBrowser();
    return await measure({ url, endwatch, browser }, settings);
  } finally {
    await browser?.close();
    await endwatch?.stop();
    await postgres.stop();
  }
}

interface System {
  readonly url: string;
  readonly endwatch: Endwatch;
  readonly browser: Browser;
}

async function measure(system: System, settings: RunSettings): Promise<BoardRun> {
  const { endwatch, browser } = system;
  const ward = new BusyWard(endwatch, { patients: settings.patients });
  const began = performance.now();
  await ward.fill();
  const fillMs = performance.now() - began;
  const context = await browser.newContext(SCREEN);
  await enter(context, endwatch.address);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await installProbe(page);
  await page.goto(endwatch.address + ward.path);
  await page.locator('[data-patient]').first().waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  const load = await firstLoad(page);
  await page.waitForTimeout(SETTLE_MS);
  const loading = await readProbe(page);
  const throttled = await loadThrottled(browser, {
    board: endwatch.address + ward.path,
    bare: `${endwatch.address}/health/live`,
  });
  const views: ViewRun[] = [];
  for (const view of settings.views) {
    views.push(await watchView({ system, ward, page }, view, settings));
  }
  await context.close();
  return { fillMs, load, throttled, loading, views, complaints };
}

interface Watched {
  readonly system: System;
  readonly ward: BusyWard;
  readonly page: Page;
}

async function watchView(
  { system, ward, page }: Watched,
  view: View,
  { rate, seconds }: RunSettings,
): Promise<ViewRun> {
  await show(page, view);
  const heapBefore = await heapOf(page);
  await page.waitForTimeout(SETTLE_MS);
  const built = await page.locator('[data-patient]').count();
  const from = ward.updates.length;
  await readProbe(page);
  const processor = processorSeconds(system.endwatch.pid);
  const began = performance.now();
  const tasks = await tasksWhile({ browser: system.browser, page }, () =>
    ward.stream({ rate, seconds }),
  );
  const used = processorSeconds(system.endwatch.pid) - processor;
  const backendLoad = (used * 1_000) / (performance.now() - began);
  const board = await ward.settled();
  await page
    .getByText(`Update ${board.sequence.toLocaleString('en')}`)
    .waitFor({ timeout: 10_000 })
    .catch(() => undefined);
  const probe = await readProbe(page);
  const heapAfter = await heapOf(page);
  const updates = ward.updates.slice(from);
  const problems = [
    ...(await lost(system.url, ward)),
    ...ward.behind(board).map((id) => `${id}: the last update is not on the board`),
    ...holes(probe),
    ...differences(await ward.board(), await shownTexts(page), Date.now()),
  ];
  return {
    view,
    probe,
    tasks,
    updates,
    heapBefore,
    heapAfter,
    toPage: toPage(probe, updates),
    built,
    backendLoad,
    problems,
  };
}

async function show(page: Page, view: View): Promise<void> {
  const there = view === 'beds' ? 'endwatch-bed-grid' : 'endwatch-urgency-list';
  if ((await page.locator(there).count()) === 0) await page.keyboard.press('l');
  await page.locator(`${there} [data-patient]`).first().waitFor();
}

/** Stored once each, or lost. */
async function lost(url: string, ward: BusyWard): Promise<string[]> {
  const [stored] = await query<{ n: number }>(
    url,
    `SELECT count(*)::integer AS n FROM observation WHERE resource_key LIKE 'Observation/load-%-hr-%'`,
  );
  const rejected = await query<{ n: number }>(url, 'SELECT count(*)::integer AS n FROM rejection');
  const missing = ward.updates.length - (stored?.n ?? 0);
  const refused = rejected[0]?.n ?? 0;
  return [
    ...(missing === 0
      ? []
      : [`${String(missing)} of ${String(ward.updates.length)} updates are not stored`]),
    ...(refused === 0 ? [] : [`${String(refused)} rejections`]),
  ];
}

/** The page must be given every number of the ward once; alerts take numbers too, so only repeats and steps back are seen here. */
function holes({ rows }: Probe): string[] {
  return rows.flatMap(({ sequence }, index) =>
    index > 0 && sequence <= (rows[index - 1]?.sequence ?? 0)
      ? [`event ${String(sequence)} came twice or out of order`]
      : [],
  );
}

function toPage({ rows }: Probe, updates: readonly Update[]): number[] {
  const key = (patientId: string, at: number): string => `${patientId} ${String(at)}`;
  const sent = new Map(updates.map((each) => [key(each.patientId, each.effectiveAt), each.sentAt]));
  return rows.flatMap(({ patientId, vitals, receivedAt }) => {
    const at = sent.get(key(patientId, vitals));
    sent.delete(key(patientId, vitals));
    return at === undefined ? [] : [receivedAt - at];
  });
}
