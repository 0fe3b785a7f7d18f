import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { DoorSplit } from '../pipeline/front-door.ts';
import { Log } from '../pipeline/log.ts';
import { FixedClock } from '../testing/fixed-clock.ts';
import { framed, MllpFrames } from './mllp-frames.ts';
import { MllpListener, type MllpSettings } from './mllp-listener.ts';

class Silence extends Log {
  debug(): void {}
  info(): void {}
  warn(): void {}
  error(): void {}
  child(): Log {
    return this;
  }
}

/** A front door that remembers what came, and answers when and how the spec likes. */
class Door {
  readonly received: string[] = [];
  readonly refused: string[] = [];
  refusal: DoorSplit['entries'][number]['refusals'] = [];
  hold: Promise<unknown> = Promise.resolve();
  failure: Error | null = null;

  async receive(body: Buffer): Promise<DoorSplit> {
    await this.hold;
    if (this.failure) throw this.failure;
    this.received.push(body.toString());
    const entry = { raw: body, record: null, refusals: this.refusal, ignored: {} };
    return { isBundle: false, entries: [entry] };
  }

  refuse(raw: Buffer, { code }: { readonly code: string }): Promise<void> {
    this.refused.push(`${code} ${String(raw.length)}`);
    return Promise.resolve();
  }
}

/** A sender: what it is answered, by MSA. */
class Sender {
  readonly answers: string[] = [];
  readonly socket: Socket;
  closed = false;
  readonly #frames = new MllpFrames({ maxBytes: 1_000_000, keptBytes: 0 });

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk) => {
      for (const { bytes } of this.#frames.push(chunk)) {
        const found = bytes.toString().match(/MSA\|\w\w\|[^|\r]*/g) ?? [];
        this.answers.push(...found);
      }
    });
    socket.on('error', () => undefined);
    socket.once('close', () => {
      this.closed = true;
    });
  }

  static async to(port: number): Promise<Sender> {
    const socket = connect({ port, host: '127.0.0.1' });
    await once(socket, 'connect');
    return new Sender(socket);
  }
}

async function until(met: () => boolean): Promise<void> {
  while (!met()) await wait(5);
}

const message = (id: number | string): string =>
  `MSH|^~\\&|A|B|||1||ADT^A01|${String(id)}|P|2.5\rPID|1`;

