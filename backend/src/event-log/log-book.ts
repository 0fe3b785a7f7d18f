import type {
  LogHealth,
  LogPosition,
  LogSubscription,
  NewLogRecord,
} from '../pipeline/event-log.ts';
import { messageOf } from './report.ts';
import { TopicDirectory, type PlacedRecord } from './topic-partitions.ts';

/** One consuming member of the scorer group. */
export interface Member {
  /** Resolves when the first assignment is being consumed. */
  readonly joined: Promise<unknown>;
  readonly health: LogHealth;
  stop(): Promise<void>;
}

/** What a log keeps of itself, whatever it is made of: the topics it knows, who consumes, and whether the last call went through. */
export class LogBook {
  readonly #name: string;
  readonly #topics: TopicDirectory;
  readonly #members = new Set<Member>();
  #failure: string | null = null;

  /** `count` gives the number of partitions of those topics that exist. */
  constructor(
    name: string,
    count: (topics: readonly string[]) => Promise<ReadonlyMap<string, number>>,
  ) {
    this.#name = name;
    this.#topics = new TopicDirectory(count);
  }

  /** Topics may have been made: they are looked up again. */
  forgetTopics(): void {
    this.#topics.forget();
  }

  async append(
    records: readonly NewLogRecord[],
    write: (placed: readonly PlacedRecord[]) => Promise<readonly LogPosition[]>,
  ): Promise<readonly LogPosition[]> {
    if (records.length === 0) return [];
    await this.noting(() => this.#topics.learn(records));
    const placed = records.map((record) => this.#topics.place(record));
    return this.noting(() => write(placed));
  }

  /** Resolves once the member consumes. */
  async join(member: Member): Promise<LogSubscription> {
    this.#members.add(member);
    await member.joined;
    return {
      stop: async () => {
        await member.stop();
        this.#members.delete(member);
      },
    };
  }

  health(): LogHealth {
    const unwell = [...this.#members].find((member) => !member.health.connected);
    if (unwell !== undefined) return unwell.health;
    if (this.#failure !== null) return { connected: false, detail: this.#failure };
    const [first] = this.#members;
    return { connected: true, detail: first?.health.detail ?? this.#name };
  }

  async stopMembers(): Promise<void> {
    await Promise.all([...this.#members].map((member) => member.stop()));
    this.#members.clear();
  }

  /** Remembers for `health` whether what the log is made of could be reached. */
  async noting<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.#failure = null;
      return result;
    } catch (error) {
      if (!isTooLarge(error)) this.#failure = messageOf(error);
      throw error;
    }
  }
}

/** The one refusal of a broker that is about the record, not about the log. */
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'type' in error && error.type === 'MESSAGE_TOO_LARGE';
}
