import type { Sent } from '../harness/load.ts';
import { expectedRows, factRow } from './expected-rows.ts';
import type { Finding } from './finding.ts';
import type { Stage } from './stage.ts';

/** Every stored row against the plain model of what was sent. */
export async function compareRows(
  stage: Stage,
  sent: readonly Sent[],
): Promise<{ readonly findings: Finding[]; readonly rows: number }> {
  const wanted = expectedRows(sent);
  const stored = await storedRows(stage);
  const findings = [...new Set([...wanted.keys(), ...stored.keys()])].flatMap((name) =>
    compare(name, wanted.get(name) ?? [], stored.get(name)?.toSorted() ?? []),
  );
  return { findings, rows: [...stored.values()].reduce((sum, rows) => sum + rows.length, 0) };
}

function compare(name: string, wanted: readonly string[], stored: readonly string[]): Finding[] {
  if (JSON.stringify(wanted) === JSON.stringify(stored)) return [];
  const [patientId = '', resourceKey = ''] = name.split(' ');
  const about = name.includes(' ') ? { about: { patientId, resourceKey } } : {};
  const what = `${name}: ${JSON.stringify(stored)} stored, ${JSON.stringify(wanted)} sent`;
  if (stored.every((row) => wanted.includes(row)) && stored.length < wanted.length) {
    return [{ sort: 'lost', what, ...about }];
  }
  const repeated = new Set(stored).size < stored.length || wanted.length === 0;
  return [{ sort: repeated ? 'doubled' : 'wrong', what, ...about }];
}

interface StoredRow {
  readonly name: string;
  readonly row: string;
}

interface StoredFact {
  readonly name: string;
  readonly fact: string | null;
  readonly value: number | null;
  readonly status: string;
  readonly retracted: boolean;
  readonly at: Date;
}

/** Name of a version: the number that the sender gave it leads what is stored. */
const NAME = `patient_id || ' ' || resource_key || ' v' || split_part(version, '.', 1)::bigint`;
const TIME = `to_char(effective_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const OTHERS = `
  SELECT ${NAME} AS name, 'report=' || text || ' at ' || ${TIME} AS row FROM report
  UNION ALL SELECT ${NAME}, CASE type
    WHEN 'patient' THEN 'patient=' || (body ->> 'name')
    WHEN 'encounter' THEN 'encounter=' || ${TIME} || ' in ' || (body -> 'locations' -> 0 ->> 'locationId')
    ELSE type || '=' || coalesce(body ->> type, '') END FROM clinical_record
  UNION ALL SELECT 'Location/' || location_id, kind || '=' || name || ' in ' || coalesce(part_of, 'nothing') FROM location`;

async function storedRows(stage: Stage): Promise<Map<string, string[]>> {
  const facts = await stage.rows<StoredFact>(
    `SELECT ${NAME} AS name, fact, value, status, retracted, effective_at AS at FROM observation`,
  );
  const rows = [
    ...facts.map(({ name, at, ...rest }) => ({
      name,
      row: factRow({ ...rest, effectiveAt: at.toISOString() }),
    })),
    ...(await stage.rows<StoredRow>(OTHERS)),
  ];
  const stored = new Map<string, string[]>();
  for (const { name, row } of rows) stored.set(name, [...(stored.get(name) ?? []), row]);
  return stored;
}
