import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { inTurns } from '../domain/review/pause.ts';
import type { Log } from '../pipeline/log.ts';
import { answering, type Told } from './answering.ts';
import { AskedThread, ThreadEnded } from './asked-thread.ts';

function file(source: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

/** Doubles numbers; ends itself, fails or says nothing where it is told to; tells who has gone away. */
const THREAD = file(`
  import { parentPort, workerData } from 'node:worker_threads';
  const gone = [];
  const failure = { name: 'StorageError', message: 'Postgres: 57P01', code: '57P01' };
  parentPort.on('message', (heard) => {
    if (heard === 'end') return process.exit(0);
    const { id, question } = heard;
    if (heard.gone) gone.push(id);
    else if (question === 'die') throw new TypeError('out of luck');
    else if (question === 'fail') parentPort.postMessage({ id, answer: null, failure });
    else if (question === 'gone') parentPort.postMessage({ id, answer: gone, failure: null });
    else if (question !== 'wait') parentPort.postMessage({ id, answer: question * workerData, failure: null });
  });
`);
const DEAF = file(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ id }) => {
    if (id) parentPort.postMessage({ id, answer: 'here', failure: null });
  });
`);

function stage(source = THREAD) {
  const warned: object[] = [];
  const say = (): void => undefined;
  const log: Log = {
    ...{ debug: say, info: say, error: say, child: () => log },
    warn: (fields) => warned.push(fields),
  };
  const parts = { file: source, work: 2, name: 'spec', log, heapMegabytes: 64, endsWithinMs: 50 };
  return { thread: new AskedThread(parts), warned };
}

/** Counts to the number it is asked for, part by part; told who has gone away it says of each how far it came. */
const COUNTING = file(`
  import { parentPort } from 'node:worker_threads';
  const open = new Map();
  const left = [];
  parentPort.on('message', (heard) => {
    if (heard === 'end') return process.exit(0);
    const { id, question, gone } = heard;
    if (question === 'left') return parentPort.postMessage({ id, answer: left, failure: null });
    const one = open.get(id) ?? { n: 0, to: question };
    open.set(id, one);
    if (gone) return left.push(one.n);
    if (one.to === 'die' && one.n === 1) throw new TypeError('out of luck');
    const hasMore = one.to === 'die' || one.n < one.to;
    one.n += 1;
    parentPort.postMessage({ id, answer: hasMore ? one.n : null, failure: null, hasMore });
  });
