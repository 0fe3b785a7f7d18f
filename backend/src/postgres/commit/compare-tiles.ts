import type { BoardRow } from '@endwatch/contracts';
import type { ClientBase } from 'pg';
import type { BatchEffects, PatientEffects } from '../../pipeline/ports.ts';
import { JsonText } from '../binary-array.ts';
import { arrays, column, rowSource, type Column } from '../bulk-insert.ts';
import { readRows } from '../connection.ts';
import { storableJson, storableText } from '../storable.ts';
import { changeTime, type TileChange } from './board-changes.ts';
import type { StoredTile, TileMemory } from './tile-memory.ts';

interface OldTile {
  readonly patient_id: string;
  readonly ward_id: string | null;
  readonly same: boolean;
}

export interface TilesBefore {
  readonly tiles: readonly TileChange[];
  /** Wards to be named anew, whether or not anything else of them changes. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Compares the tiles of a batch with the stored ones; their patients are locked already. */
export async function compareTiles(
  client: ClientBase,
  { patients, knownAt }: BatchEffects,
  memory: TileMemory,
): Promise<TilesBefore> {
  if (patients.length === 0) return { tiles: [], renamed: new Map() };
  const next = patients.map((patient) => nextTile(patient));
  const old = await oldTiles(client, next, memory);
  const tiles = next.map(({ patient, wardId, row }, index): TileChange => ({
    patientId: patient.patientId,
    oldWard: old[index]?.wardId ?? null,
    newWard: wardId,
    row,
    differs: old[index]?.text !== (row?.text ?? null),
    at: changeTime(patient, knownAt),
  }));
  return { tiles, renamed: await renamedWards(client, patients) };
}

interface NextTile {
  readonly patient: PatientEffects;
  readonly wardId: string | null;
  readonly row: JsonText | null;
}

/** What stands as it was is the same object, and written out once. */
const written = new WeakMap<BoardRow, JsonText>();

function textOf(row: BoardRow): JsonText {
  const known = written.get(row);
  if (known !== undefined) return known;
  const text = new JsonText(storableJson(row));
  written.set(row, text);
  return text;
}

function nextTile(patient: PatientEffects): NextTile {
  const { row, placement } = patient;
  const shown = row !== null && placement !== null;
  return {
    patient,
    wardId: shown ? placement.wardId : null,
    row: row === null ? null : textOf(row),
  };
}

/** In the order asked; the text is the new one where the stored tile says the same. */
async function oldTiles(
  client: ClientBase,
  next: readonly NextTile[],
  memory: TileMemory,
): Promise<readonly (StoredTile | undefined)[]> {
  const known = next.map(({ patient }) => memory.get(patient) ?? undefined);
  const unknown = next.filter((_tile, index) => known[index] === undefined);
  if (unknown.length === 0) return known;
  const rows = await readRows<OldTile>(client, OLD_TILES, arrays(TILE_COLUMNS, unknown));
  const byId = new Map(rows.map((row) => [row.patient_id, row]));
  return next.map(({ patient, row }, index) => {
    const found = known[index] ?? byId.get(storableText(patient.patientId));
    if (found === undefined || 'text' in found) return found;
    return { wardId: found.ward_id, text: found.same && row !== null ? row.text : undefined };
  });
}

const TILE_COLUMNS: readonly Column<NextTile>[] = [
  column('patient_id', 'text', ({ patient }) => patient.patientId),
  column('body', 'jsonb', ({ row }) => row),
];

const OLD_TILES = `
  SELECT b.patient_id, b.ward_id, b.body IS NOT DISTINCT FROM r.body AS same
  FROM ${rowSource(TILE_COLUMNS)} JOIN board_row b ON b.patient_id = r.patient_id`;

/** Ward → name it has now, where that is news. */
async function renamedWards(
  client: ClientBase,
  patients: readonly PatientEffects[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { row, placement } of patients) {
    if (row !== null && placement !== null) names.set(placement.wardId, placement.wardName);
  }
  if (names.size === 0) return names;
  const rows = await readRows<{ id: string; name: string }>(
    client,
    'SELECT id, name FROM ward WHERE id = ANY($1::text[])',
    [[...names.keys()].map(storableText)],
  );
  const known = new Map(rows.map(({ id, name }) => [id, name]));
  for (const [id, name] of names) if (known.get(storableText(id)) === name) names.delete(id);
  return names;
}
