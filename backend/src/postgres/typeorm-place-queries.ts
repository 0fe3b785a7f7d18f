import type { DataSource } from 'typeorm';
import { CANARY_WARD } from '../domain/canary/canary.ts';
import type { WardOnBoard } from '../domain/board/known-wards.ts';
import type { LocationDirectory } from '../domain/board/placement.ts';
import { PlaceQueries } from '../pipeline/ward-places.ts';
import { readRows, withClient } from './connection.ts';
import { readLocationDirectory } from './location-directory.ts';

export class TypeormPlaceQueries extends PlaceQueries {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async read(): Promise<{
    readonly directory: LocationDirectory;
    readonly boards: readonly WardOnBoard[];
  }> {
    return withClient(this.#source, async (client) => ({
      directory: withoutCanary(await readLocationDirectory(client)),
      boards: await readRows<WardOnBoard>(client, BOARDS, [CANARY_WARD]),
    }));
  }
}

const BOARDS = `
  SELECT w.id, w.stream_name AS "streamName", w.places,
    coalesce(json_agg(b.body ->> 'bed') FILTER (WHERE b.patient_id IS NOT NULL), '[]') AS beds
  FROM shown_ward w LEFT JOIN board_row b ON b.ward_id = w.id
  WHERE w.id <> $1 GROUP BY w.id, w.stream_name, w.places ORDER BY w.id`;

function withoutCanary({ version, locations }: LocationDirectory): LocationDirectory {
  const kept = [...locations].filter(
    ([id, { partOf }]) => id !== CANARY_WARD && partOf !== CANARY_WARD,
  );
  return { version, locations: new Map(kept) };
}
