import type { Browser, Page } from 'playwright-core';

/** One task of the page's main thread, ms. `own` is the processor time it used; the rest of `duration` it waited for a core. */
export interface PageTask {
  readonly duration: number;
  readonly own: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const LEAST_US = 1_000;

/** Tasks of over 1 ms while `work` ran, from the browser's own trace: on a busy machine wall time says little about the page. */
export async function tasksWhile(
  { browser, page }: { browser: Browser; page: Page },
  work: () => Promise<void>,
): Promise<readonly PageTask[]> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  try {
    await work();
  } catch (error) {
    await browser.stopTracing();
    throw error;
  }
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  return mainThreadTasks(trace.traceEvents);
}

function mainThreadTasks(events: readonly TraceEvent[]): readonly PageTask[] {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${String(pid)} ${String(tid)}`;
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  return events
    .filter(({ name, dur = 0 }) => name === 'ThreadControllerImpl::RunTask' && dur >= LEAST_US)
    .filter((event) => mains.has(threadOf(event)))
    .map(({ dur = 0, tdur = NaN }) => ({ duration: dur / 1_000, own: tdur / 1_000 }));
}