`);

async function all(parts: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const one of parts) found.push(one);
  return found;
}

describe('AskedThread in parts', () => {
  it('hands on each part when it is asked for', async () => {
    const { thread } = stage(COUNTING);
    expect(await Promise.all([all(thread.parts(3)), all(thread.parts(0))])).toEqual([
      [1, 2, 3],
      [],
    ]);
    expect(await thread.ask('left')).toEqual([]);
    await thread.stop();
  });

  it('tells the thread who reads no further, or goes away', async () => {
    const { thread } = stage(COUNTING);
    for await (const one of thread.parts(9)) if (one === 2) break;
    const leaving = new AbortController();
    const reading = thread.parts(9, leaving.signal);
    await reading.next();
    leaving.abort(new RangeError('gone'));
    await expect(reading.next()).rejects.toThrow('gone');
    expect(await thread.ask('left')).toEqual([2, 1]);
    await thread.stop();
  });

  it('breaks off where the thread ends, also between two parts', async () => {
    const { thread } = stage(COUNTING);
    const [first, other] = [thread.parts('die'), thread.parts(9)];
    await other.next();
    await expect(all(first)).rejects.toThrow(ThreadEnded);
    await expect(other.next()).rejects.toThrow(ThreadEnded);
    await thread.stop();
  });
});

describe('AskedThread', () => {
  it('answers each question with its own answer, and ends when it is told to', async () => {
    const { thread, warned } = stage();
    expect(await Promise.all([1, 2, 3].map((n) => thread.ask(n)))).toEqual([2, 4, 6]);
    await thread.stop();
    await expect(thread.ask(1)).rejects.toMatchObject({ name: 'ThreadEnded', status: 503 });
    expect(warned).toEqual([]);
  });

  it('rejects with what went wrong there', async () => {
    const { thread } = stage();
    const failure = { name: 'StorageError', code: '57P01', message: 'Postgres: 57P01' };
    await expect(thread.ask('fail')).rejects.toMatchObject(failure);
    await expect(thread.ask(() => 1)).rejects.toThrow('could not be cloned');
    expect(await thread.ask(4)).toBe(8);
    await thread.stop();
  });

  it('lets nobody wait for a thread that has ended, says why, and begins another one for the next question', async () => {
    const { thread, warned } = stage();
    const waiting = [thread.ask('wait'), thread.ask('die')];
    for (const one of await Promise.allSettled(waiting)) {
      expect(one).toMatchObject({
        status: 'rejected',
        reason: expect.any(ThreadEnded) as ThreadEnded,
      });
    }
    expect(warned).toMatchObject([{ err: { message: 'out of luck' } }]);
    expect(await thread.ask(5)).toBe(10);
    await thread.stop();
  });

  it('tells the thread who has gone away, and lets them go at once', async () => {
    const { thread } = stage();
    const leaving = new AbortController();
    const waiting = thread.ask('wait', leaving.signal);
    leaving.abort(new RangeError('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(thread.ask(1, leaving.signal)).rejects.toThrow('gone');
    expect(await thread.ask('gone')).toEqual([1]);
    await thread.stop();
  });

  it('ends a thread that does not end by itself; one that was never asked need not end', async () => {
    const { thread, warned } = stage(DEAF);
    expect(await thread.ask(null)).toBe('here');
    await thread.stop();
    expect(warned).toEqual([]);
    await stage().thread.stop();
  });
});

describe('answering', () => {
  let asker: MessagePort;
  let port: MessagePort;
  beforeEach(() => {
    ({ port1: asker, port2: port } = new MessageChannel());
  });
  afterEach(() => {
    asker.close();
  });

  /** Takes a millisecond for each, as the figures of many stays do. */
  function* endless(): Generator<number> {
    for (let n = 0; ; n += 1) {
      for (const until = performance.now() + 1; performance.now() < until;);
      yield n;
    }
  }

  it('answers others while it works on a long one, and stops working for who has gone away', async () => {
    let worked = 0;
    answering(port, {
      answer: async (question, pause) => {
        if (question === 'short') return 'at once';
        return inTurns(endless(), pause, () => {
          worked += 1;
        });
      },
      end: () => Promise.resolve(),
    });
    asker.postMessage({ id: 1, question: 'long' });
    while (worked === 0) await wait(1);
    asker.postMessage({ id: 2, question: 'short' });
    const [short] = (await once(asker, 'message')) as [Told];
    expect(short).toEqual({ id: 2, answer: 'at once', failure: null });
    asker.postMessage({ id: 1, gone: true });
    const [long] = (await once(asker, 'message')) as [Told];
    expect(long).toMatchObject({ id: 1, failure: { message: 'nobody waits for it any more' } });
    const then = worked;
    await wait(50);
    expect(worked).toBe(then);
  });

  it('tells of a failure what a log may show, and of an answer that cannot be told that it cannot', async () => {
    const far = Object.assign(new RangeError('too far'), { code: 'FAR' });
    const answers = [() => Promise.reject(far), () => Promise.resolve(stage)];
    answering(port, {
      answer: () => answers.shift()?.() ?? Promise.resolve(null),
      end: () => Promise.resolve(),
    });
    const told: Told[] = [];
    for (const id of [1, 2]) {
      asker.postMessage({ id, question: null });
      told.push(((await once(asker, 'message')) as [Told])[0]);
    }
    expect(told).toMatchObject([
      { failure: { name: 'RangeError', message: 'too far', code: 'FAR' } },
      { failure: { message: expect.stringContaining('could not be cloned') as string } },
    ]);
  });

  it('answers part by part, and works no further for who has gone away', async () => {
    let [made, left] = [0, 0];
    async function* counting(to: number): AsyncGenerator<number> {
      try {
        while (made < to) yield await Promise.resolve((made += 1));
      } finally {
        left += 1;
      }
    }
    answering(port, {
      answer: (to) => Promise.resolve(counting(to as number)),
      end: () => Promise.resolve(),
    });
    const told = async (message: object): Promise<Partial<Told>> => {
      asker.postMessage(message);
      return ((await once(asker, 'message')) as [Told])[0];
    };
    expect(await told({ id: 1, question: 2 })).toMatchObject({ answer: 1, hasMore: true });
    expect(await told({ id: 1, more: true })).toMatchObject({ answer: 2, hasMore: true });
    expect(await told({ id: 1, more: true })).toMatchObject({ answer: null, hasMore: false });
    expect(await told({ id: 2, question: 9 })).toMatchObject({ answer: 3, hasMore: true });
    asker.postMessage({ id: 2, gone: true });
    while (left < 2) await wait(1);
    expect(made).toBe(3);
  });
});
