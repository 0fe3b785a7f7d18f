import { detectEnd, type EndDefinition, type EndStatus, type EpochMs } from '@endwatch/clinical';
import type { EndDefinitionPreview } from '@endwatch/contracts';
import { examinationsOf } from '../board/board-row.ts';
import { patientStateOf } from '../patient-state/patient-state.ts';
import type { StoredPatient } from '../patient-state/stored-patient.ts';
import { staysOf } from '../review/summarise-stays.ts';

export interface Trial {
  readonly tried: EndDefinition;
  readonly today: EndDefinition;
  /** Stays admitted from here on. */
  readonly since: EpochMs;
  readonly now: EpochMs;
}

/** What two definitions find in one stay, each as if it had always held. */
export interface TriedStay {
  readonly tried: EndStatus;
  readonly today: EndStatus;
}

/** With what is known now; none of somebody who was merged into another. */
export function tryDefinition(stored: StoredPatient, trial: Trial): readonly TriedStay[] {
  if (stored.mergedInto !== null) return [];
  const { since, now } = trial;
  const state = patientStateOf(stored);
  return staysOf(state, now)
    .filter(({ stay: { admittedAt } }) => admittedAt >= since && admittedAt <= now)
    .map(({ stay, until }) => {
      const assessments = examinationsOf(state, stay, until - 1);
      const statusBy = (definition: EndDefinition): EndStatus =>
        detectEnd({
          ...{ assessments, admittedAt: stay.admittedAt, asOf: until - 1 },
          definitionAt: () => definition,
        }).status;
      return { tried: statusBy(trial.tried), today: statusBy(trial.today) };
    });
}

export function countTried(stays: readonly TriedStay[]): Omit<EndDefinitionPreview, 'since'> {
  const count = (holds: (stay: TriedStay) => boolean): number => stays.filter(holds).length;
  const found = (by: keyof TriedStay): EndDefinitionPreview['tried'] => ({
    confirmed: count((stay) => stay[by] === 'confirmed'),
    suspected: count((stay) => stay[by] === 'suspected'),
  });
  const only = (by: keyof TriedStay, other: keyof TriedStay): number =>
    count((stay) => stay[by] === 'confirmed' && stay[other] !== 'confirmed');
  return {
    stays: stays.length,
    ...{ tried: found('tried'), today: found('today') },
    ...{ gained: only('tried', 'today'), lost: only('today', 'tried') },
  };
}
