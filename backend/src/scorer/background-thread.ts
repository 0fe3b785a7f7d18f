import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Log } from '../pipeline/log.ts';
import type { MessagesSent } from '../pipeline/outbox.ts';

const AGAIN_AFTER_MS = 5_000;
/** What could not be sent by then is sent by the next who is the sender. */
const ENDS_WITHIN_MS = 4_000;
/** It holds one batch of messages and a few stays; what a leak took would end it, and nothing else. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

/** Built, it lies beside this folder as JavaScript. */
const FILE = new URL(`../background.worker${import.meta.url.slice(-3)}`, import.meta.url);

/** A thread of its own for what nobody waits for: messages out, summaries of stays. Begun again when it ends by itself. */
export class BackgroundThread {
  readonly #file: URL;
  readonly #work: unknown;
  readonly #log: Log;
  readonly #onSent: (sent: MessagesSent) => void;
  readonly #againAfterMs: number;
  readonly #endsWithinMs: number;
  readonly #stopping = new AbortController();
  #worker: Worker | null = null;
  #running: Promise<void> | null = null;

  constructor(parts: {
    readonly work: unknown;
    readonly log: Log;
    readonly onSent: (sent: MessagesSent) => void;
    readonly file?: URL;
    readonly againAfterMs?: number;
    readonly endsWithinMs?: number;
  }) {
    this.#file = parts.file ?? FILE;
    this.#work = parts.work;
    this.#log = parts.log.child({ part: 'background' });
    this.#onSent = parts.onSent;
    this.#againAfterMs = parts.againAfterMs ?? AGAIN_AFTER_MS;
    this.#endsWithinMs = parts.endsWithinMs ?? ENDS_WITHIN_MS;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Resolves when the thread has ended: by itself once what is in hand was sent, else when it has taken too long. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const worker = this.#worker;
    worker?.postMessage('end');
    const late = setTimeout(() => void worker?.terminate(), this.#endsWithinMs);
    await this.#running;
    clearTimeout(late);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const over = (): boolean => signal.aborted;
    while (!over()) {
      const error = await this.#live();
      if (over()) return;
      this.#log.warn({ err: error }, 'the thread in the background ended, is begun again');
      await wait(this.#againAfterMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One life of the thread; resolves with what ended it. */
  async #live(): Promise<unknown> {
    const worker = new Worker(this.#file, {
      ...{ workerData: this.#work, name: 'background', resourceLimits: LIMITS },
    });
    this.#worker = worker;
    worker.on('message', this.#onSent);
    let why: unknown = null;
    worker.on('error', (error) => {
      why = error;
    });
    await new Promise((ended) => worker.once('exit', ended));
    this.#worker = null;
    return why;
  }
}
