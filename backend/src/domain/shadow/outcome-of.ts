import { detectEnd, seenWithoutEndUntil, type EpochMs } from '@endwatch/clinical';
import { examinationsOf } from '../board/board-row.ts';
import { patientStateOf } from '../patient-state/patient-state.ts';
import type { StoredPatient } from '../patient-state/stored-patient.ts';
import type { Outcome } from './compare-models.ts';

/** What was charted of the newest stay up to `now`, by the definition that models forecast; null where it cannot be applied. */
export function outcomeOf(stored: StoredPatient, now: EpochMs): Outcome | null {
  const state = patientStateOf(stored);
  const stay = state.stayAt(now);
  if (stay === null) return null;
  const { admittedAt } = stay;
  const assessments = examinationsOf(state, stay, now);
  const seenUntil = seenWithoutEndUntil(assessments, admittedAt);
  if (seenUntil === null) return null;
  const end = detectEnd({ assessments, admittedAt, asOf: now });
  if (end.status === 'not-evaluable') return null;
  return { endAt: end.status === 'confirmed' ? end.at : null, seenUntil };
}
