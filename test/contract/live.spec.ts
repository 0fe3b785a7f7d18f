import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import {
  boardEventSchema,
  heartbeatSchema,
  type BoardEvent,
  type BoardSnapshot,
} from '@endwatch/contracts';
import { io, type Socket } from 'socket.io-client';
import { PASSWORD } from '../harness/access.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually, PostgresServer, query } from '../harness/system.ts';
import { Viewer } from '../harness/viewer.ts';
import * as promised from './promised-shapes.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const WARD = 'live';
const OTHER = 'other';

const numbers = (events: readonly { sequence: number }[]): number[] =>
  events.map(({ sequence }) => sequence);
const countedFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

/** Two processes on one database: one scores and serves, the other only serves. */
describe('the live promise', () => {
  let postgres: PostgresServer;
  let environment: Record<string, string>;
  let first: Endwatch;
  let second: Endwatch;
  let viewers: Viewer[] = [];
  const homes: string[] = [];
  const now = Date.now();
  const admittedAt = now - 20 * HOUR;

  const start = async (roles: string): Promise<Endwatch> => {
    const endwatch = new Endwatch({ ...environment, ENDWATCH_ROLES: roles });
    homes.push(endwatch.home);
    return endwatch.ready();
  };
  const watch = ({ address }: Endwatch): Viewer => {
    const viewer = new Viewer(address);
    viewers.push(viewer);
    return viewer;
  };
  const send = (...resources: fhir.Resource[]): Promise<unknown> =>
    second.post('/fhir', fhir.bundle(...resources));
  const board = (of: Endwatch): Promise<BoardSnapshot> => of.json(`/api/wards/${WARD}/board`);
  const heartRateOf = (patientId: string, minutesAgo: number): fhir.Resource => {
    const told = { id: `${patientId}-hr-${minutesAgo}`, patientId, at: now - minutesAgo * MINUTE };
    return fhir.heartRate(told, 60 + minutesAgo);
  };
  /** A viewer and the board it joined have seen the vital sign of that moment. */
  const shows = (minutesAgo: number) => (events: readonly BoardEvent[]) =>
    events.some(
      (event) =>
        event.type === 'row' &&
        event.row.freshness.vitals === new Date(now - minutesAgo * MINUTE).toISOString(),
    );

  beforeAll(async () => {
    postgres = new PostgresServer();
    environment = { DATABASE_URL: await postgres.database('live'), ENDWATCH_LOG_LEVEL: 'warn' };
    first = await start('scorer,gateway');
    second = await start('gateway');
    await send(
      fhir.ward(WARD, 'Live ward'),
      fhir.ward(OTHER, 'Other ward'),
      fhir.bed(`${OTHER}-1`, '1', OTHER),
      ...['a', 'b', 'c'].flatMap((id) => [
        fhir.bed(`${WARD}-${id}`, id, WARD),
        fhir.patient(id, `Live, ${id}`),
        fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${id}` }),
        fhir.nihss({ id: `${id}-n1`, patientId: id, at: admittedAt + HOUR }, { '5a': 2 }),
      ]),
    );
    await eventually(
      () => board(first),
      ({ rows }) => rows.length === 3,
    );
  });

  afterEach(() => {
    for (const viewer of viewers) viewer.close();
    viewers = [];
  });

  afterAll(async () => {
    await Promise.all([first.stop(), second.stop()]);
    await postgres.stop();
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  });

  it('answers a first join with a snapshot', async () => {
    const answer = await watch(second).join(WARD);
    const { sequence } = answer;
    expect(await watch(second).ask({ ward: WARD, after: null })).toMatchObject({
      ...{ ok: true, sequence, snapshot: { sequence } },
    });
    expect(promised.broken(answer.snapshot, promised.BOARD_SNAPSHOT)).toEqual([]);
    expect(answer.snapshot?.sequence).toBe(answer.sequence);
    expect(answer.events).toBeUndefined();
    const { rows } = await board(first);
    expect(answer.snapshot?.rows.map(({ patientId }) => patientId)).toEqual(
      rows.map(({ patientId }) => patientId),
    );
  });

  it('says what is wrong with a join', async () => {
    const viewer = watch(first);
    for (const wrong of [{ ward: 'nowhere' }, { ward: 'nowhere', after: 3 }, {}, null, 'live']) {
      const answer = await viewer.ask(wrong);
      expect(answer).toMatchObject({ ok: false, problem: expect.stringMatching(/\w/) as string });
    }
  });

  it('shows the same events at every gateway, without holes, of every type', async () => {
    const screens = [watch(first), watch(second)] as const;
    const joined = await Promise.all(screens.map((screen) => screen.join(WARD)));
    await send(heartRateOf('a', 50), heartRateOf('b', 49));
    await Promise.all(screens.map((screen) => screen.until(shows(50))));
    await send(fhir.nihss({ id: 'a-n2', patientId: 'a', at: now - HOUR }, { '5a': 4, '6a': 2 }));
    await Promise.all(
      screens.map((screen) =>
        screen.until((events) =>
          events.some((event) => event.type === 'alert' && event.alert.kind === 'end-confirmed'),
        ),
      ),
    );
    // One goes home, one to another ward.
    await send(
      {
        ...fhir.encounter('b', { start: admittedAt, bedId: `${WARD}-b`, version: 2 }),
        status: 'finished',
        period: {
          start: new Date(admittedAt).toISOString(),
          end: new Date(now - MINUTE).toISOString(),
        },
      },
      fhir.encounter('c', { start: admittedAt, bedId: `${OTHER}-1`, version: 2 }),
    );
    const gone = (events: readonly BoardEvent[]): boolean =>
      events.filter(({ type }) => type === 'left').length === 2;
    const [here, there] = (await Promise.all(screens.map((screen) => screen.until(gone)))) as [
      readonly BoardEvent[],
      readonly BoardEvent[],
    ];
    const both = Math.min(here.length, there.length);
    expect(here.slice(0, both)).toEqual(there.slice(0, both));
    for (const [events, { sequence }] of [
      [here, joined[0]!],
      [there, joined[1]!],
    ] as const) {
      expect(numbers(events)).toEqual(countedFrom(sequence + 1, events.length));
    }
    expect(promised.broken(here, promised.BOARD_EVENTS)).toEqual([]);
    for (const event of here) boardEventSchema.parse(event);
    expect(new Set(here.map(({ type }) => type))).toEqual(new Set(['row', 'left', 'alert']));
    expect((await board(second)).rows.map(({ patientId }) => patientId)).toEqual(['a']);
    expect((await second.json<BoardSnapshot>(`/api/wards/${OTHER}/board`)).rows).toHaveLength(1);
  });

  it('gives exactly the gap after a number, from the first one on', async () => {
    const viewer = watch(first);
    const all = await viewer.join(WARD, 0);
    expect(all.snapshot).toBeUndefined();
    expect(numbers(all.events!)).toEqual(countedFrom(1, all.sequence));
    const middle = Math.floor(all.sequence / 2);
    for (const gateway of [first, second]) {
      const gap = await watch(gateway).join(WARD, middle);
      expect(gap.events).toEqual(all.events!.slice(middle, gap.events!.length + middle));
      expect(gap.sequence).toBeGreaterThanOrEqual(all.sequence);
      expect(gap.events!.at(-1)?.sequence).toBe(gap.sequence);
    }
    const nothing = await watch(first).join(OTHER, (await viewer.join(OTHER)).sequence);
    expect(nothing.events).toEqual([]);
  });

  it('gives a snapshot to a client that names a number which never was', async () => {
    const answer = await watch(first).join(WARD, 1_000_000);
    expect(answer.snapshot?.sequence).toBe(answer.sequence);
    expect(answer.sequence).toBeLessThan(1_000_000);
  });

  it('beats within 6 s with the newest number and how far behind it is', async () => {
    const screens = [watch(first), watch(second)];
    await Promise.all(screens.map((screen) => screen.join(WARD)));
    for (const screen of screens) {
      const [beat] = await eventually(
        () => Promise.resolve(screen.beats),
        (beats) => beats.length > 0,
        6_000,
      );
      expect(promised.broken(beat, promised.HEARTBEAT)).toEqual([]);
      expect(heartbeatSchema.parse(beat).ward).toBe(WARD);
      expect(beat?.lag.seconds).toBeGreaterThanOrEqual(0);
      const newest = (await board(first)).sequence;
      expect(newest).toBeGreaterThanOrEqual(beat!.sequence);
      expect(beat!.sequence).toBeGreaterThan(0);
    }
  });

  it('sends nothing of a ward that was left', async () => {
    const [leaver, stayer] = [watch(first), watch(first)];
    await Promise.all([leaver.join(WARD), stayer.join(WARD)]);
    expect(await leaver.leave(WARD)).toEqual({ ok: true });
    expect(await leaver.leave('')).toMatchObject({ ok: false });
    await send(heartRateOf('a', 30));
    await stayer.until(shows(30));
    expect(leaver.events.filter(({ ward }) => ward === WARD)).toEqual([]);
  });

  it('sends nothing of a ward that was left before the answer came, and everything of one that was asked for again', async () => {
    const [hasty, back, stayer] = [watch(first), watch(first), watch(first)];
    const answered = hasty.join(WARD);
    const left = [hasty.leave(WARD)];
    const given = back.join(WARD);
    left.push(back.leave(WARD));
    await Promise.all([answered, given, ...left, back.join(WARD), stayer.join(WARD)]);
    await send(heartRateOf('a', 29));
    await Promise.all([stayer.until(shows(29)), back.until(shows(29))]);
    await hasty.join(OTHER);
    expect(hasty.events.filter(({ ward }) => ward === WARD)).toEqual([]);
    expect(numbers(back.events)).toEqual(numbers(stayer.events));
  });

  describe('of a browser', () => {
    const sockets: Socket[] = [];
    const signIn = async (headers: Record<string, string> = {}): Promise<string> => {
      const answer = await fetch(`${first.address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ username: 'admin', password: PASSWORD }),
      });
      expect(answer.status).toBe(200);
      return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    };
    const status = async (cookie: string): Promise<number> =>
      (await fetch(`${first.address}/api/session`, { headers: { cookie } })).status;
    const open = async (cookie: string): Promise<Socket> => {
      const socket = io(`${second.address}/live`, {
        ...{ transports: ['websocket'], forceNew: true, reconnection: false },
        extraHeaders: { cookie },
      });
      sockets.push(socket);
      await new Promise<void>((told, refused) => {
        socket.once('connect', told);
        socket.once('connect_error', refused);
      });
      return socket;
    };
    const ended = (socket: Socket): Promise<boolean> =>
      eventually(
        () => Promise.resolve(!socket.connected),
        (isSo) => isSo,
        10_000,
      );

    afterAll(() => {
      for (const socket of sockets) socket.disconnect();
    });

    it('ends within 10 s of another sign-in, which gives another cookie, and of the sign-out', async () => {
      const before = await signIn();
      const ofBefore = await open(before);
      const after = await signIn({ cookie: before });
      expect(after).not.toBe(before);
      expect([await status(before), await status(after)]).toEqual([401, 200]);
      const ofAfter = await open(after);
      expect(await ended(ofBefore)).toBe(true);
      expect(ofAfter.connected).toBe(true);
      const out = { method: 'DELETE', headers: { cookie: after } };
      expect((await fetch(`${first.address}/api/session`, out)).status).toBe(204);
      expect(await ended(ofAfter)).toBe(true);
      expect(await status(after)).toBe(401);
    });

    it('ends within 10 s of the time until which the session is good', async () => {
      const cookie = await signIn();
      const socket = await open(cookie);
      const until = Date.now() + 7_000;
      const digest = createHash('sha256').update(cookie.slice(cookie.indexOf('=') + 1));
      const moved = await query(
        environment['DATABASE_URL'] ?? '',
        'UPDATE session SET expires_at = $2 WHERE digest = $1 RETURNING username',
        [digest.digest('hex'), new Date(until).toISOString()],
      );
      expect(moved).toEqual([{ username: 'admin' }]);
      await new Promise((wait) => setTimeout(wait, until - Date.now() - 500));
      expect(socket.connected).toBe(true);
      await new Promise((wait) => setTimeout(wait, 500));
      expect(await ended(socket)).toBe(true);
      expect(await status(cookie)).toBe(401);
    });
  });

  it('counts on where it stopped when the scorer is started again', async () => {
    const screen = watch(second);
    const { sequence } = await screen.join(WARD);
    expect(await first.stop()).toBe(0);
    await send(heartRateOf('a', 20));
    first = await start('scorer,gateway');
    const events = await screen.until(shows(20));
    expect(numbers(events)).toEqual(countedFrom(sequence + 1, events.length));
  });
});
