import type { ObservationRecord } from '@endwatch/clinical';
import { isVitalSigns } from '../domain/patient-state/vital-signs.ts';
import type { PackedPatient, StoredPatient } from '../pipeline/ports.ts';

/** A patient as the real store reads one: of vital signs that correct nothing the values alone. */
export function packedPatient(stored: StoredPatient): PackedPatient {
  if (stored.aliases.length > 0 || stored.mergedInto !== null) return { ...stored, values: null };
  const routine = stored.records.filter(
    (record): record is ObservationRecord =>
      isVitalSigns(record) && !record.retracted && record.status === 'final',
  );
  const facts = routine.flatMap((record) =>
    record.facts.flatMap((fact) => (fact.kind === 'measurement' ? [{ record, fact }] : [])),
  );
  return {
    ...stored,
    records: stored.records.filter((record) => !routine.includes(record as ObservationRecord)),
    values: {
      resourceKey: facts.map(({ record }) => record.resourceKey),
      version: facts.map(({ record }) => record.version),
      quantity: facts.map(({ fact }) => fact.quantity),
      value: facts.map(({ fact }) => fact.value),
      at: facts.map(({ record }) => record.times.effectiveAt),
      issuedAt: facts.map(({ record }) => record.times.issuedAt),
    },
  };
}
