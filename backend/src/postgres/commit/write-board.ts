import type { EpochMs } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import { alertViewOf, type AlertRow } from '../alert.mapper.ts';
import { arrays, column, insertRows, rowSource, type Column } from '../bulk-insert.ts';
import { readRows, type Send } from '../connection.ts';
import { storableText } from '../storable.ts';
import type { EventSource } from './event-source.ts';
import {
  boardEvents,
  eventJson,
  hasLeft,
  isTold,
  type TileChange,
  type UnnumberedEvent,
} from './board-changes.ts';
import type { TilesBefore } from './compare-tiles.ts';

export const BOARD_CHANNEL = 'endwatch_board';
export const LOCATION_CHANNEL = 'endwatch_location';
/** Postgres takes less than 8,000 bytes. */
const MAX_NOTICE_WARDS = 20;

/** Writes tiles and, last of all, the numbers and events of their wards: from here to the end of the transaction those wards wait. */
export async function writeBoard(
  { client, send }: { readonly client: ClientBase; readonly send: Send },
  { tiles, renamed }: TilesBefore,
  told: {
    readonly alerts: readonly AlertRow[];
    readonly knownAt: EpochMs;
    readonly sources: ReadonlyMap<string, EventSource>;
  },
): Promise<readonly string[]> {
  send(writeTiles(client, tiles));
  const alerts = told.alerts.map((row) => ({
    view: alertViewOf(row),
    at: row.state_since,
    wardId: row.ward_id,
  }));
  const events = boardEvents(tiles, alerts);
  const wards = await takeNumbers(client, events, renamed);
  const next = new Map(wards);
  const numbered = events.map((event): NumberedEvent => {
    const sequence = next.get(event.wardId) ?? 0n;
    next.set(event.wardId, sequence + 1n);
    const source = told.sources.get(event.patientId) ?? null;
    return { ...event, sequence, knownAt: told.knownAt, source };
  });
  send(insertRows(client, { table: 'board_event', columns: EVENT_COLUMNS, tail: '' }, numbered));
  return [...new Set(events.map(({ wardId }) => wardId))];
}

function writeTiles(client: ClientBase, tiles: readonly TileChange[]): Promise<unknown> {
  const sent: Promise<unknown>[] = [];
  const gone = tiles.filter((tile) => tile.newWard === null && hasLeft(tile));
  if (gone.length > 0) {
    const ids = gone.map(({ patientId }) => storableText(patientId));
    sent.push(client.query('DELETE FROM board_row WHERE patient_id = ANY($1::text[])', [ids]));
  }
  const table = { table: 'board_row', columns: ROW_COLUMNS, tail: REPLACE_ROW };
  sent.push(insertRows(client, table, tiles.filter(isTold)));
  const moved = tiles.filter((tile) => tile.newWard !== null && hasLeft(tile));
  if (moved.length > 0) {
    sent.push(
      client.query(
        `UPDATE alert SET ward_id = r.ward_id FROM unnest($1::text[], $2::text[]) AS r(patient_id, ward_id)
       WHERE alert.patient_id = r.patient_id AND alert.state <> 'resolved' AND alert.ward_id IS DISTINCT FROM r.ward_id`,
        [
          moved.map(({ patientId }) => storableText(patientId)),
          moved.map(({ newWard }) => storableText(newWard ?? '')),
        ],
      ),
    );
  }
  return Promise.all(sent);
}

const ROW_COLUMNS: readonly Column<TileChange>[] = [
  column('patient_id', 'text', ({ patientId }) => patientId),
  column('ward_id', 'text', ({ newWard }) => newWard),
  column('body', 'jsonb', ({ row }) => row),
];
const REPLACE_ROW =
  'ON CONFLICT (patient_id) DO UPDATE SET ward_id = excluded.ward_id, body = excluded.body';

interface WardNumbers {
  readonly id: string;
  readonly name: string | null;
  readonly count: number;
}

/** Locks the wards in order of id and answers with the first number of each. */
async function takeNumbers(
  client: ClientBase,
  events: readonly UnnumberedEvent[],
  renamed: ReadonlyMap<string, string>,
): Promise<readonly (readonly [string, bigint])[]> {
  const counts = new Map([...renamed.keys()].map((id) => [id, 0]));
  for (const { wardId } of events) counts.set(wardId, (counts.get(wardId) ?? 0) + 1);
  const wards = [...counts].map(([id, count]) => ({ id, name: renamed.get(id) ?? null, count }));
  if (wards.length === 0) return [];
  const rows = await readRows<{ id: string; sequence: string }>(
    client,
    TAKE_NUMBERS,
    arrays(WARD_COLUMNS, wards),
  );
  const last = new Map(rows.map(({ id, sequence }) => [id, BigInt(sequence)]));
  return wards.map(({ id, count }) => [
    id,
    (last.get(storableText(id)) ?? 0n) - BigInt(count) + 1n,
  ]);
}

const WARD_COLUMNS: readonly Column<WardNumbers>[] = [
  column('id', 'text', ({ id }) => id),
  column('name', 'text', ({ name }) => name),
  column('count', 'bigint', ({ count }) => count),
];

const TAKE_NUMBERS = `
  INSERT INTO ward AS w (id, name, sequence)
  SELECT r.id, coalesce(r.name, (SELECT known.name FROM ward known WHERE known.id = r.id), r.id), r.count
  FROM ${rowSource(WARD_COLUMNS)} ORDER BY r.id COLLATE "C"
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, sequence = w.sequence + excluded.sequence
  RETURNING w.id, w.sequence`;

interface NumberedEvent extends UnnumberedEvent {
  readonly sequence: bigint;
  readonly knownAt: EpochMs;
  readonly source: EventSource | null;
}

const EVENT_COLUMNS: readonly Column<NumberedEvent>[] = [
  column('ward_id', 'text', ({ wardId }) => wardId),
  column('sequence', 'bigint', ({ sequence }) => sequence),
  column('known_at', 'timestamptz', ({ knownAt }) => knownAt),
  column('at', 'timestamptz', ({ at }) => at),
  column('body', 'json', eventJson),
  column('round_id', 'text', ({ source }) => source?.roundId),
  column('broker_at', 'timestamptz', ({ source }) => source?.brokerAt),
  column('traceparent', 'text', ({ source }) => source?.traceparent),
];

/** Sent by Postgres when the transaction commits, and only then. */
export async function notify(
  client: ClientBase,
  changed: { readonly wards: readonly string[]; readonly locations: boolean },
): Promise<void> {
  const notices: { channel: string; payload: string }[] = [];
  for (let i = 0; i < changed.wards.length; i += MAX_NOTICE_WARDS) {
    const wards = changed.wards.slice(i, i + MAX_NOTICE_WARDS).map(storableText);
    notices.push({ channel: BOARD_CHANNEL, payload: JSON.stringify(wards) });
  }
  if (changed.locations) notices.push({ channel: LOCATION_CHANNEL, payload: '' });
  if (notices.length === 0) return;
  await client.query(
    'SELECT pg_notify(n.channel, n.payload) FROM unnest($1::text[], $2::text[]) AS n(channel, payload)',
    [notices.map(({ channel }) => channel), notices.map(({ payload }) => payload)],
  );
}
