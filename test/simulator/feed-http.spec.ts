import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seededRng, simulateStay } from '@endwatch/simulation';
import type { Bundle } from 'fhir/r4.js';
import { httpFeed } from './feed-http.ts';
import type { Message } from './message.ts';
import { messagesOf } from './message.ts';
import { sendLive } from './play.ts';
import { SITES } from './site.ts';

const admittedAt = Date.parse('2026-03-01T08:00:00Z');
const messages = messagesOf(
  simulateStay({ rng: seededRng(1), patientId: 'p', admittedAt, hours: 40 }).records,
  SITES.metric,
);
const resources = messages.flatMap((message) => message.resources);

/** A door that answers as it is told and keeps what it took. */
class Door {
  readonly taken: Bundle[] = [];
  /** Statuses of the next answers; 202 when there is none. */
  readonly answers: number[] = [];
  /** Seconds of lag that readiness tells, one after the other; nothing of it where there is none. */
  readonly lags: number[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer(this.#handle);
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  readonly #handle: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const status = this.answers.shift() ?? (request.method === 'GET' ? 200 : 202);
      const body = Buffer.concat(parts).toString('utf8');
      const bundle = body === '' ? null : (JSON.parse(body) as Bundle);
      if (status === 202 && bundle !== null) this.taken.push(bundle);
      const entry = (bundle?.entry ?? []).map(() => ({ response: { status: '202' } }));
      response.writeHead(status, { 'content-type': 'application/fhir+json' });
      const lag = { state: 'up', seconds: this.lags.shift() };
      const answer =
        request.method === 'GET'
          ? { status: 'up', parts: { lag } }
          : { resourceType: 'Bundle', type: 'batch-response', entry };
      response.end(JSON.stringify(answer));
    });
  };
}

describe('feeding over HTTP', () => {
  let door: Door;
  let to: string;
  let said: string[];
  let stop: AbortController;
  const feed = (): ReturnType<typeof httpFeed> =>
    httpFeed({ to, token: 'of the house', signal: stop.signal, say: (line) => said.push(line) });

  beforeEach(async () => {
    door = new Door();
    to = await door.open();
    said = [];
    stop = new AbortController();
  });
  afterEach(() => door.close());

  it('waits until the other side is ready and sends everything in order', async () => {
    door.answers.push(503, 503, 200);
    const one = feed();
    await one.ready();
    await one.send(messages);
    const entries = door.taken.flatMap((bundle) => bundle.entry ?? []);
    expect(entries.map(({ resource }) => resource)).toEqual(JSON.parse(JSON.stringify(resources)));
    expect(one.counts()).toEqual({ sent: resources.length, refused: 0 });
    expect(said).toHaveLength(1);
  });

  it('tries the same request again when it was not taken, and leaves what is refused', async () => {
    door.answers.push(503, 429, 202);
    const one = feed();
    await one.send(messages.slice(0, 5));
    expect(door.taken).toHaveLength(1);
    door.answers.push(400);
    await one.send(messages.slice(5, 6));
    expect(one.counts().refused).toBe(messages[5]?.resources.length);
  });

  it('ends where no message of its own would ever be taken', async () => {
    door.answers.push(401);
    const one = feed();
    await expect(one.send(messages.slice(0, 1))).rejects.toThrow(/token/);
    expect(one.counts()).toEqual({ sent: 0, refused: 0 });
  });

  it('waits while the other side says that much waits there', async () => {
    door.lags.push(40.2, 9, 1.5, 40);
    await feed().caughtUp();
    expect(door.lags).toEqual([40]);
    door.lags.length = 0;
    await feed().caughtUp();
  });

  it('stops waiting when it is told to', async () => {
    await door.close();
    const waiting = feed().ready();
    stop.abort();
    await expect(waiting).rejects.toThrow();
    door = new Door();
    await door.open();
  });

  it('goes live with what is due, once, until stopped', async () => {
    const asked: [number, number][] = [];
    const one = feed();
    const between = (from: number, until: number): readonly Message[] => {
      asked.push([from, until]);
      if (asked.length === 3) stop.abort();
      return asked.length === 1 ? messages.slice(0, 2) : [];
    };
    await sendLive({
      feed: one,
      clock: { now: () => 1000 + asked.length },
      from: 7,
      between,
      signal: stop.signal,
    });
    expect(asked).toEqual([
      [7, 1000],
      [1000, 1001],
      [1001, 1002],
    ]);
    expect(door.taken).toHaveLength(1);
  });
});
