import type { MessagePort } from 'node:worker_threads';
import type { Pause } from '../domain/review/pause.ts';
import { deskPause } from '../pipeline/turns.ts';

/** What `AskedThread` says to its thread. */
export type Heard =
  | { readonly id: number; readonly question: unknown }
  | { readonly id: number; readonly more: true }
  | { readonly id: number; readonly gone: true }
  | 'end';

/** What the thread says to `AskedThread`. */
export interface Told {
  readonly id: number;
  readonly answer: unknown;
  readonly failure: Failure | null;
  /** Of an answer in parts: this was not the last. */
  readonly hasMore?: boolean;
}

/** Of an error what a log may show of it. */
interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

export interface Answering {
  /** An async iterable is answered part by part. `pause` lets other questions have their turn, and throws when nobody waits for the answer any more. */
  readonly answer: (question: unknown, pause: Pause) => Promise<unknown>;
  /** Lets go of what the thread holds. */
  readonly end: () => Promise<void>;
}

/** The side of `AskedThread` in the thread itself: answers what it hears on `port`, several questions at a time. */
export function answering(port: MessagePort, { answer, end }: Answering): void {
  const open = new Map<number, Open>();
  const tell = async (id: number, next: () => Promise<Omit<Told, 'id'>>): Promise<void> => {
    try {
      const told = await next();
      port.postMessage({ id, ...told } satisfies Told);
      if (!told.hasMore) open.delete(id);
    } catch (error) {
      open.delete(id);
      port.postMessage({ id, answer: null, failure: failureOf(error) } satisfies Told);
    }
  };
  const begin = async (asked: Open, question: unknown): Promise<Omit<Told, 'id'>> => {
    const found = await answer(question, pauseOf(asked));
    if (!isInParts(found)) return { answer: found, failure: null };
    asked.parts = found[Symbol.asyncIterator]();
    return nextOf(asked);
  };
  port.on('message', (heard: Heard) => {
    if (heard === 'end') {
      void end().finally(() => process.exit(0));
      return;
    }
    const { id } = heard;
    const asked = open.get(id) ?? { isGone: false, parts: null };
    if ('question' in heard) {
      open.set(id, asked);
      void tell(id, () => begin(asked, heard.question));
    } else if ('more' in heard) void tell(id, () => nextOf(asked));
    else {
      asked.isGone = true;
      open.delete(id);
      void asked.parts?.return?.().catch(() => undefined);
    }
  });
}

interface Open {
  isGone: boolean;
  parts: AsyncIterator<unknown> | null;
}

async function nextOf({ parts }: Open): Promise<Omit<Told, 'id'>> {
  const next = await parts?.next();
  return { answer: next?.value ?? null, failure: null, hasMore: next?.done === false };
}

function isInParts(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

function pauseOf(asked: Open): Pause {
  const pause = deskPause();
  return () => {
    if (asked.isGone) throw new Error('nobody waits for it any more');
    return pause();
  };
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, code } = error as Error & { readonly code?: unknown };
  return {
    ...{ name, message, stack: stack ?? '' },
    ...(typeof code === 'string' ? { code } : {}),
  };
}
