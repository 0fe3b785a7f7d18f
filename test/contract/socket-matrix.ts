import { ROLES, type JoinAnswer } from '@endwatch/contracts';
import { io, type Socket } from 'socket.io-client';
import * as fhir from '../harness/messages.ts';
import { eventually } from '../harness/system.ts';
import { OTHER_WARD, type People } from './other-ward.ts';
import { WARD } from './small-ward.ts';

const MESSAGES = ['board', 'heartbeat', 'redraw'] as const;

/** What the live channel answered somebody, and what it sent them. */
interface Line {
  connect: string;
  own: string;
  other: string;
  received: string[];
  afterLeaving: string[];
}

/** Everybody at the live channel at once. */
class SocketMatrix {
  readonly #address: string;
  readonly #sockets = new Map<string, Socket>();
  readonly #received = new Map<string, Set<string>>();
  readonly lines = new Map<string, Line>();

  constructor(address: string) {
    this.#address = address;
  }

  async connect(who: string, token: string | undefined): Promise<void> {
    const auth = token === undefined ? {} : { token };
    const socket = io(`${this.#address}/live`, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false, auth },
    });
    const received = new Set<string>();
    for (const message of MESSAGES) socket.on(message, () => received.add(message));
    const connect = await new Promise<string>((told) => {
      socket.once('connect', () => told('in'));
      socket.once('connect_error', ({ message }) => told(message));
    });
    this.lines.set(who, { connect, own: '-', other: '-', received: [], afterLeaving: [] });
    this.#sockets.set(who, socket);
    this.#received.set(who, received);
  }

  /** Of those who are in: the ward of theirs, and one that is not. */
  async join(own: string, other: string): Promise<void> {
    for (const [who, socket] of this.#in()) {
      const line = this.lines.get(who)!;
      line.own = await answerOf(socket, own);
      line.other = await answerOf(socket, other);
    }
  }

  /** What everybody has received once it is `right`. */
  async receive(right: (of: ReadonlyMap<string, ReadonlySet<string>>) => boolean): Promise<void> {
    await eventually(() => Promise.resolve(this.#received), right, 15_000).catch(() => undefined);
    for (const [who, line] of this.lines) line.received = [...this.#received.get(who)!].sort();
  }

  /** Answered in order: once the second is, the first was heard. */
  async leave(ward: string, other: string): Promise<void> {
    for (const [, socket] of this.#in()) {
      socket.emit('leave', { ward });
      await answerOf(socket, other);
    }
    for (const received of this.#received.values()) received.clear();
  }

  afterLeaving(): void {
    for (const [who, line] of this.lines) line.afterLeaving = [...this.#received.get(who)!].sort();
  }

  close(): void {
    for (const socket of this.#sockets.values()) socket.disconnect();
  }

  print(): string {
    const head = ['who', 'connect', 'own ward', 'another ward', 'receives', 'after leaving'];
    const rows = [...this.lines].map(([who, { connect, own, other, received, afterLeaving }]) => [
      ...[who, connect, own, other, received.join(' ') || '-', afterLeaving.join(' ') || '-'],
    ]);
    const lines = [head, ...rows].map((row) => row.map((cell) => cell.padEnd(27)).join(''));
    return `\n${lines.join('\n')}\n`;
  }

  #in(): [string, Socket][] {
    return [...this.#sockets].filter(([, socket]) => socket.connected);
  }
}

async function answerOf(socket: Socket, ward: string): Promise<string> {
  const answer = (await socket.timeout(20_000).emitWithAck('join', { ward })) as JoinAnswer;
  return answer.ok ? 'joined' : answer.problem.replace('That ward is not among yours.', 'refused');
}

/** The channel's half of the matrix. */
export function atTheLiveChannel({ ward, account, token }: Omit<People, 'as' | 'routes'>): void {
  it('lets in, joins and tells the same as the routes', async () => {
    await account('socket-all', 'nurse', null);
    const anybody = (await token('socket-all')).token;
    const matrix = new SocketMatrix(ward.endwatch.address);
    await matrix.connect('nobody', undefined);
    for (const role of ROLES) {
      const who = `socket-${role}`;
      await account(who, role, [WARD]);
      await matrix.connect(role, (await token(who)).token);
    }
    await matrix.connect('every ward', anybody);
    const something = async (rate: number): Promise<void> => {
      const told = { id: `socket-${rate}`, patientId: 'a', at: Date.now() };
      await ward.sendFhir('/fhir', fhir.heartRate(told, rate));
      for (const names of ['full', null]) {
        await ward.call('/api/settings/wall', {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ names }),
        });
      }
    };
    const has = (of: ReadonlySet<string> | undefined): boolean =>
      of?.has('board') === true && of.has('heartbeat');
    await matrix.join(WARD, OTHER_WARD);
    await something(71);
    const inside = ROLES.filter((role) => role !== 'integration');
    await matrix.receive(
      (of) =>
        inside.every((role) => has(of.get(role))) && of.get('display')?.has('redraw') === true,
    );
    await matrix.leave(WARD, OTHER_WARD);
    const stayed = new SocketMatrix(ward.endwatch.address);
    await stayed.connect('stayed', anybody);
    await stayed.join(WARD, OTHER_WARD);
    await something(72);
    // Whoever is still in the room would have it by then.
    await stayed.receive((of) => has(of.get('stayed')));
    matrix.afterLeaving();
    for (const one of [matrix, stayed]) one.close();
    process.stdout.write(matrix.print());
    const told = ['board', 'heartbeat'];
    const inOwn = { connect: 'in', own: 'joined', other: 'refused', afterLeaving: [] };
    const out = { own: '-', other: '-', received: [], afterLeaving: [] };
    expect(stayed.lines.get('stayed')?.received).toEqual(told);
    expect(Object.fromEntries(matrix.lines)).toEqual({
      nobody: { connect: 'unauthorized', ...out },
      integration: { connect: 'forbidden', ...out },
      ...Object.fromEntries(
        ['nurse', 'neurologist', 'quality', 'admin'].map((who) => [
          who,
          { ...inOwn, received: told },
        ]),
      ),
      display: { ...inOwn, received: [...told, 'redraw'] },
      'every ward': { ...inOwn, other: 'There is no such ward.', received: told },
    });
  });
}
