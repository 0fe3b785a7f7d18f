import { INBOUND_STREAMS, topicName } from '@endwatch/contracts';
import { logEnds } from '../faults/log-contents.ts';
import { kafkaFeed } from '../simulator/feed-kafka.ts';
import type { Feed } from '../simulator/feed.ts';
import { Load } from '../simulator/load.ts';
import type { Message } from '../simulator/message.ts';

const AT_ONCE = 500;

export interface StreamSettings {
  readonly brokers: string;
  readonly prefix: string;
  readonly partitions: number;
  readonly patients: number;
  readonly admittedHoursAgo: readonly [least: number, most: number];
}

/** Wards as an interface engine shows them to the log: who is there, then the realistic mix in the order of time. */
export class WardStream {
  readonly #load: Load;
  readonly #settings: StreamSettings;
  readonly #feed: Feed;

  private constructor(settings: StreamSettings, feed: Feed) {
    this.#settings = settings;
    this.#feed = feed;
    const { patients, admittedHoursAgo } = settings;
    this.#load = new Load({ seed: 1, patients, admittedHoursAgo, startedAt: Date.now() });
  }

  /** Creates the topics. */
  static async open(settings: StreamSettings): Promise<WardStream> {
    const { brokers, prefix, partitions } = settings;
    const feed = kafkaFeed({
      ...{ brokers: brokers.split(','), topicPrefix: prefix, partitions },
      signal: new AbortController().signal,
      say: (line) => process.stderr.write(`${line}\n`),
    });
    await feed.ready();
    return new WardStream(settings, feed);
  }

  /** Admissions and what the first hours of each stay brought; resolves with how many resources that is. */
  async warm(): Promise<number> {
    return this.#send([...this.#load.admissions(), ...this.#load.firstHours()]);
  }

  /** `count` records as they come at `rate` a second, the last of them measured a second ago; resolves with the number of resources. */
  async recent(count: number, rate: number): Promise<number> {
    const end = Date.now() - 1_000;
    let resources = 0;
    for (let from = 0; from < count; from += AT_ONCE) {
      const at = Math.round(end - ((count - from) * 1_000) / rate);
      resources += await this.#send(this.#load.next(Math.min(AT_ONCE, count - from), at));
    }
    return resources;
  }

  /** Records in the inbound topics: as the broker says, for a repeat after a lost answer is a record too. */
  async inLog(): Promise<number> {
    const { brokers, prefix } = this.#settings;
    const topics = INBOUND_STREAMS.map((stream) => topicName(prefix, stream));
    const ends = await logEnds(brokers, topics);
    return ends.reduce((sum, { end }) => sum + Number(end), 0);
  }

  close(): Promise<void> {
    return this.#feed.close();
  }

  async #send(messages: readonly Message[]): Promise<number> {
    for (let from = 0; from < messages.length; from += AT_ONCE) {
      await this.#feed.send(messages.slice(from, from + AT_ONCE));
    }
    return messages.reduce((total, { resources }) => total + resources.length, 0);
  }
}
