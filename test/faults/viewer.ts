import type { BoardEvent, BoardRow, JoinAnswer } from '@endwatch/contracts';
import { io, type Socket } from 'socket.io-client';
import { socketAuth } from '../harness/access.ts';

const ASK_AGAIN_MS = 300;
/** Heartbeats come every 5 s: a connection that is silent for this long is none. */
const SILENCE_MS = 12_000;

/** Somebody who watches a ward as a page would, and writes down every number that comes twice, out of order or not at all. */
export class Viewer {
  readonly rows = new Map<string, BoardRow>();
  readonly problems: string[] = [];
  readonly #socket: Socket;
  readonly #ward: string;
  readonly #watch: NodeJS.Timeout;
  #sequence: number | null = null;
  #inRoom = false;
  #closed = false;
  #heard = performance.now();

  constructor(address: string, ward: string) {
    this.#ward = ward;
    this.#socket = io(`${address}/live`, {
      transports: ['websocket'],
      forceNew: true,
      auth: socketAuth(address),
      reconnectionDelay: 100,
      reconnectionDelayMax: 1_000,
      timeout: 5_000,
    });
    this.#socket.on('connect', () => {
      this.#join();
    });
    this.#socket.on('disconnect', (reason) => {
      this.#inRoom = false;
      // The library leaves it to us to come back when it was the server who ended it.
      if (reason === 'io server disconnect') this.#socket.connect();
    });
    // Refused at the door, as while nobody can sign in: the library leaves that to us as well.
    this.#socket.on('connect_error', () => {
      if (!this.#socket.active) setTimeout(() => this.#comeBack(), ASK_AGAIN_MS);
    });
    this.#socket.on('board', (events: BoardEvent[]) => {
      this.#heard = performance.now();
      if (this.#inRoom) this.#take(events);
    });
    this.#socket.on('heartbeat', () => {
      this.#heard = performance.now();
    });
    this.#watch = setInterval(() => {
      if (!this.#socket.connected || performance.now() - this.#heard < SILENCE_MS) return;
      this.#socket.disconnect().connect();
    }, 1_000);
  }

  /** The last number it has seen; -1 before the first board. */
  get sequence(): number {
    return this.#sequence ?? -1;
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#watch);
    this.#socket.disconnect();
  }

  #comeBack(): void {
    if (!this.#closed) this.#socket.connect();
  }

  #join(): void {
    this.#heard = performance.now();
    const ward = this.#ward;
    const asked = this.#socket.id;
    const after = this.#sequence;
    this.#socket.emit('join', after === null ? { ward } : { ward, after }, (answer: JoinAnswer) => {
      if (this.#socket.id !== asked) return;
      this.#heard = performance.now();
      if (answer.ok) this.#enter(answer);
      // A ward that is not there yet, a database that is away.
      else
        setTimeout(
          () => this.#socket.connected && this.#socket.id === asked && this.#join(),
          ASK_AGAIN_MS,
        );
    });
  }

  #enter({ snapshot, events, sequence }: Extract<JoinAnswer, { ok: true }>): void {
    if (snapshot) {
      if (this.#sequence !== null && snapshot.sequence < this.#sequence) {
        this.problems.push(`a board of ${snapshot.sequence} after ${this.#sequence}`);
      }
      this.#sequence = snapshot.sequence;
      this.rows.clear();
      for (const row of snapshot.rows) this.rows.set(row.patientId, row);
    }
    this.#inRoom = true;
    this.#take(events ?? []);
    if (this.#sequence !== sequence) {
      this.problems.push(`told to stand at ${sequence}, having seen ${this.sequence}`);
    }
  }

  #take(events: readonly BoardEvent[]): void {
    for (const event of events) {
      if (event.ward !== this.#ward) this.problems.push(`an event of ${event.ward}`);
      if (event.sequence !== this.sequence + 1) {
        this.problems.push(`${event.sequence} came after ${this.sequence}`);
      }
      this.#sequence = event.sequence;
      if (event.type === 'row') this.rows.set(event.row.patientId, event.row);
      if (event.type === 'left') this.rows.delete(event.patientId);
    }
  }
}
