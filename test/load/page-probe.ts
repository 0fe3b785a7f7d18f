import type { Page } from 'playwright-core';

/** One row event of the live channel; times in ms since 1970. */
export interface RowSeen {
  readonly patientId: string;
  readonly vitals: number;
  readonly sequence: number;
  /** Newest examination; NaN where there is none. */
  readonly examined: number;
  /** Of the decision, by the scorer's clock. */
  readonly knownAt: number;
  readonly receivedAt: number;
  /** When the tile changed; null while it has not, or where there is none on the screen. */
  readonly shownAt: number | null;
}

export interface LongFrame {
  readonly start: number;
  readonly duration: number;
  /** Where its time went, as the browser attributes it. */
  readonly why: string;
}

export interface Probe {
  readonly longTasks: readonly { readonly start: number; readonly duration: number }[];
  readonly longFrames: readonly LongFrame[];
  /** From the arrival of a row's event to the change of its tile. */
  readonly toDom: readonly number[];
  readonly rows: readonly RowSeen[];
  /** Between two animation frames. */
  readonly frames: readonly number[];
}

export interface FirstLoad {
  readonly firstContentfulPaint: number;
  readonly scriptBytes: number;
  readonly transferred: number;
  readonly scripts: number;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

interface Recorder {
  data: {
    longTasks: { start: number; duration: number }[];
    longFrames: LongFrame[];
    toDom: number[];
    rows: Writable<RowSeen>[];
    frames: number[];
  };
}

/** Must be called before the page is opened. What it costs the page (a second look at each batch of events) is in its own figures. */
export async function installProbe(page: Page): Promise<void> {
  await page.addInitScript(record);
}

/** What happened since the last call. */
export async function readProbe(page: Page): Promise<Probe> {
  return page.evaluate(() => {
    const recorder = (window as unknown as { endwatchProbe: Recorder }).endwatchProbe;
    const { data } = recorder;
    recorder.data = { longTasks: [], longFrames: [], toDom: [], rows: [], frames: [] };
    return data;
  });
}

export async function firstLoad(page: Page): Promise<FirstLoad> {
  return page.evaluate(() => {
    const scripts = (
      performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    ).filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    const sum = (of: (entry: PerformanceResourceTiming) => number): number =>
      scripts.reduce((total, entry) => total + of(entry), 0);
    return {
      firstContentfulPaint:
        performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      scriptBytes: sum((entry) => entry.decodedBodySize),
      transferred: sum((entry) => entry.transferSize),
      scripts: scripts.length,
    };
  });
}

export interface PageMemory {
  /** JS heap that is used, bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What lives: garbage is collected first. */
export async function memoryOf(page: Page): Promise<PageMemory> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { heap: usedSize, nodes, listeners: jsEventListeners };
  } finally {
    await session.detach();
  }
}

export async function heapOf(page: Page): Promise<number> {
  return (await memoryOf(page)).heap;
}

/** Runs in the page, by itself: it may use nothing of this file. */
function record(): void {
  const recorder: Recorder = {
    data: { longTasks: [], longFrames: [], toDom: [], rows: [], frames: [] },
  };
  (window as unknown as { endwatchProbe: Recorder }).endwatchProbe = recorder;
  const waiting = new Map<string, Writable<RowSeen>>();

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      recorder.data.longTasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  interface Script {
    duration: number;
    invoker: string;
    sourceFunctionName: string;
    forcedStyleAndLayoutDuration: number;
  }
  type Frame = PerformanceEntry & {
    renderStart: number;
    styleAndLayoutStart: number;
    scripts: Script[];
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Frame[]) {
      const end = entry.startTime + entry.duration;
      const layout = entry.styleAndLayoutStart > 0 ? end - entry.styleAndLayoutStart : 0;
      const scripts = entry.scripts.map(
        (script) =>
          `${script.invoker} ${script.sourceFunctionName} ${String(Math.round(script.duration))} ms` +
          ` (forced layout ${String(Math.round(script.forcedStyleAndLayoutDuration))} ms)`,
      );
      const why = [`style, layout and paint ${String(Math.round(layout))} ms`, ...scripts].join(
        '; ',
      );
      recorder.data.longFrames.push({ start: entry.startTime, duration: entry.duration, why });
    }
  }).observe({ type: 'long-animation-frame', buffered: true });

  const onMessage = ({ data, timeStamp }: MessageEvent): void => {
    if (typeof data !== 'string' || !data.startsWith('42/live,["board"')) return;
    interface Told {
      type: string;
      sequence: number;
      knownAt: string;
      row: { patientId: string; freshness: { vitals: string }; nihss: { at: string | null } };
    }
    const [, events] = JSON.parse(data.slice('42/live,'.length)) as [string, Told[]];
    for (const { type, sequence, knownAt, row } of events) {
      if (type !== 'row') continue;
      const { patientId, freshness, nihss } = row;
      const seen = {
        patientId,
        vitals: Date.parse(freshness.vitals),
        sequence,
        examined: Date.parse(nihss.at ?? ''),
        knownAt: Date.parse(knownAt),
        receivedAt: performance.timeOrigin + timeStamp,
        shownAt: null,
      };
      recorder.data.rows.push(seen);
      if (document.querySelector(`[data-patient="${patientId}"]`)) waiting.set(patientId, seen);
    }
  };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', onMessage);
    }
  };

  new MutationObserver((mutations) => {
    for (const { target } of mutations) {
      const element = target instanceof Element ? target : target.parentElement;
      const patientId = element?.closest<HTMLElement>('[data-patient]')?.dataset['patient'];
      const since = patientId === undefined ? undefined : waiting.get(patientId);
      if (patientId === undefined || since === undefined) continue;
      waiting.delete(patientId);
      since.shownAt = performance.timeOrigin + performance.now();
      recorder.data.toDom.push(since.shownAt - since.receivedAt);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  let last = performance.now();
  const frame = (now: number): void => {
    recorder.data.frames.push(now - last);
    last = now;
    // A tile that was scrolled or sorted away will not change any more.
    for (const id of waiting.keys())
      if (!document.querySelector(`[data-patient="${id}"]`)) waiting.delete(id);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
