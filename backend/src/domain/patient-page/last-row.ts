import { DEFAULT_EXAMINATION_SCHEDULE, type DefinitionAt, type EpochMs } from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import { toBoardRow, type RowQuestion } from '../board/board-row.ts';
import { patientStateOf } from '../patient-state/patient-state.ts';
import type { StoredPatient } from '../patient-state/stored-patient.ts';
import { forecastSpan } from '../rescoring/forecast-span.ts';

export interface LastRowQuestion {
  readonly stored: StoredPatient;
  readonly definitionAt: DefinitionAt;
  readonly manifest: RowQuestion['manifest'];
  readonly now: EpochMs;
}

/** The tile as it would stand at discharge, for the page of a patient who is on no board any more; null when there is no ended stay. */
export function lastRow(question: LastRowQuestion): BoardRow | null {
  const { stored, definitionAt, manifest, now } = question;
  if (stored.mergedInto !== null) return null;
  const state = patientStateOf(stored);
  const stay = state.stayAt(now);
  if (stay === null || stay.dischargedAt === null) return null;
  const moment = stay.dischargedAt;
  const span = forecastSpan({ state, stay, moment, definitionAt });
  const placement = { wardId: '', wardName: '', bed: null };
  // Nothing is due any more, by whatever schedule.
  const schedule = DEFAULT_EXAMINATION_SCHEDULE;
  const row = toBoardRow({ state, stay, span, placement, moment, manifest, schedule });
  return { ...row, nihss: { ...row.nihss, nextDueAt: null } };
}
