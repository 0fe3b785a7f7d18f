import type { EpochMs } from '@endwatch/clinical';
import type { Alert } from '@endwatch/contracts';
import type { PatientEffects } from '../../pipeline/ports.ts';
import { JsonText } from '../binary-array.ts';

/** The tile of one patient before and after. */
export interface TileChange {
  readonly patientId: string;
  readonly oldWard: string | null;
  readonly newWard: string | null;
  /** A `BoardRow`. */
  readonly row: JsonText | null;
  /** Whether what the tile says differs, wherever it hangs. */
  readonly differs: boolean;
  /** Patient's time of the newest thing that the change rests on. */
  readonly at: EpochMs;
}

export interface UnnumberedEvent {
  readonly wardId: string;
  readonly patientId: string;
  readonly at: EpochMs;
  readonly body:
    | { readonly type: 'row'; readonly row: JsonText }
    | { readonly type: 'left'; readonly patientId: string }
    | { readonly type: 'alert'; readonly alert: Alert };
}

export interface ChangedAlert {
  readonly view: Alert;
  readonly at: EpochMs;
  /** Null when its patient was never on a board: nobody is told. */
  readonly wardId: string | null;
}

/** What the screens of each ward are told, in order: the new tile, then alerts, and leaving last. */
export function boardEvents(
  tiles: readonly TileChange[],
  alerts: readonly ChangedAlert[],
): readonly UnnumberedEvent[] {
  const alertsOf = Map.groupBy(alerts, ({ view }) => view.patientId);
  return tiles.flatMap((tile) => [
    ...rowEvent(tile),
    ...(alertsOf.get(tile.patientId) ?? []).flatMap(alertEvent),
    ...leftEvent(tile),
  ]);
}

/** True where the stored tile must be written anew. */
export function isTold({ row, newWard, oldWard, differs }: TileChange): boolean {
  return row !== null && newWard !== null && (differs || newWard !== oldWard);
}

export function hasLeft({ oldWard, newWard }: TileChange): boolean {
  return oldWard !== null && oldWard !== newWard;
}

function rowEvent(tile: TileChange): readonly UnnumberedEvent[] {
  const { row, newWard, patientId, at } = tile;
  if (!isTold(tile) || row === null || newWard === null) return [];
  return [{ wardId: newWard, patientId, at, body: { type: 'row', row } }];
}

function alertEvent({ view, at, wardId }: ChangedAlert): readonly UnnumberedEvent[] {
  if (wardId === null) return [];
  return [{ wardId, patientId: view.patientId, at, body: { type: 'alert', alert: view } }];
}

function leftEvent(tile: TileChange): readonly UnnumberedEvent[] {
  const { oldWard, patientId, at } = tile;
  if (!hasLeft(tile) || oldWard === null) return [];
  return [{ wardId: oldWard, patientId, at, body: { type: 'left', patientId } }];
}

/** As it is stored and sent; a tile is written out once for all that holds it. */
export function eventJson({ body }: UnnumberedEvent): JsonText | object {
  return body.type === 'row' ? new JsonText(`{"type":"row","row":${body.row.text}}`) : body;
}

/** Newest effective or `as_of` time among what a batch brought for a patient; `knownAt` when it brought nothing (the clock, a command). */
export function changeTime({ records, scores }: PatientEffects, knownAt: EpochMs): EpochMs {
  let newest: EpochMs | null = null;
  for (const { type, times } of records) {
    if (type !== 'patient') newest = Math.max(newest ?? -Infinity, times.effectiveAt);
  }
  for (const { asOf } of scores) newest = Math.max(newest ?? -Infinity, asOf);
  return newest ?? knownAt;
}
