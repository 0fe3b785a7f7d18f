import type { EpochMs } from '@endwatch/clinical';
import type {
  BedLayout,
  BoardEvent,
  BoardSnapshot,
  WardPlaces,
  WardSummary,
} from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { compareBeds } from '../domain/board/bed-layout.ts';
import { CANARY_WARD } from '../domain/canary/canary.ts';
import type { ShiftReport } from '../domain/handover/shift-events.ts';
import { BoardFeed, type FollowedEvent } from '../pipeline/read-ports.ts';
import type { BoardNotifications } from './board-notifications.ts';
import { readRows, withClient } from './connection.ts';
import { HeldBoards, type HeldBoard, type ReadBoard } from './held-boards.ts';
import { storableText } from './storable.ts';

const NEWEST_REPORTS = `SELECT DISTINCT ON (patient_id) patient_id AS "patientId",
    extract(epoch FROM effective_at) * 1000 AS at, title, text FROM (
      SELECT DISTINCT ON (patient_id, resource_key) * FROM report WHERE patient_id = ANY($1::text[])
      ORDER BY patient_id, resource_key, version DESC
    ) newest WHERE NOT retracted ORDER BY patient_id, effective_at DESC`;

/** Reads what the last commit wrote, one statement for each question, so that an answer belongs to one moment. */
export class WardQueries extends BoardFeed {
  readonly #source: DataSource;
  readonly #notifications: BoardNotifications;
  readonly #held = new HeldBoards((ward) => this.#readBoard(ward));

  constructor(source: DataSource, notifications: BoardNotifications) {
    super();
    this.#source = source;
    this.#notifications = notifications;
  }

  async wards(): Promise<readonly WardSummary[]> {
    const rows = await this.#read<WardSummary>(
      `SELECT w.id, w.name, count(b.patient_id)::integer AS patients, coalesce(sum(a.open), 0)::integer AS "openAlerts",
         coalesce((w.places ->> 'hidden')::boolean, false) AS hidden
       FROM shown_ward w
       LEFT JOIN board_row b ON b.ward_id = w.id
       LEFT JOIN LATERAL (
         SELECT count(*) AS open FROM alert WHERE patient_id = b.patient_id AND state <> 'resolved'
       ) a ON true
       WHERE w.id <> $1
       GROUP BY w.id, w.name, w.places`,
      [CANARY_WARD],
    );
    return rows.toSorted((a, b) => NATURAL.compare(a.name, b.name) || NATURAL.compare(a.id, b.id));
  }

  async snapshot(ward: string): Promise<BoardSnapshot | null> {
    const found = await this.#board(ward);
    return found && { ...found.head, rows: [...found.board.rows()] };
  }

  async snapshotJson(ward: string): Promise<Uint8Array | null> {
    const found = await this.#board(ward);
    if (found === null) return null;
    return Buffer.concat([Buffer.from(JSON.stringify(found.head).slice(0, -1)), found.board.json]);
  }

  async #board(
    ward: string,
  ): Promise<{ readonly head: Omit<BoardSnapshot, 'rows'>; readonly board: HeldBoard } | null> {
    const [now] = await this.#read<MarkRow>(MARK, [storableText(ward)]);
    const board = now ? await this.#held.get(ward, markOf(now)) : null;
    if (!now || board === null) return null;
    const at = new Date(now.at).toISOString();
    return { head: { ward: board.ward, sequence: board.sequence, at }, board };
  }

  async #readBoard(ward: string): Promise<ReadBoard | null> {
    const rows = await this.#read<SnapshotRow>(SNAPSHOT, [storableText(ward)]);
    const [first] = rows;
    if (!first) return null;
    const { id, name, places, sequence } = first;
    const beds = { order: [...(places?.bedOrder ?? [])], hidden: [...(places?.hiddenBeds ?? [])] };
    const tiles = rows.toSorted(byBed(beds.order)).flatMap(({ body }) => body ?? []);
    const layout = { id, name, beds };
    return { mark: markOf(first), ward: layout, sequence: Number(sequence), tiles };
  }

  async eventsAfter(
    ward: string,
    after: number,
    limit: number,
  ): Promise<readonly FollowedEvent[] | null> {
    const rows = await this.#read<EventRow>(EVENTS_AFTER, [storableText(ward), after, limit]);
    const newest = Number(rows[0]?.newest ?? -1);
    if (newest < after) return null;
    const events = rows.flatMap((row) => (row.body === null ? [] : [eventOf(ward, row)]));
    const whole = events.every(({ event }, index) => event.sequence === after + 1 + index);
    const begun = events.length > 0 || newest === after || limit === 0;
    return whole && begun ? events : null;
  }

  async alertsHeldBy(username: string): Promise<ReadonlySet<string>> {
    const rows = await this.#read<{ id: string }>(
      `SELECT id FROM alert WHERE holder_account = $1 AND state <> 'resolved'`,
      [username],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async newestReports(patientIds: readonly string[]): Promise<ReadonlyMap<string, ShiftReport>> {
    if (patientIds.length === 0) return new Map();
    const rows = await this.#read<Omit<ShiftReport, 'at'> & { patientId: string; at: string }>(
      NEWEST_REPORTS,
      [patientIds.map(storableText)],
    );
    return new Map(
      rows.map(({ patientId, at, ...rest }) => [patientId, { ...rest, at: Number(at) }]),
    );
  }

  async latestSequences(wards: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#read<{ id: string; sequence: string }>(
      'SELECT id, sequence FROM ward WHERE id = ANY($1::text[])',
      [wards.map(storableText)],
    );
    return new Map(rows.map(({ id, sequence }) => [id, Number(sequence)]));
  }

  onAdvance(listener: (wards: readonly string[]) => void): () => void {
    return this.#notifications.onAdvance(listener);
  }

  async #read<Row extends object>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    return withClient(this.#source, (client) => readRows<Row>(client, text, values));
  }
}

