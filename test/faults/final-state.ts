import type { BoardRow, BoardSnapshot } from '@endwatch/contracts';
import { LOAD_HOURS, type Load } from '../harness/load.ts';
import type { Endwatch } from '../harness/system.ts';
import type { Stage } from './stage.ts';

const HOUR = 3_600_000;
/** A late fact reaches this far back; older scores stay as they were known when they were made. */
const RECOMPUTED_HOURS = 24;

/** What must be the same whatever happened on the way: by name, field by field as JSON. */
export type FinalState = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Tiles and the scores that hold. Left out is what depends on when something was computed: `knownAt`, times, ids and wording of alerts, ids
 * of scores, the trend.
 */
export async function readFinalState(stage: Stage, load: Load): Promise<FinalState> {
  const state = new Map<string, ReadonlyMap<string, string>>();
  const [reader] = stage.running;
  if (!reader) throw new Error('nobody is running');
  for (const row of await boardOf(reader, load)) {
    state.set(`tile of ${row.patientId}`, fieldsOf(lasting(row)));
  }
  for (const { name, ...score } of await scoresOf(stage, load)) {
    state.set(`score of ${name}`, fieldsOf(score));
  }
  return state;
}

/** The same tiles by every process that answers. */
export async function disagreements(stage: Stage, load: Load): Promise<string[]> {
  const boards = await Promise.all(
    stage.running.map(async (member) => JSON.stringify(await boardOf(member, load))),
  );
  return boards.every((board) => board === boards[0]) ? [] : ['two processes show two boards'];
}

function fieldsOf(thing: object): ReadonlyMap<string, string> {
  return new Map(Object.entries(thing).map(([name, value]) => [name, JSON.stringify(value)]));
}

/** What differs, in words; nothing when both are the same to the bit. */
export function differences(undisturbed: FinalState, disturbed: FinalState): string[] {
  const nothing = new Map<string, string>();
  return [...new Set([...undisturbed.keys(), ...disturbed.keys()])].flatMap((name) => {
    const one = undisturbed.get(name) ?? nothing;
    const other = disturbed.get(name) ?? nothing;
    return [...new Set([...one.keys(), ...other.keys()])]
      .filter((field) => one.get(field) !== other.get(field))
      .map((field) => `${name}, ${field}: ${one.get(field)} undisturbed, ${other.get(field)} now`);
  });
}

/** Against what the load itself says must stand. */
export async function unexpected(stage: Stage, load: Load): Promise<string[]> {
  const [reader] = stage.running;
  const rows = new Map(
    reader ? (await boardOf(reader, load)).map((row) => [row.patientId, row]) : [],
  );
  return load.expected.flatMap((want) => {
    const row = rows.get(want.patientId);
    const is = row && {
      patientId: row.patientId,
      nihssTotal: row.nihss.total,
      nihssAt: timeOf(row.nihss.at),
      admissionTotal: row.nihss.admissionTotal,
      newestVital: timeOf(row.freshness.vitals),
      end: row.end.status,
    };
    return JSON.stringify(is) === JSON.stringify(want)
      ? []
      : [`${want.patientId}: ${JSON.stringify(is)} instead of ${JSON.stringify(want)}`];
  });
}

async function boardOf(member: Endwatch, { wardId }: Load): Promise<readonly BoardRow[]> {
  const { rows } = await member.json<BoardSnapshot>(`/api/wards/${wardId}/board`);
  return rows.toSorted((a, b) => (a.patientId < b.patientId ? -1 : 1));
}

const MOMENTARY = new Set(['scoreId', 'knownAt', 'trend']);

function lasting({ risk, alerts, ...row }: BoardRow): object {
  return {
    ...row,
    risk: risk && Object.fromEntries(Object.entries(risk).filter(([name]) => !MOMENTARY.has(name))),
    alerts: alerts.map(({ kind, priority, state }) => ({ kind, priority, state })),
  };
}

interface ScoreRow {
  readonly name: string;
}

/** Whole hours only: which moments between them are scored depends on how messages were batched. Floats as text keep every bit. */
async function scoresOf(stage: Stage, { expected }: Load): Promise<readonly ScoreRow[]> {
  const admittedAt = (expected[0]?.newestVital ?? 0) - (LOAD_HOURS - 1) * HOUR;
  return stage.rows<ScoreRow>(
    `SELECT patient_id || ' at ' || extract(epoch FROM as_of - $1::timestamptz)::int / 3600 || ' h' AS name,
       next24h::text, by48h::text, by7d::text, admission::text, encode(hazards, 'hex') AS hazards, model_version, feature_set,
       md5(feature_values) AS feature_values, md5(feature_missing) AS feature_missing, md5(feature_ages) AS feature_ages,
       report_keys, md5(report_vector) AS report_vector, missing, out_of_population
     FROM score WHERE superseded_at IS NULL AND as_of >= $2
       AND extract(epoch FROM as_of - $1::timestamptz)::bigint % 3600 = 0
     ORDER BY patient_id, as_of`,
    [
      new Date(admittedAt).toISOString(),
      new Date(admittedAt + (LOAD_HOURS - RECOMPUTED_HOURS) * HOUR).toISOString(),
    ],
  );
}

function timeOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
