import type { EpochMs } from '@endwatch/clinical';
import type { EventLog, NewLogRecord } from './event-log.ts';
import type { LogTopics } from './log-topics.ts';
import type { Decoded, Origin, PatientStore, Rejection, StoredRejection } from './ports.ts';

/** What becomes of one resource that came by a door other than the log. */
export interface DoorEntry {
  /** Bytes of the resource as it stands alone. */
  readonly raw: Buffer;
  /** Null when there is nothing to append. */
  readonly record: NewLogRecord | null;
  /** Why nothing of it is used; empty with no record: a type that Endwatch does not use. */
  readonly refusals: readonly Rejection[];
  /** What of it Endwatch does not use, by type, as {@link Decoded} has it. */
  readonly ignored: Decoded['ignored'];
}

export interface DoorSplit {
  readonly isBundle: boolean;
  readonly entries: readonly DoorEntry[];
}

/** A request body → what goes to the log. Never rejects for bad data. */
export abstract class DoorSplitter {
  abstract split(body: Buffer, origin: Origin, onlyType: string | null): Promise<DoorSplit>;
}

export interface FrontDoorParts {
  readonly splitter: DoorSplitter;
  readonly eventLog: EventLog;
  readonly topics: LogTopics;
  readonly store: PatientStore;
  /** Dead letters of what was refused, to be written with it. */
  readonly deadLetters: (rejections: readonly StoredRejection[]) => readonly NewLogRecord[];
  /** Told of everything that came and is kept. */
  readonly onReceived: (split: DoorSplit) => void;
  readonly door: 'http' | 'mllp';
}

/** Resolves once everything that is to be appended is durable in the log, and what was refused is kept like any other rejection. */
export class FrontDoor {
  readonly #parts: FrontDoorParts;

  constructor(parts: FrontDoorParts) {
    this.#parts = parts;
  }

  async receive(
    body: Buffer,
    { now, onlyType }: { readonly now: EpochMs; readonly onlyType: string | null },
  ): Promise<DoorSplit> {
    const origin = this.#originAt(now);
    const split = await this.#parts.splitter.split(body, origin, onlyType);
    const records = split.entries.flatMap(({ record }) => (record ? [record] : []));
    if (records.length > 0) {
      await this.#parts.topics.ensure();
      await this.#parts.eventLog.append(records);
    }
    await this.#keep(split.entries, origin);
    this.#parts.onReceived(split);
    return split;
  }

  /** Keeps what could not even be read; resolves once it is kept. */
  async refuse(
    raw: Buffer,
    { now, code, detail }: Pick<Rejection, 'code' | 'detail'> & { readonly now: EpochMs },
  ): Promise<void> {
    const refusals = [{ code, detail, patientId: null, resource: null }];
    const entry: DoorEntry = { raw, record: null, refusals, ignored: {} };
    await this.#keep([entry], this.#originAt(now));
    this.#parts.onReceived({ isBundle: false, entries: [entry] });
  }

  #originAt(now: EpochMs): Origin {
    return {
      door: this.#parts.door,
      topic: null,
      partition: null,
      offset: null,
      key: null,
      headers: {},
      brokerAt: now,
      ingestedAt: now,
    };
  }

  async #keep(entries: readonly DoorEntry[], origin: Origin): Promise<void> {
    const rejections = entries.flatMap(({ raw, refusals }) =>
      refusals.map((refusal) => ({ ...refusal, raw, origin })),
    );
    if (rejections.length === 0) return;
    for (let tries = 0; tries < 5; tries++) {
      const directory = await this.#parts.store.locationDirectory();
      const { outcome } = await this.#parts.store.commit({
        knownAt: origin.ingestedAt,
        offsets: [],
        messageIds: [],
        patients: [],
        locations: [],
        expectedDirectoryVersion: directory.version,
        rejections,
        messages: this.#parts.deadLetters(rejections),
      });
      if (outcome === 'committed') return;
    }
    throw new Error('what was refused could not be kept');
  }
}
