import type { EpochMs } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import type { ReviewAlert, ReviewScore } from '../../domain/review/review-stay.ts';
import { readRows } from '../connection.ts';
import { MOVED_BY } from '../people-names.ts';

interface ScoreRow {
  readonly patient_id: string;
  readonly id: string;
  readonly as_of: EpochMs;
  readonly known_at: EpochMs;
  readonly superseded_at: EpochMs | null;
  readonly next24h: number;
  readonly by48h: number | null;
  readonly by7d: number | null;
  readonly model_version: string;
  readonly missing: readonly string[];
  readonly out_of_population: readonly string[];
}

const SCORES = `SELECT patient_id, id, as_of, known_at, superseded_at, next24h, by48h, by7d, model_version, missing, out_of_population
  FROM score WHERE patient_id = ANY($1::text[]) ORDER BY patient_id, as_of, known_at, id`;

/** By patient; by `asOf`, then `knownAt`, superseded ones too. */
export async function readScores(
  client: ClientBase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ReviewScore[]>> {
  const rows = await readRows<ScoreRow>(client, SCORES, [ids]);
  const byPatient = Map.groupBy(rows, ({ patient_id }) => patient_id);
  return new Map([...byPatient].map(([id, own]) => [id, own.map(scoreOf)]));
}

function scoreOf(row: ScoreRow): ReviewScore {
  return {
    id: row.id,
    ...{ asOf: row.as_of, knownAt: row.known_at, supersededAt: row.superseded_at },
    ...{ next24h: row.next24h, by48h: row.by48h, by7d: row.by7d },
    modelVersion: row.model_version,
    ...{ missing: row.missing, outOfPopulation: row.out_of_population },
  };
}

interface AlertRow {
  readonly id: string;
  readonly patient_id: string;
  readonly ward_id: string | null;
  readonly kind: string;
  readonly priority: ReviewAlert['priority'];
  readonly state: string;
  readonly raised_at: EpochMs;
}

interface TransitionRow {
  readonly alert_id: string;
  readonly at: EpochMs;
  readonly from_state: string | null;
  readonly by_clock: boolean | null;
  readonly to_state: string;
  readonly by: string;
  readonly reason: string;
}

const ALERTS = `SELECT id, patient_id, ward_id, kind, priority, state, raised_at FROM alert
  WHERE patient_id = ANY($1::text[]) ORDER BY patient_id, raised_at, id`;
const TRANSITIONS = `SELECT alert_id, at, from_state, to_state, ${MOVED_BY}, reason, by_clock FROM alert_transition t
  WHERE alert_id = ANY($1::text[]) ORDER BY alert_id, id`;

/** By patient; by `raisedAt`, with every transition. */
export async function readAlerts(
  client: ClientBase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ReviewAlert[]>> {
  const rows = await readRows<AlertRow>(client, ALERTS, [ids]);
  const moves = await readRows<TransitionRow>(client, TRANSITIONS, [rows.map(({ id }) => id)]);
  const byAlert = Map.groupBy(moves, ({ alert_id }) => alert_id);
  const byPatient = Map.groupBy(rows, ({ patient_id }) => patient_id);
  return new Map(
    [...byPatient].map(([id, own]) => [
      id,
      own.map((row) => alertOf(row, byAlert.get(row.id) ?? [])),
    ]),
  );
}

function alertOf(row: AlertRow, moves: readonly TransitionRow[]): ReviewAlert {
  return {
    ...{ id: row.id, ward: row.ward_id, kind: row.kind, priority: row.priority },
    ...{ state: row.state, raisedAt: row.raised_at },
    transitions: moves.map(
      ({ at, from_state: from, to_state: to, by, reason, by_clock: byClock }) => ({
        ...{ at, from, to, by, reason, byClock },
      }),
    ),
  };
}
