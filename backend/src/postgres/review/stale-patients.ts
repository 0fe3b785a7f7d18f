import { CANARY_PREFIX } from '../../domain/canary/canary.ts';

/** Of whom something was written since they were summarised, or who never were. */
const STALE = 'r.patient_id IS NULL OR r.version <> p.version';
const BOTH = `FROM (SELECT * FROM patient WHERE NOT starts_with(patient_id, '${CANARY_PREFIX}')) p
  LEFT JOIN review_patient r ON r.patient_id = p.patient_id`;

export const WAITING = `SELECT count(*) ${BOTH} WHERE ${STALE}`;

/**
 * $1 directory version, $2 somebody summarised after this rests, $3 the same where only places were described anew, $4 limit. Longest waiting
 * first.
 */
export const STALE_PATIENTS = `SELECT p.patient_id, p.version ${BOTH}
  WHERE r.patient_id IS NULL OR (r.version <> p.version AND r.summarised_at <= $2)
    OR (r.directory_version <> $1 AND r.summarised_at <= $3)
  ORDER BY r.summarised_at NULLS FIRST, p.patient_id LIMIT $4`;

/** $1 after whom, $2 limit. */
export const ALL_PATIENTS = `SELECT p.patient_id, p.version FROM patient p
  WHERE p.patient_id > $1 AND NOT starts_with(p.patient_id, '${CANARY_PREFIX}') ORDER BY p.patient_id LIMIT $2`;
