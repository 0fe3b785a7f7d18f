import type { EpochMs } from '@endwatch/clinical';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { NextOffset, TopicPartition } from '../pipeline/event-log.ts';
import {
  PatientStore,
  type BatchEffects,
  type CommitOutcome,
  type LocationDirectory,
  type MessageId,
  type PackedPatient,
  type StoredPatient,
} from '../pipeline/ports.ts';
import { eventSources } from './commit/event-source.ts';
import { passGuards } from './commit/guards.ts';
import type { TileChange } from './commit/board-changes.ts';
import { compareTiles } from './commit/compare-tiles.ts';
import { TileMemory } from './commit/tile-memory.ts';
import { notify, writeBoard } from './commit/write-board.ts';
import { messageDigest, writeFacts, writeLocations, writeMessages } from './commit/write-facts.ts';
import { writeAlerts, writeScores } from './commit/write-verdicts.ts';
import { inTransaction, readRows, withClient, type Send } from './connection.ts';
import { loadPatients } from './load-patients.ts';
import { readLocationDirectory } from './location-directory.ts';
import { storableText, toTimestamp } from './storable.ts';
import { StorageError } from './storage-error.ts';

/** Of 1 to 2 kB each. */
const REMEMBERED_TILES = 10_000;

/**
 * Patients and everything about them in Postgres. Whatever Postgres cannot do now is thrown as `StorageError`, with nothing written; the
 * caller asks again. A connection lost during COMMIT leaves open whether it was written: asking again then answers `fenced` or `stale`.
 */
export class TypeormPatientStore extends PatientStore {
  readonly #source: DataSource;
  readonly #tiles = new TileMemory(REMEMBERED_TILES);

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async nextOffsets(partitions: readonly TopicPartition[]): Promise<readonly NextOffset[]> {
    if (partitions.length === 0) return [];
    const rows = await this.#read<TopicPartition & { next_offset: string }>(
      `SELECT topic, partition, next_offset FROM consumer_offset
       WHERE (topic, partition) IN (SELECT * FROM unnest($1::text[], $2::integer[]))`,
      [partitions.map(({ topic }) => topic), partitions.map(({ partition }) => partition)],
    );
    const stored = new Map(rows.map((row) => [`${row.topic} ${row.partition}`, row.next_offset]));
    return partitions.map(({ topic, partition }) => ({
      topic,
      partition,
      offset: BigInt(stored.get(`${topic} ${partition}`) ?? 0),
    }));
  }

  async seenMessages(ids: readonly MessageId[]): Promise<readonly MessageId[]> {
    if (ids.length === 0) return [];
    const digests = ids.map(messageDigest);
    const rows = await this.#read<{ digest: string }>(
      `SELECT replace(digest::text, '-', '') AS digest FROM seen_message WHERE digest = ANY($1::uuid[])`,
      [digests],
    );
    const seen = new Set(rows.map(({ digest }) => digest));
    return ids.filter((_id, index) => seen.has(digests[index] ?? ''));
  }

  async loadPatients(ids: readonly string[]): Promise<readonly PackedPatient[]> {
    return withClient(this.#source, (client) => loadPatients(client, ids, 'packed'));
  }

  async loadWhole(ids: readonly string[]): Promise<readonly StoredPatient[]> {
    return withClient(this.#source, (client) => loadPatients(client, ids, 'bounded'));
  }

  async locationDirectory(): Promise<LocationDirectory> {
    return withClient(this.#source, readLocationDirectory);
  }

  async patientsAt(locationIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.#read<{ patient_id: string }>(
      `WITH RECURSIVE place AS (
         SELECT id FROM unnest($1::text[]) AS id
         UNION
         SELECT l.location_id FROM location l JOIN place ON l.part_of = place.id
       )
       SELECT patient_id FROM patient
       WHERE location_ids && ARRAY(SELECT id FROM place) ORDER BY patient_id`,
      [locationIds.map(storableText)],
    );
    return rows.map((row) => row.patient_id);
  }

  async duePatients(
    partitions: readonly number[],
    now: EpochMs,
    limit: number,
  ): Promise<readonly string[]> {
    const rows = await this.#read<{ patient_id: string }>(
      `SELECT patient_id FROM patient
       WHERE partition = ANY($1::integer[]) AND next_wake_at <= $2
       ORDER BY next_wake_at, patient_id LIMIT $3`,
      [partitions, toTimestamp(now), limit],
    );
    return rows.map((row) => row.patient_id);
  }

  async patientOfAlert(alertId: string): Promise<string | null> {
    const rows = await this.#read<{ patient_id: string }>(
      'SELECT patient_id FROM alert WHERE id = $1',
      [storableText(alertId)],
    );
    return rows[0]?.patient_id ?? null;
  }

  commit(effects: BatchEffects): Promise<CommitOutcome> {
    return this.#write(effects, true);
  }

  rehearse(effects: BatchEffects): Promise<CommitOutcome> {
    return this.#write(effects, false);
  }

  async #write(effects: BatchEffects, keep: boolean): Promise<CommitOutcome> {
    let tiles: readonly TileChange[] = [];
    try {
      const outcome = await inTransaction<CommitOutcome>(this.#source, async (client, send) => {
        const refusal = await passGuards(client, effects);
        if (refusal) return { keep: false, value: refusal };
        tiles = await writeAll({ client, send }, effects, this.#tiles);
        // What would be checked at COMMIT.
        if (!keep) await client.query('SET CONSTRAINTS ALL IMMEDIATE');
        return { keep, value: { outcome: 'committed' } };
      });
      if (keep && outcome.outcome === 'committed') this.#tiles.put(effects.patients, tiles);
      return outcome;
    } catch (failure) {
      if (!(failure instanceof StorageError && failure.data)) throw failure;
      return { outcome: 'refused', reason: failure.message };
    }
  }

  async #read<Row extends object>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    return withClient(this.#source, (client) => readRows<Row>(client, text, values));
  }
}

/** The wards' numbers come last: they are what commits of different patients wait for. */
async function writeAll(
  { client, send }: { readonly client: PoolClient; readonly send: Send },
  effects: BatchEffects,
  memory: TileMemory,
): Promise<readonly TileChange[]> {
  send(writeFacts(client, effects));
  send(writeScores(client, effects));
  send(writeMessages(client, effects));
  const locations = await writeLocations(client, effects.locations);
  const before = await compareTiles(client, effects, memory);
  const wards = new Map(
    before.tiles.map(({ patientId, newWard, oldWard }) => [patientId, newWard ?? oldWard]),
  );
  const alerts = await writeAlerts({ client, send }, effects, (id) => wards.get(id) ?? null);
  const changed = await writeBoard({ client, send }, before, {
    ...{ alerts, knownAt: effects.knownAt, sources: eventSources(effects) },
  });
  send(notify(client, { wards: changed, locations }));
  return before.tiles;
}
