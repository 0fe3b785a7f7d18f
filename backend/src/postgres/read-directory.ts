import type { LocationRecord } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import type { LocationDirectory } from '../pipeline/ports.ts';
import { readRows } from './connection.ts';

interface LocationRow {
  readonly directory_version: string;
  readonly location_id: string | null;
  readonly kind: string;
  readonly name: string | null;
  readonly part_of: string | null;
  readonly version: string;
}

/** All wards and beds that were described, in one consistent version. */
export async function readDirectory(client: ClientBase): Promise<LocationDirectory> {
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