describe('the MLLP listener', () => {
  let door: Door;
  let listener: MllpListener;
  let port: number;
  const senders: Sender[] = [];

  const open = async (settings: Partial<MllpSettings> = {}): Promise<void> => {
    door = new Door();
    listener = new MllpListener(
      { host: '127.0.0.1', port: 0, limits: { maxBytes: 2_000, keptBytes: 100 }, ...settings },
      { door, clock: new FixedClock(0), log: new Silence() },
    );
    port = await listener.start();
  };
  const sender = async (): Promise<Sender> => {
    const one = await Sender.to(port);
    senders.push(one);
    return one;
  };
  afterEach(async () => {
    for (const { socket } of senders.splice(0)) socket.destroy();
    await listener.stop();
  });

  it('answers each message in order, several in one packet and one in many', async () => {
    await open();
    const one = await sender();
    one.socket.write(Buffer.concat([framed(message(1)), framed(message(2)), framed(message(3))]));
    for (const byte of framed(message(4))) one.socket.write(Buffer.of(byte));
    await until(() => one.answers.length === 4);
    expect(one.answers).toEqual(['MSA|AA|1', 'MSA|AA|2', 'MSA|AA|3', 'MSA|AA|4']);
    expect(door.received).toHaveLength(4);
  });

  it('says AA only once the door has the message for good', async () => {
    await open();
    const durable = Promise.withResolvers<undefined>();
    door.hold = durable.promise;
    const one = await sender();
    one.socket.write(framed(message(1)));
    await wait(50);
    expect(one.answers).toEqual([]);
    durable.resolve(undefined);
    await until(() => one.answers.length === 1);
    expect(one.answers).toEqual(['MSA|AA|1']);
  });

  it('says AE when the message cannot be kept, so that the sender keeps it, and goes on', async () => {
    await open();
    door.failure = new Error('the log is away');
    const one = await sender();
    one.socket.write(framed(message(1)));
    await until(() => one.answers.length === 1);
    door.failure = null;
    one.socket.write(framed(message(1)));
    await until(() => one.answers.length === 2);
    expect(one.answers).toEqual(['MSA|AE|1', 'MSA|AA|1']);
  });

  it.each([
    ['no-patient', 'AE'],
    ['not-fhir', 'AR'],
  ] as const)('refuses for %s with %s', async (code, expected) => {
    await open();
    door.refusal = [{ code, detail: 'why', patientId: null, resource: null }];
    const one = await sender();
    one.socket.write(framed(message(7)));
    await until(() => one.answers.length === 1);
    expect(one.answers).toEqual([`MSA|${expected}|7`]);
  });

  it('refuses what is too large, keeps its beginning, and reads the next', async () => {
    await open();
    const one = await sender();
    one.socket.write(framed(`${message(1)}|${'x'.repeat(9_000)}`));
    one.socket.write(framed(message(2)));
    await until(() => one.answers.length === 2);
    expect(one.answers).toEqual(['MSA|AR|1', 'MSA|AA|2']);
    expect(door.refused).toEqual(['too-large 100']);
  });

  it('answers a batch in one frame, message by message', async () => {
    await open();
    const one = await sender();
    one.socket.write(framed(`BHS|^~\\&\r${message(1)}\r${message(2)}\rBTS|2`));
    await until(() => one.answers.length === 2);
    expect(one.answers).toEqual(['MSA|AA|1', 'MSA|AA|2']);
    expect(door.received).toHaveLength(2);
  });

  it('serves many connections at once, and turns further ones away', async () => {
    await open({ maxConnections: 50 });
    const all = await Promise.all(Array.from({ length: 50 }, () => sender()));
    all.forEach((one, index) => one.socket.write(framed(message(index))));
    await until(() => all.every(({ answers }) => answers.length === 1));
    expect(new Set(all.flatMap(({ answers }) => answers)).size).toBe(50);
    const further = await sender();
    await until(() => further.closed);
    expect(further.answers).toEqual([]);
  });

  it('waits for ever between messages, but not in the middle of one', async () => {
    await open({ stalledMs: 60 });
    const [idle, stalled] = [await sender(), await sender()];
    stalled.socket.write('\x0bMSH|^~');
    await until(() => stalled.closed);
    expect(idle.closed).toBe(false);
    idle.socket.write(framed(message(1)));
    await until(() => idle.answers.length === 1);
    expect(door.received).toEqual([message(1)]);
  });

  it('a sender that goes away in the middle of a message costs nobody anything', async () => {
    await open();
    const [gone, other] = [await sender(), await sender()];
    gone.socket.write('\x0bMSH|^~');
    gone.socket.resetAndDestroy();
    other.socket.write(framed(message(1)));
    await until(() => other.answers.length === 1);
    expect(door.received).toEqual([message(1)]);
  });

  it('reads no further while a message is being kept: the sender is slowed down', async () => {
    await open();
    const durable = Promise.withResolvers<undefined>();
    door.hold = durable.promise;
    const one = await sender();
    const large = framed(`${message(1)}${' '.repeat(1_500)}`);
    const all = Buffer.concat(Array.from({ length: 20_000 }, () => large));
    let drained = false;
    one.socket.write(all, () => {
      drained = true;
    });
    await wait(100);
    expect(drained).toBe(false);
    one.socket.destroy();
    durable.resolve(undefined);
    await until(() => door.received.length > 0);
  });

  it('stopping answers what is in hand, takes nothing more, and lets everybody go', async () => {
    await open();
    const durable = Promise.withResolvers<undefined>();
    door.hold = durable.promise;
    const [busy, idle] = [await sender(), await sender()];
    busy.socket.write(Buffer.concat([framed(message(1)), framed(message(2))]));
    await wait(30);
    const stopped = listener.stop();
    await until(() => idle.closed);
    durable.resolve(undefined);
    await stopped;
    await until(() => busy.closed);
    expect(busy.answers).toEqual(['MSA|AA|1']);
    expect(door.received).toHaveLength(1);
    await expect(Sender.to(port)).rejects.toThrow('ECONNREFUSED');
  });
});
