import { CANARY_PREFIX } from '../../domain/canary/canary.ts';

/** Of whom something was written since they were summarised, or who never were. */
const STALE = 'r.patient_id IS NULL OR r.version <> p.version';
const OF_THE_WARDS = `NOT starts_with(p.patient_id, '${CANARY_PREFIX}')`;
const FROM_ALL = `FROM patient p LEFT JOIN review_patient r ON r.patient_id = p.patient_id WHERE ${OF_THE_WARDS}`;

/** Whoever moved before is summarised. Asked for by itself, so that the planner knows how few moved since. */
export const SETTLED = `SELECT coalesce(max(settled_at), '-infinity')::text AS at FROM review_progress`;
/** $1 of {@link SETTLED}. The summaries are looked up one by one (hence the limit): there are as many as ever were patients. */
const FROM_MOVED = `FROM patient p
  LEFT JOIN LATERAL (SELECT * FROM review_patient one WHERE one.patient_id = p.patient_id LIMIT 1) r ON true
  WHERE ${OF_THE_WARDS} AND p.moved_at >= $1`;

/** $1 of {@link SETTLED}. */
export const WAITING = `SELECT count(*) ${FROM_MOVED} AND (${STALE})`;

const ORDER = 'ORDER BY r.summarised_at NULLS FIRST, p.patient_id';

/** $2 somebody summarised after this rests, $3 limit. Longest waiting first. */
export const STALE_PATIENTS = `SELECT p.patient_id, p.version ${FROM_MOVED}
    AND (r.patient_id IS NULL OR (r.version <> p.version AND r.summarised_at <= $2))
  ${ORDER} LIMIT $3`;

/** $1 and $2 as $2 and $3, among everybody; also who was summarised before $4, where places have been described anew since ($3 their version). */
export const STALE_AMONG_ALL = `SELECT p.patient_id, p.version ${FROM_ALL}
    AND (r.patient_id IS NULL OR (r.version <> p.version AND r.summarised_at <= $1)
      OR (r.directory_version <> $3 AND r.summarised_at <= $4))
  ${ORDER} LIMIT $2`;

/** $1 after whom, $2 limit. */
export const ALL_PATIENTS = `SELECT p.patient_id, p.version FROM patient p
  WHERE p.patient_id > $1 AND NOT starts_with(p.patient_id, '${CANARY_PREFIX}') ORDER BY p.patient_id LIMIT $2`;

/**
 * $1 until when everything is counted. Nobody else waits but who was summarised so lately that they rest ({@link restOf}: some minutes): by the
 * database's time, they moved within the last 10 minutes and what `moved_at` is rounded down by; the rest is for commits that take long.
 */
export const COUNTED_TO = `INSERT INTO review_progress AS p (counted_to, settled_at) VALUES ($1, now() - interval '30 minutes')
  ON CONFLICT (id) DO UPDATE SET counted_to = greatest(p.counted_to, excluded.counted_to),
    settled_at = greatest(p.settled_at, excluded.settled_at)`;
