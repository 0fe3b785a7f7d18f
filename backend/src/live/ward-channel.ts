import type { JoinAnswer } from '@endwatch/contracts';
import type { BoardFeed, FollowedEvent } from '../pipeline/read-ports.ts';

/** A gap longer than this is answered by a snapshot: it is smaller. */
const LONGEST_REPLAY = 10_000;
const CHUNK = 500;
/**
 * After a broadcast the channel rests this many times as long as it took, at most LONGEST_REST_MS; what comes meanwhile goes out together. A
 * few viewers are told at once. Hundreds cost a system call each: told of every event by itself they would keep the process from everything
 * else, and so from each other.
 */
const REST_FACTOR = 2;
const LONGEST_REST_MS = 30;
/** Not worth a timer. */
const SHORTEST_REST_MS = 2;

/**
 * What the viewers of one ward get through this gateway. Everything happens in turns, so that nobody who joins between two broadcasts gets an
 * event twice or not at all: a viewer enters exactly at the sequence number its answer ends with.
 */
export class WardChannel {
  readonly #ward: string;
  readonly #feed: BoardFeed;
  readonly #broadcast: (events: readonly FollowedEvent[]) => void;
  #last: number | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #coming: Promise<number | null> | null = null;
  #pending = 0;
  #restsUntil = 0;

  constructor(
    ward: string,
    feed: BoardFeed,
    broadcast: (events: readonly FollowedEvent[]) => void,
  ) {
    this.#ward = ward;
    this.#feed = feed;
    this.#broadcast = broadcast;
  }

  /** Nobody waits for a turn: a channel without viewers may be forgotten. */
  get idle(): boolean {
    return this.#pending === 0 && this.#coming === null;
  }

  /** Newest number that was sent; null before anybody joined. */
  get last(): number | null {
    return this.#last;
  }

  /** Broadcasts what is new; calls while one waits for its turn are one. Resolves with the newest number. */
  advance(): Promise<number | null> {
    this.#coming ??= this.#rested().then(() =>
      this.#inTurn(async () => {
        this.#coming = null;
        await this.#catchUp(Infinity);
        return this.#last;
      }),
    );
    return this.#coming;
  }

  /** `enter` puts the viewer into the room and `answer` tells it where it stands; both at the same sequence number. */
  join(
    after: number | undefined,
    seat: { answer: (answer: JoinAnswer) => void; enter: () => void },
  ): Promise<void> {
    return this.#inTurn(async () => {
      const answer = await this.#answer(after);
      if (answer.ok) {
        if (this.#last === null) this.#last = answer.sequence;
        else await this.#catchUp(answer.sequence);
      }
      seat.answer(answer);
      if (answer.ok) seat.enter();
    });
  }

  async #answer(after: number | undefined): Promise<JoinAnswer> {
    if (after !== undefined) {
      const events = await this.#feed.eventsAfter(this.#ward, after, LONGEST_REPLAY + 1);
      if (events && events.length <= LONGEST_REPLAY) {
        const sequence = events.at(-1)?.event.sequence ?? after;
        return { ok: true, sequence, events: events.map(({ event }) => event) };
      }
    }
    const snapshot = await this.#feed.snapshot(this.#ward);
    if (!snapshot) return { ok: false, problem: 'There is no such ward.' };
    return { ok: true, sequence: snapshot.sequence, snapshot };
  }

  /** Sends to those who are in the room everything after the last number up to `limit`. */
  async #catchUp(limit: number): Promise<void> {
    while (this.#last !== null && this.#last < limit) {
      const events = await this.#feed.eventsAfter(this.#ward, this.#last, CHUNK);
      // No longer kept: viewers see the hole and ask for a snapshot.
      const due = (events ?? []).filter(({ event }) => event.sequence <= limit);
      const newest = due.at(-1);
      if (!newest) return;
      this.#last = newest.event.sequence;
      this.#tell(due);
      if (due.length < CHUNK) return;
    }
  }

  #tell(events: readonly FollowedEvent[]): void {
    const began = performance.now();
    this.#broadcast(events);
    const ended = performance.now();
    this.#restsUntil = ended + Math.min(LONGEST_REST_MS, REST_FACTOR * (ended - began));
  }

  async #rested(): Promise<void> {
    const left = this.#restsUntil - performance.now();
    if (left >= SHORTEST_REST_MS) await new Promise((done) => setTimeout(done, left));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#pending++;
    const turn = this.#turn.then(work).finally(() => {
      this.#pending--;
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
