import pg from 'pg';
import type { Log } from '../pipeline/log.ts';
import { BOARD_CHANNEL } from './commit/write-board.ts';
import { StorageError } from './storage-error.ts';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;
const CHECK_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;

export interface NotificationOptions {
  readonly url: string;
  readonly log: Log;
}

/**
 * Listens for wards that advance, on a connection of its own that is made again whenever it is lost. What happened in between is made good by
 * naming every ward once it listens again.
 */
export class BoardNotifications {
  readonly #url: string;
  readonly #log: Log;
  readonly #listeners = new Set<(wards: readonly string[]) => void>();
  readonly #closing = new AbortController();
  #running: Promise<void> | null = null;
  #failures = 0;

  constructor({ url, log }: NotificationOptions) {
    this.#url = url;
    this.#log = log.child({ part: 'board-notifications' });
  }

  /** Resolves once it listens; tries until then. */
  async start(): Promise<void> {
    await new Promise<void>((listening) => {
      this.#running ??= this.#run(listening);
    });
  }

  onAdvance(listener: (wards: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
    this.#listeners.clear();
  }

  async #run(listening: () => void): Promise<void> {
    const { signal } = this.#closing;
    const over = (): boolean => signal.aborted;
    while (!over()) {
      try {
        await this.#listen(listening);
      } catch (failure) {
        this.#log.warn({ code: StorageError.from(failure).code }, 'not listening to the board');
      }
      if (!over()) await pause(this.#delay(), signal);
    }
  }

  /** One life of a connection; returns or throws when it ends. */
  async #listen(listening: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'endwatch-listen',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: ANSWER_WITHIN_MS,
    });
    const life = new AbortController();
    client.once('end', () => life.abort());
    client.on('error', () => life.abort());
    const over = AbortSignal.any([life.signal, this.#closing.signal]);
    try {
      await client.connect();
      client.on('notification', ({ payload }) => this.#tell(wardsOf(payload)));
      await client.query(`LISTEN ${BOARD_CHANNEL}`);
      const { rows } = await client.query<{ id: string }>('SELECT id FROM ward');
      this.#failures = 0;
      listening();
      this.#tell(rows.map(({ id }) => id));
      await stayAlive(client, over);
    } finally {
      void client.end().catch(() => undefined);
    }
  }

  #tell(wards: readonly string[]): void {
    if (wards.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(wards);
      } catch (err) {
        this.#log.error({ err }, 'a listener of the board failed');
      }
    }
  }

  /** Grows to 5 s; a random part keeps many gateways from coming back in step. */
  #delay(): number {
    const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 10);
    return longest * (0.5 + Math.random() / 2);
  }
}

function wardsOf(payload: string | undefined): readonly string[] {
  const wards: unknown = JSON.parse(payload ?? '[]');
  return Array.isArray(wards) ? wards.filter((ward) => typeof ward === 'string') : [];
}

/** Returns when the connection ends and throws when the server no longer answers: a connection cut without a word looks alive. */
async function stayAlive(client: pg.Client, signal: AbortSignal): Promise<void> {
  const over = (): boolean => signal.aborted;
  while (!over()) {
    await pause(CHECK_EVERY_MS, signal);
    if (!over()) await client.query('SELECT 1');
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    };
    const timer = setTimeout(finish, milliseconds);
    timer.unref();
    signal.addEventListener('abort', finish, { once: true });
  });
}