const MARKED = `w.id, w.name, w.sequence, w.places, known.xmin::text AS written, statement_timestamp() AS at`;
const MARK = `SELECT ${MARKED} FROM shown_ward w JOIN ward known ON known.id = w.id WHERE w.id = $1`;
/** Tiles stay the text that they are: a large ward is not parsed only to be written again. */
const SNAPSHOT = `
  SELECT ${MARKED}, b.body::text AS body, b.body ->> 'bed' AS bed, b.body ->> 'name' AS patient, b.patient_id
  FROM shown_ward w JOIN ward known ON known.id = w.id LEFT JOIN board_row b ON b.ward_id = w.id WHERE w.id = $1`;

interface MarkRow {
  readonly id: string;
  readonly name: string;
  readonly sequence: string;
  readonly places: WardPlaces | null;
  /** The transaction that took the ward's last number: a database that was restored may give a number again. */
  readonly written: string;
  readonly at: EpochMs;
}

function markOf({ name, sequence, places, written }: MarkRow): string {
  return JSON.stringify([sequence, written, name, places]);
}

interface SnapshotRow extends MarkRow {
  /** This and what follows: of a tile; null where nobody is. */
  readonly body: string | null;
  readonly bed: string | null;
  readonly patient: string | null;
  readonly patient_id: string | null;
}

/** The newest number and the events come from one snapshot of the database. */
const EVENTS_AFTER = `
  SELECT w.sequence AS newest, e.*
  FROM ward w
  LEFT JOIN LATERAL (
    SELECT sequence, at, known_at, body, round_id, broker_at, written_at, traceparent FROM board_event
    WHERE ward_id = w.id AND sequence > $2 ORDER BY sequence LIMIT $3
  ) e ON true
  WHERE w.id = $1 ORDER BY e.sequence`;

interface EventRow {
  readonly newest: string;
  readonly sequence: string;
  readonly at: EpochMs;
  readonly known_at: EpochMs;
  readonly body: object | null;
  readonly round_id: string | null;
  readonly broker_at: EpochMs | null;
  readonly written_at: EpochMs | null;
  readonly traceparent: string | null;
}

function eventOf(ward: string, row: EventRow): FollowedEvent {
  const event = {
    ward,
    sequence: Number(row.sequence),
    at: new Date(row.at).toISOString(),
    knownAt: new Date(row.known_at).toISOString(),
    ...row.body,
  } as BoardEvent;
  return {
    event,
    roundId: row.round_id,
    brokerAt: row.broker_at,
    writtenAt: row.written_at,
    traceparent: row.traceparent,
  };
}

/** Bed 2 before bed 10. */
const NATURAL = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** By bed, those without one last, then by name. */
function byBed(order: BedLayout['order']): (a: SnapshotRow, b: SnapshotRow) => number {
  const compare = compareBeds(order);
  return (a, b) =>
    compare(a.bed, b.bed) ||
    NATURAL.compare(a.patient ?? '', b.patient ?? '') ||
    NATURAL.compare(a.patient_id ?? '', b.patient_id ?? '');
}
