import type { EpochMs } from '@endwatch/clinical';
import type { EventLog, NewLogRecord } from './event-log.ts';
import type { Origin, PatientStore, Rejection } from './ports.ts';

/** What becomes of one resource that came by a door other than the log. */
export interface DoorEntry {
  /** Bytes of the resource as it stands alone. */
  readonly raw: Buffer;
  /** Null when there is nothing to append. */
  readonly record: NewLogRecord | null;
  /** Why nothing of it is used; empty with no record: a type that Endwatch does not use. */
  readonly refusals: readonly Rejection[];
}

export interface DoorSplit {
  readonly isBundle: boolean;
  readonly entries: readonly DoorEntry[];
}

/** A request body → what goes to the log. Never rejects for bad data. */
export abstract class DoorSplitter {
  abstract split(body: Buffer, origin: Origin, onlyType: string | null): Promise<DoorSplit>;
}

/** Resolves once everything that is to be appended is durable in the log, and what was refused is kept like any other rejection. */
export class FrontDoor {
  readonly #splitter: DoorSplitter;
  readonly #eventLog: EventLog;
  readonly #store: PatientStore;

  constructor(splitter: DoorSplitter, eventLog: EventLog, store: PatientStore) {
    this.#splitter = splitter;
    this.#eventLog = eventLog;
    this.#store = store;
  }

  async receive(
    body: Buffer,
    { now, onlyType }: { readonly now: EpochMs; readonly onlyType: string | null },
  ): Promise<DoorSplit> {
    const origin: Origin = {
      door: 'http',
      topic: null,
      partition: null,
      offset: null,
      key: null,
      headers: {},
      brokerAt: now,
      ingestedAt: now,
    };
    const split = await this.#splitter.split(body, origin, onlyType);
    const records = split.entries.flatMap(({ record }) => (record ? [record] : []));
    if (records.length > 0) await this.#eventLog.append(records);
    await this.#keep(split.entries, origin);
    return split;
  }

  async #keep(entries: readonly DoorEntry[], origin: Origin): Promise<void> {
    const rejections = entries.flatMap(({ raw, refusals }) =>
      refusals.map((refusal) => ({ ...refusal, raw, origin })),
    );
    if (rejections.length === 0) return;
    for (let tries = 0; tries < 5; tries++) {
      const directory = await this.#store.locationDirectory();
      const { outcome } = await this.#store.commit({
        knownAt: origin.ingestedAt,
        offsets: [],
        messageIds: [],
        patients: [],
        locations: [],
        expectedDirectoryVersion: directory.version,
        rejections,
      });
      if (outcome === 'committed') return;
    }
    throw new Error('what was refused could not be kept');
  }
}
