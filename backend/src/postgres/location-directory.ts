import type { LocationRecord } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import type { LocationDirectory } from '../pipeline/ports.ts';
import { readRows } from './connection.ts';

export async function readLocationDirectory(client: ClientBase): Promise<LocationDirectory> {
  const rows = await readRows<LocationRow>(
    client,
    `SELECT d.version AS directory_version, l.* FROM location_directory d LEFT JOIN location l ON true`,
  );
  const locations = rows.flatMap((row) => (row.location_id === null ? [] : [locationOf(row)]));
  return {
    version: Number(rows[0]?.directory_version ?? 0),
    locations: new Map(locations.map((location) => [location.locationId, location])),
  };
}

interface LocationRow {
  readonly directory_version: string;
  readonly location_id: string | null;
  readonly kind: string;
  readonly name: string | null;
  readonly part_of: string | null;
  readonly version: string;
}

function locationOf(row: LocationRow): LocationRecord {
  return {
    type: 'location',
    locationId: row.location_id ?? '',
    kind: row.kind as LocationRecord['kind'],
    name: row.name,
    partOf: row.part_of,
    version: row.version,
  };
}
