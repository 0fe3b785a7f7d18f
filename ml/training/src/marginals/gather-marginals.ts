import type { ClinicalRecord } from '@endwatch/clinical';
import type { SimulatedStay } from '@endwatch/simulation';
import { simulateCohort } from '@endwatch/simulation';
import { followUpOf } from '../stay-rows.ts';

/** What is kept of a stay to count marginals: whole records of a cohort would not fit. */
export interface Gathered extends Pick<SimulatedStay, 'traits' | 'sex' | 'endHours' | 'died'> {
  /** Hours from admission to the examination that charted END; null = none. */
  readonly chartedHours: number | null;
  readonly reports: number;
  /** mg/L FEU as charted; 0 where none was. */
  readonly highestDDimer: number;
  /** Any NIHSS item was charted as untestable. */
  readonly untestable: boolean;
}

const ADMITTED_AT = Date.UTC(2024, 0, 8, 6);

function dDimersOf(record: ClinicalRecord): number[] {
  if (record.type !== 'observation') return [];
  return record.facts.flatMap((fact) =>
    fact.kind === 'measurement' && fact.quantity === 'd-dimer' ? [fact.value] : [],
  );
}

function untestable(record: ClinicalRecord): boolean {
  return (
    record.type === 'observation' &&
    record.facts.some((fact) => fact.kind === 'nihss-item' && fact.score === 'UN')
  );
}

export function gathered(stay: SimulatedStay): Gathered {
  const { traits, sex, endHours, died, records } = stay;
  const followUp = followUpOf(stay);
  return {
    chartedHours: followUp?.event === true ? followUp.time : null,
    ...{ traits, sex, endHours, died },
    reports: records.filter(({ type }) => type === 'report').length,
    highestDDimer: Math.max(0, ...records.flatMap(dDimersOf)),
    untestable: records.some(untestable),
  };
}

/** A simulated cohort, patient by patient; to the end of the longest stay, so that every report is in. */
export function* gatherCohort(patients: number, seed: number | string): Iterable<Gathered> {
  for (const stay of simulateCohort({ seed, patients, admittedAt: ADMITTED_AT })) {
    yield gathered(stay);
  }
}
