import type { Log } from './pipeline/log.ts';
import { ReviewViews, type Archive, type AskedView } from './pipeline/review-views/review-views.ts';
import type { ReviewWork } from './review-work.ts';
import { AskedThread } from './system/asked-thread.ts';

/** Built, it lies beside this file as JavaScript. */
const FILE = new URL(`./review.worker${import.meta.url.slice(-3)}`, import.meta.url);
/** Half a million scores, opened, are a hundred megabytes; a cohort for what-if some tens more. */
const HEAP_MB = 1_024;

/** Asks the thread of the review. */
export class ThreadedViews extends ReviewViews {
  readonly #thread: AskedThread;

  constructor(work: ReviewWork, log: Log) {
    super();
    this.#thread = new AskedThread({
      ...{ file: FILE, work, name: 'review', log, heapMegabytes: HEAP_MB },
    });
  }

  archive(archive: Archive, gone?: AbortSignal): AsyncIterable<Uint8Array> {
    return this.#thread.parts({ archive }, gone) as AsyncGenerator<Uint8Array, void>;
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }

  protected answer(asked: AskedView, gone?: AbortSignal): Promise<unknown> {
    return this.#thread.ask(asked, gone);
  }
}
