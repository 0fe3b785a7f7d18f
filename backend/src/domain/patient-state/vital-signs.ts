import { VITAL_SIGNS, type ClinicalRecord } from '@endwatch/clinical';

const VITAL = new Set<string>(VITAL_SIGNS);

/** Nothing but vital signs, of which there are many. */
export function isVitalSigns(record: ClinicalRecord): boolean {
  return (
    record.type === 'observation' &&
    record.facts.every((fact) => fact.kind === 'measurement' && VITAL.has(fact.quantity))
  );
}
