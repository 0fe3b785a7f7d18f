import type { ObservationRecord } from '@endwatch/clinical';
import type { ClientBase } from 'pg';
import type { StoredValues } from '../domain/patient-state/stored-patient.ts';
import { readRows } from './connection.ts';
import { observationsOf, type ObservationColumns } from './observation.mapper.ts';

/**
 * `bounded`: what scoring needs. `packed`: the same, of vital signs that correct nothing the values alone. `examinations`: NIHSS and stays only, for a trajectory. `every-stay` and `every-examinations`: the same of all
 * stays there ever were.
 */
export type Extent =
  'packed' | 'bounded' | 'whole-stay' | 'examinations' | 'every-stay' | 'every-examinations';

/** @param windows columns of the parameters below: members and the times between which their rows are read */
export async function readObservations(
  client: ClientBase,
  extent: Extent,
  windows: readonly unknown[],
): Promise<ReadonlyMap<string, readonly ObservationRecord[]>> {
  const patients = await readRows<ObservationColumns>(client, OBSERVATIONS[extent], windows);
  return new Map(patients.map((columns) => [columns.patient_id, observationsOf(columns)]));
}

type ValueColumns = StoredValues & { readonly patient_id: string };

/** Vital signs that correct nothing, of the same windows. */
export async function readValues(
  client: ClientBase,
  windows: readonly unknown[],
): Promise<ReadonlyMap<string, StoredValues>> {
  const patients = await readRows<ValueColumns>(client, VALUES, windows);
  return new Map(patients.map((columns) => [columns.patient_id, columns]));
}

const ms = (name: string): string => `round(date_part('epoch', o.${name}) * 1000)`;
const AS_IS =
  'resource_key version status retracted source rater fact_no fact value comparator loinc';
const TIMES = 'effective_at issued_at broker_at ingested_at';
const COLUMNS: readonly (readonly [name: string, value: string])[] = [
  ...AS_IS.split(' ').map((name) => [name, `o.${name}`] as const),
  ...TIMES.split(' ').map((name) => [name, ms(name)] as const),
];
/** All rows of a patient as one: what the driver makes of rows, value by value, would be most of the cost of a patient. */
const GATHERED = COLUMNS.map(([name, value]) => `json_agg(${value}) AS ${name}`).join(', ');

const LASTING = `SELECT * FROM observation o
  WHERE o.patient_id = w.member AND o.effective_at >= w.lasting_from AND NOT o.routine`;
const ROUTINE = `SELECT * FROM observation o
  WHERE o.patient_id = w.member AND o.effective_at >= w.routine_from AND o.routine`;
/** A version without facts may take an examination back. */
const EXAMINED = `${LASTING} AND (o.fact LIKE 'nihss%' OR o.fact IS NULL)`;
const FIRST_ROUTINE = `SELECT * FROM observation o
  WHERE o.patient_id = w.member AND o.effective_at >= w.first_from AND o.effective_at < w.first_to AND o.routine`;

/**
 * One range of one index for each part, so that a long stay costs no more than a short one. The offset of nothing keeps the planner from joining
 * the parts with whole tables.
 */
function observations(...parts: readonly string[]): string {
  return gathered(GATHERED, parts);
}

function gathered(columns: string, parts: readonly string[]): string {
  return `
  SELECT w.member AS patient_id, o.* FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
    AS w(member, lasting_from, routine_from, first_from, first_to)
  CROSS JOIN LATERAL (SELECT ${columns} FROM (${parts.join(' UNION ALL ')} OFFSET 0) o HAVING count(*) > 0) o`;
}
/** In order of time within each part, as the index has them. */
const VALUES = gathered(
  `json_agg(o.resource_key) AS "resourceKey", json_agg(o.version) AS version, json_agg(o.fact) AS quantity,
    json_agg(o.value) AS value, json_agg(${ms('effective_at')}) AS at, json_agg(${ms('issued_at')}) AS "issuedAt"`,
  [FIRST_ROUTINE, ROUTINE],
);
const OBSERVATIONS: Readonly<Record<Extent, string>> = {
  packed: observations(LASTING),
  bounded: observations(LASTING, ROUTINE, FIRST_ROUTINE),
  'whole-stay': observations(LASTING, ROUTINE),
  examinations: observations(EXAMINED),
  'every-stay': observations(LASTING, ROUTINE),
  'every-examinations': observations(EXAMINED),
};
