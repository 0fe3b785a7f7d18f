import { Worker } from 'node:worker_threads';
import type { Log } from '../pipeline/log.ts';
import type { Heard, Told } from './answering.ts';

/** What has not ended by then is ended. */
const ENDS_WITHIN_MS = 4_000;

/** The thread that was asked ended before it had answered; asked again, another one is begun. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  readonly status = 503;
}

interface Thread {
  readonly file: URL;
  /** What it is given to begin with. */
  readonly work: unknown;
  readonly name: string;
  readonly log: Log;
  readonly heapMegabytes: number;
  readonly endsWithinMs?: number;
}

/**
 * A thread that answers questions, of plain data both. Begun when it is first asked, and again when it is asked after it has ended: whatever ends it
 * (a bug, too much memory), the rest of the process goes on. Its side: `answering`.
 */
export class AskedThread {
  readonly #thread: Thread;
  readonly #log: Log;
  readonly #waiting = new Map<number, PromiseWithResolvers<Told>>();
  #worker: Worker | null = null;
  #ended: Promise<void> = Promise.resolve();
  #isOver = false;
  #asked = 0;

  constructor(thread: Thread) {
    this.#thread = thread;
    this.#log = thread.log.child({ part: thread.name });
  }

  /** Rejects with the reason of `gone` as soon as that is aborted: the thread is told, and what it still answers is not heard. */
  async ask(question: unknown, gone?: AbortSignal): Promise<unknown> {
    const [worker, id] = this.#open(gone);
    return (await this.#exchange(worker, { id, question }, gone)).answer;
  }

  /** An answer in parts, each worked out when it is asked for; whoever reads no further is told of as gone. */
  async *parts(question: unknown, gone?: AbortSignal): AsyncGenerator<unknown, void> {
    const [worker, id] = this.#open(gone);
    let told = await this.#exchange(worker, { id, question }, gone);
    try {
      while (told.hasMore) {
        yield told.answer;
        gone?.throwIfAborted();
        if (worker !== this.#worker) throw new ThreadEnded('the thread ended meanwhile');
        told = await this.#exchange(worker, { id, more: true }, gone);
      }
    } finally {
      if (told.hasMore) send(worker, { id, gone: true });
    }
  }

  #open(gone: AbortSignal | undefined): [Worker, number] {
    gone?.throwIfAborted();
    if (this.#isOver) throw new ThreadEnded('the process is ending');
    this.#worker ??= this.#begin();
    this.#asked += 1;
    return [this.#worker, this.#asked];
  }

  async #exchange(worker: Worker, heard: Exclude<Heard, 'end'>, gone?: AbortSignal): Promise<Told> {
    const { id } = heard;
    const waiting = Promise.withResolvers<Told>();
    const leave = (): void => {
      send(worker, { id, gone: true });
      waiting.reject(gone?.reason);
    };
    this.#waiting.set(id, waiting);
    gone?.addEventListener('abort', leave, { once: true });
    try {
      send(worker, heard);
      return await waiting.promise;
    } finally {
      gone?.removeEventListener('abort', leave);
      this.#waiting.delete(id);
    }
  }

  /** Resolves when the thread has ended: by itself, else when it has taken too long. Nothing can be asked any more. */
  async stop(): Promise<void> {
    this.#isOver = true;
    const worker = this.#worker;
    if (worker === null) return;
    send(worker, 'end');
    const late = setTimeout(
      () => void worker.terminate(),
      this.#thread.endsWithinMs ?? ENDS_WITHIN_MS,
    );
    await this.#ended;
    clearTimeout(late);
  }

  #begin(): Worker {
    const { file, work, name, heapMegabytes } = this.#thread;
    const worker = new Worker(file, {
      ...{ workerData: work, name, resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } },
    });
    let why: unknown = null;
    worker.on('message', (told: Told) => {
      this.#hear(told);
    });
    worker.on('error', (error) => {
      why = error;
    });
    this.#ended = new Promise((ended) => {
      worker.once('exit', () => {
        this.#end(why);
        ended();
      });
    });
    return worker;
  }

  #hear(told: Told): void {
    const waiting = this.#waiting.get(told.id);
    if (told.failure === null) waiting?.resolve(told);
    else waiting?.reject(errorOf(told.failure));
  }

  #end(why: unknown): void {
    this.#worker = null;
    if (!this.#isOver) this.#log.warn({ err: why }, 'the thread ended, is begun when it is asked');
    for (const waiting of this.#waiting.values()) {
      waiting.reject(new ThreadEnded('the thread ended meanwhile', { cause: why }));
    }
  }
}

function send(worker: Worker, heard: Heard): void {
  worker.postMessage(heard);
}

/** As it was thrown there, as far as a log needs it. */
function errorOf({ message, ...more }: NonNullable<Told['failure']>): Error {
  return Object.assign(new Error(message), more);
}
