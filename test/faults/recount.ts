import type { Resource } from '../harness/messages.ts';
import type { Sent } from '../harness/load.ts';
import { placeName, type LogEnd, type LogEntry } from './log-contents.ts';
import type { Stage } from './stage.ts';
import type { Poison } from './stream.ts';

export interface Count {
  /** Versions of resources that were sent, plus copies of poison that the log holds. */
  readonly expected: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Whatever else is not as promised. */
  readonly wrong: readonly string[];
}

interface Wanted {
  readonly versions: Set<string>;
  /** Values of all versions; null where a version takes its values back. */
  values: number | null;
}

/** What must be stored, from what was sent: patient and resource → versions and values. */
function wantedOf(sent: readonly Sent[]): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { key, resource } of sent) {
    if (resource.resourceType === 'Location') continue;
    const name = `${key} ${resource.resourceType}/${String(resource['id'])}`;
    const one = wanted.get(name) ?? { versions: new Set(), values: 0 };
    const version = JSON.stringify(resource['meta'] ?? null);
    if (!one.versions.has(version)) {
      one.versions.add(version);
      const values = valuesOf(resource);
      one.values = one.values === null || values === null ? null : one.values + values;
    }
    wanted.set(name, one);
  }
  return wanted;
}

function valuesOf(resource: Resource): number | null {
  if (resource['status'] === 'entered-in-error') return null;
  const parts = (resource['component'] as object[] | undefined) ?? [];
  const own = 'valueQuantity' in resource || 'valueInteger' in resource ? 1 : 0;
  return parts.length + own;
}

interface Stored {
  readonly name: string;
  readonly versions: number;
  readonly rows: number;
  /** Rows that differ in version or number: less than `rows` where one is stored twice. */
  readonly different: number;
}

const STORED = `
  SELECT patient_id || ' ' || resource_key AS name, count(DISTINCT version)::int AS versions, count(*)::int AS rows,
    count(DISTINCT (version, fact_no))::int AS different
  FROM (
    SELECT patient_id, resource_key, version, fact_no FROM observation
    UNION ALL SELECT patient_id, resource_key, version, 0 FROM report
    UNION ALL SELECT patient_id, resource_key, version, 0 FROM clinical_record
  ) every_row GROUP BY 1`;

/** Rows against what was sent. */
export async function countRecords(stage: Stage, sent: readonly Sent[]): Promise<Count> {
  const wanted = wantedOf(sent);
  const stored = new Map((await stage.rows<Stored>(STORED)).map((row) => [row.name, row]));
  const lost: string[] = [];
  const doubled: string[] = [];
  const wrong: string[] = [];
  for (const [name, { versions, values }] of wanted) {
    const row = stored.get(name) ?? { name, versions: 0, rows: 0, different: 0 };
    const isObservation = name.includes(' Observation/');
    const values0 = isObservation ? values : versions.size;
    if (row.versions < versions.size)
      lost.push(`${name}: ${versions.size - row.versions} versions`);
    if (row.versions > versions.size) doubled.push(`${name}: ${row.versions} versions`);
    if (row.rows > row.different) doubled.push(`${name}: ${row.rows} rows`);
    if (row.versions === versions.size && values0 !== null && row.different !== values0) {
      wrong.push(`${name}: ${row.different} values stored, ${values0} sent`);
    }
  }
  for (const name of stored.keys()) if (!wanted.has(name)) wrong.push(`${name} was never sent`);
  const expected = [...wanted.values()].reduce((sum, { versions }) => sum + versions.size, 0);
  return { expected, lost, doubled, wrong };
}

interface RejectionRow {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly code: string;
  readonly times: number;
}

