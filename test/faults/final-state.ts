import type { BoardRow, BoardSnapshot } from '@endwatch/contracts';
import { LOAD_HOURS, type Load } from '../harness/load.ts';
import type { Endwatch } from '../harness/system.ts';
import { differences as shownDifferences } from '../load/shown-board.ts';
import type { Finding } from './finding.ts';
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
  for (const row of await boardOf(readerOf(stage), load)) {
    state.set(`tile of ${row.patientId}`, fieldsOf(lasting(row)));
  }
  for (const { name, ...score } of await scoresOf(stage, load)) {
    state.set(`score of ${name}`, fieldsOf(score));
  }
  return state;
}

/** The same tiles by every gateway, on every screen that watched, and in the page; nobody missed a number or had one twice. */
export async function disagreements(stage: Stage, load: Load): Promise<string[]> {
  const [first = '', ...others] = await Promise.all(
    stage.ofRole('gateway').map(async ({ process }) => textOf(await boardOf(process, load))),
  );
  const seen = stage.viewers.map(({ rows }) => textOf([...rows.values()].toSorted(byPatient)));
  return [
    ...(others.every((board) => board === first) ? [] : ['two gateways show two boards']),
    ...(seen.every((board) => board === first) ? [] : ['somebody who watched has another board']),
    ...stage.viewers.flatMap(({ problems }) => problems.map((each) => `a viewer: ${each}`)),
    ...(await pageDifferences(stage, load)),
  ];
}

/** Whatever order a table or a wire keeps fields in. */
function textOf(board: readonly BoardRow[]): string {
  return JSON.stringify(board, (_name, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

async function pageDifferences(stage: Stage, load: Load): Promise<string[]> {
  if (!stage.page) return [];
  const board = await boardOf(readerOf(stage), load);
  const shown = shownDifferences({ rows: board }, await stage.page.tiles(), Date.now());
  return [...shown, ...stage.page.complaints].map((each) => `the page: ${each}`);
}

function fieldsOf(thing: object): ReadonlyMap<string, string> {
  return new Map(Object.entries(thing).map(([name, value]) => [name, JSON.stringify(value)]));
}

/** What differs, in words; nothing when both are the same to the bit. */
export function differences(undisturbed: FinalState, disturbed: FinalState): Finding[] {
  const nothing = new Map<string, string>();
  return [...new Set([...undisturbed.keys(), ...disturbed.keys()])].flatMap((name): Finding[] => {
    const one = undisturbed.get(name) ?? nothing;
    const other = disturbed.get(name) ?? nothing;
    return [...new Set([...one.keys(), ...other.keys()])]
      .filter((field) => one.get(field) !== other.get(field))
      .map((field) => ({
        sort: 'wrong',
        what: `${name}, ${field}: ${one.get(field)} undisturbed, ${other.get(field)} now`,
        about: { patientId: name.split(' ')[2] ?? '' },
      }));
  });
}

/** Against what the load itself says must stand. */
export async function unexpected(stage: Stage, load: Load): Promise<Finding[]> {
  const board = await boardOf(readerOf(stage), load);
  const rows = new Map(board.map((row) => [row.patientId, row]));
  return load.expected.flatMap(({ endHour: _, ...want }): Finding[] => {
    const row = rows.get(want.patientId);
    const is = row && {
      patientId: row.patientId,
      nihssTotal: row.nihss.total,
      nihssAt: timeOf(row.nihss.at),
      admissionTotal: row.nihss.admissionTotal,
      newestVital: timeOf(row.freshness.vitals),
      end: row.end.status,
    };
    if (JSON.stringify(is) === JSON.stringify(want)) return [];
    const what = `${want.patientId}: ${JSON.stringify(is)} instead of ${JSON.stringify(want)}`;
    return [{ sort: row ? 'wrong' : 'lost', what, about: { patientId: want.patientId } }];
  });
}

function readerOf(stage: Stage): Endwatch {
  const [reader] = stage.ofRole('gateway');
  if (!reader) throw new Error('no gateway runs');
  return reader.process;
}

async function boardOf(member: Endwatch, { wardId }: Load): Promise<readonly BoardRow[]> {
  const { rows } = await member.json<BoardSnapshot>(`/api/wards/${wardId}/board`);
  return rows.toSorted(byPatient);
}

function byPatient(a: BoardRow, b: BoardRow): number {
  return a.patientId < b.patientId ? -1 : 1;
}

const MOMENTARY = new Set(['scoreId', 'knownAt', 'trend']);

function lasting({ risk, alerts, ...row }: BoardRow): object {
  return {
    ...row,
    risk: risk && Object.fromEntries(Object.entries(risk).filter(([name]) => !MOMENTARY.has(name))),
    // How far an alert that nobody has taken has gone on by now depends on how long the troubles took.
    alerts: alerts.map(({ kind, priority, state }) => ({
      ...{ kind, priority, state: state === 'escalated' ? 'raised' : state },
    })),
  };
}

interface ScoreRow {
  readonly name: string;
}

/** Whole hours only: which moments between them are scored depends on how messages were batched. Floats as text keep every bit. */
async function scoresOf(stage: Stage, { admittedAt }: Load): Promise<readonly ScoreRow[]> {
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
