import type { Log } from '../pipeline/log.ts';
import type { MessagesSent } from '../pipeline/outbox.ts';
import { BackgroundThread } from './background-thread.ts';

function thread(source: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

/** Tells once what it was given, and ends when it is told to. */
const WELL = `
  import { parentPort, workerData } from 'node:worker_threads';
  parentPort.postMessage(new Map([[workerData.topic, workerData.count]]));
  parentPort.once('message', () => process.exit(0));
`;
const DEAF = `
  import { parentPort } from 'node:worker_threads';
  parentPort.postMessage(new Map([['begun', 1]]));
  parentPort.on('message', () => undefined);
`;
const ILL = `
  import { parentPort } from 'node:worker_threads';
  parentPort.postMessage(new Map([['begun', 1]]));
  setTimeout(() => { throw new TypeError('out of luck'); }, 0);
`;

function stage(source: string, work: object = {}) {
  const warned: object[] = [];
  const say = (): void => undefined;
  const log: Log = {
    ...{ debug: say, info: say, error: say, child: () => log },
    warn: (fields) => warned.push(fields),
  };
  const told: [string, number][] = [];
  const heard: { wait: PromiseWithResolvers<void>; after: number } = {
    wait: Promise.withResolvers(),
    after: 1,
  };
  const onSent = (sent: MessagesSent): void => {
    told.push(...sent);
    if (told.length >= heard.after) heard.wait.resolve();
  };
  const background = new BackgroundThread({
    work,
    log,
    onSent,
    file: thread(source),
    againAfterMs: 1,
    endsWithinMs: 50,
  });
  return { background, warned, told, heard };
}

describe('BackgroundThread', () => {
  it('gives the thread its work, counts what it sent and ends it', async () => {
    const { background, warned, told, heard } = stage(WELL, { topic: 'endwatch.scores', count: 3 });
    background.start();
    await heard.wait.promise;
    await background.stop();
    expect(told).toEqual([['endwatch.scores', 3]]);
    expect(warned).toEqual([]);
  });

  it('begins a thread again that ended by itself, and says why', async () => {
    const { background, warned, told, heard } = stage(ILL);
    heard.after = 3;
    background.start();
    await heard.wait.promise;
    await background.stop();
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(warned[0]).toMatchObject({ err: { message: 'out of luck' } });
  });

  it('ends a thread that does not end by itself', async () => {
    const { background, heard, warned } = stage(DEAF);
    background.start();
    await heard.wait.promise;
    await background.stop();
    expect(warned).toEqual([]);
  });

  it('can be told to stop before it has begun', async () => {
    const { background, told } = stage(WELL, { topic: 't', count: 1 });
    background.start();
    await background.stop();
    expect(told.length).toBeLessThanOrEqual(1);
    await background.stop();
  });
});