/** One rejection for each copy of a poison that the log holds, and at least one dead letter. */
export async function countRejections(
  stage: Stage,
  inbound: readonly LogEntry[],
  poisons: readonly Poison[],
): Promise<Count> {
  const rows = await stage.rows<RejectionRow>(
    `SELECT topic, partition, "offset", code, count(*)::int AS times FROM rejection GROUP BY 1, 2, 3, 4`,
  );
  const rejected = new Map(rows.map((row) => [`${placeName(row)}@${row.offset}`, row]));
  const lost: string[] = [];
  const doubled: string[] = [];
  const wrong: string[] = [];
  let expected = 0;
  for (const { marker, code, value } of poisons) {
    const copies = inbound.filter((entry) => entry.value === value);
    expected += copies.length;
    if (copies.length === 0) lost.push(`${marker} is not in the log`);
    for (const copy of copies) {
      const at = `${placeName(copy)}@${copy.offset}`;
      const row = rejected.get(at);
      rejected.delete(at);
      if (!row) lost.push(`${marker} (${code}) at ${at} was not rejected`);
      else if (row.times > 1) doubled.push(`${marker} at ${at} was rejected ${row.times} times`);
      else if (row.code !== code) wrong.push(`${marker} at ${at}: ${row.code} instead of ${code}`);
    }
  }
  for (const [at, { code }] of rejected) wrong.push(`${at} was rejected as ${code}`);
  return { expected, lost, doubled, wrong };
}

/** Every copy of a poison has come out as a dead letter. */
export function missingDeadLetters(
  inbound: readonly LogEntry[],
  deadLetters: readonly LogEntry[],
  poisons: readonly Poison[],
): string[] {
  const out = new Set(
    deadLetters.map(({ headers: h }) =>
      [h['endwatch_topic'], h['endwatch_partition'], h['endwatch_offset']].join('/'),
    ),
  );
  const values = new Set(poisons.map(({ value }) => value));
  return inbound
    .filter(({ value }) => values.has(value))
    .map(({ topic, partition, offset }) => `${topic}/${partition}/${offset}`)
    .filter((place) => !out.has(place))
    .map((place) => `no dead letter for ${place}`);
}

/** Offsets, numbers of wards and alerts, whatever was sent. */
export async function brokenPromises(stage: Stage, ends: readonly LogEnd[]): Promise<string[]> {
  const offsets = await stage.offsets();
  const apart = ends
    .filter((each) => (offsets.get(placeName(each)) ?? 0n) !== each.end)
    .map((each) => `${placeName(each)} stands at ${offsets.get(placeName(each))}, not ${each.end}`);
  const holes = await stage.rows<{ problem: string }>(
    `SELECT format('ward %s: %s events, numbers %s to %s (%s different), last %s', w.id, count(e), min(e.sequence),
       max(e.sequence), count(DISTINCT e.sequence), w.sequence) AS problem
     FROM ward w LEFT JOIN board_event e ON e.ward_id = w.id GROUP BY w.id, w.sequence
     HAVING count(e) <> w.sequence OR count(DISTINCT e.sequence) <> w.sequence
       OR (w.sequence > 0 AND (min(e.sequence) <> 1 OR max(e.sequence) <> w.sequence))`,
  );
  const alerts = await stage.rows<{ problem: string }>(
    `SELECT format('%s: %s open alerts of kind %s', patient_id, count(*), kind) AS problem FROM alert
     WHERE state <> 'resolved' GROUP BY patient_id, kind HAVING count(*) > 1`,
  );
  const scores = await stage.rows<{ problem: string }>(
    `SELECT format('%s: %s scores hold at %s', patient_id, count(*), as_of) AS problem FROM score
     WHERE superseded_at IS NULL GROUP BY patient_id, as_of HAVING count(*) > 1`,
  );
  const told = await stage.rows<{ problem: string }>(
    `SELECT format('%s: the last event is not the tile', b.patient_id) AS problem FROM board_row b
     CROSS JOIN LATERAL (
       SELECT e.body -> 'row' AS row FROM board_event e
       WHERE e.ward_id = b.ward_id AND e.body ->> 'type' = 'row' AND e.body -> 'row' ->> 'patientId' = b.patient_id
       ORDER BY e.sequence DESC LIMIT 1
     ) last WHERE last.row::jsonb <> b.body`,
  );
  return [...apart, ...[...holes, ...alerts, ...scores, ...told].map(({ problem }) => problem)];
}
