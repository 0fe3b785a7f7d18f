import type { ClientBase } from 'pg';
import { readRows } from './connection.ts';
import type { ObservationRow } from './record.mapper.ts';

/** `bounded`: what scoring needs. `examinations`: NIHSS and stays only, for a trajectory. */
export type Extent = 'bounded' | 'whole-stay' | 'examinations';

/** All facts of a version in one row. */
interface ExaminationRow extends Omit<
  ObservationRow,
  'fact_no' | 'fact' | 'value' | 'comparator' | 'loinc'
> {
  readonly facts: readonly (readonly [no: number, fact: string | null, value: number | null])[];
}

/** @param windows columns of the parameters below: members and the times between which their rows are read */
export async function readObservations(
  client: ClientBase,
  extent: Extent,
  windows: readonly unknown[],
): Promise<readonly ObservationRow[]> {
  if (extent !== 'examinations') {
    return readRows<ObservationRow>(client, OBSERVATIONS[extent], windows);
  }
  const rows = await readRows<ExaminationRow>(client, EXAMINATIONS, windows);
  return rows.flatMap(({ facts, ...head }) =>
    facts.map(([fact_no, fact, value]) => ({
      ...{ ...head, fact_no, fact, value },
      ...{ comparator: null, loinc: null },
    })),
  );
}

const FACT =
  'o.patient_id, o.record_id, o.resource_key, o.version, o.status, o.retracted, o.effective_at, o.issued_at, o.broker_at, o.ingested_at, o.source, o.rater, o.fact_no, o.fact, o.value, o.comparator, o.loinc';

const LASTING = `SELECT ${FACT} FROM observation o
  WHERE o.patient_id = w.member AND o.effective_at >= w.lasting_from AND NOT o.routine`;
const ROUTINE = `SELECT ${FACT} FROM observation o
  WHERE o.patient_id = w.member AND o.effective_at >= w.routine_from AND o.routine`;
/** A version without facts may take an examination back. */
const EXAMINED = `${LASTING} AND (o.fact LIKE 'nihss%' OR o.fact IS NULL)`;
const FIRST_ROUTINE = `SELECT ${FACT} FROM observation o
  WHERE o.patient_id = w.member AND o.effective_at >= w.first_from AND o.effective_at < w.first_to AND o.routine`;

/**
 * One range of one index for each part, so that a long stay costs no more than a short one. The offset of nothing keeps the planner from joining
 * the parts with whole tables.
 */
function observations(...parts: readonly string[]): string {
  return `
  SELECT o.* FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
    AS w(member, lasting_from, routine_from, first_from, first_to)
  CROSS JOIN LATERAL (${parts.join(' UNION ALL ')} OFFSET 0) o`;
}
const HEAD = FACT.replaceAll(/, o\.(fact_no|fact|value|comparator|loinc)\b/g, '');
/** One row for an examination instead of sixteen: what the driver makes of rows is most of the cost of a trajectory. */
const EXAMINATIONS = `SELECT ${HEAD}, json_agg(json_build_array(o.fact_no, o.fact, o.value)) AS facts
  FROM (${observations(EXAMINED)}) o GROUP BY ${HEAD}`;
const OBSERVATIONS: Readonly<Record<Exclude<Extent, 'examinations'>, string>> = {
  bounded: observations(LASTING, ROUTINE, FIRST_ROUTINE),
  'whole-stay': observations(LASTING, ROUTINE),
};
