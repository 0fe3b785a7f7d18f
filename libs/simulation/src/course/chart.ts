import { MINUTE, SECOND } from '@endwatch/clinical';
import type {
  EpochMs,
  LaboratoryValue,
  MeasurementFact,
  ObservationFact,
  ObservationRecord,
  RecordTimes,
  VitalSign,
} from '@endwatch/clinical';
import type { Rng } from '../random/rng.ts';

/** Version of everything that is charted once; a correction is greater. */
export const FIRST_VERSION = '0001';

/** LOINC code each simulated quantity comes under. */
const LOINC: Readonly<Partial<Record<VitalSign | LaboratoryValue, string>>> = {
  'heart-rate': '8867-4',
  'systolic-bp': '8480-6',
  'diastolic-bp': '8462-4',
  'respiratory-rate': '9279-1',
  'oxygen-saturation': '59408-5',
  temperature: '8310-5',
  gcs: '9269-2',
  glucose: '14749-6',
  'd-dimer': '48065-7',
  fibrinogen: '3255-7',
  crp: '1988-5',
  wbc: '6690-2',
  neutrophils: '751-8',
  lymphocytes: '731-0',
  platelets: '777-3',
  haemoglobin: '718-7',
  creatinine: '14682-9',
  urea: '22664-7',
  ldl: '22748-8',
  hdl: '14646-4',
  triglycerides: '14927-8',
  'total-cholesterol': '14647-2',
  hba1c: '4548-4',
  homocysteine: '13965-9',
  'uric-acid': '14933-6',
  inr: '6301-6',
  pt: '5902-2',
  aptt: '3173-2',
  sodium: '2951-2',
  potassium: '2823-3',
};

/** Fact of a value in its canonical unit, rounded to `digits` decimals as a device or laboratory would. */
export function measurement(
  quantity: VitalSign | LaboratoryValue,
  value: number,
  digits: number,
): MeasurementFact {
  const scale = 10 ** digits;
  return {
    kind: 'measurement',
    quantity,
    value: Math.round(value * scale) / scale,
    comparator: null,
    loinc: LOINC[quantity] ?? '',
  };
}

/** Released after `delayMinutes`, in the log a second later, decoded at once. */
export function timesOf(rng: Rng, effectiveAt: EpochMs, delayMinutes: number): RecordTimes {
  const at = Math.round(effectiveAt);
  const issuedAt = at + Math.round(delayMinutes * MINUTE);
  const brokerAt = issuedAt + Math.round(rng.between(0.2, 4) * SECOND);
  return { effectiveAt: at, issuedAt, brokerAt, ingestedAt: brokerAt + rng.int(20, 400) };
}

export interface ObservationDraft {
  readonly patientId: string;
  /** Unique within the patient. */
  readonly id: string;
  readonly times: RecordTimes;
  readonly facts: readonly ObservationFact[];
  readonly source: string;
  readonly rater?: string;
}

/** A final observation in its first version. */
export function charted(draft: ObservationDraft): ObservationRecord {
  return {
    type: 'observation',
    patientId: draft.patientId,
    resourceKey: `Observation/${draft.patientId}-${draft.id}`,
    version: FIRST_VERSION,
    retracted: false,
    status: 'final',
    times: draft.times,
    source: draft.source,
    facts: draft.facts,
    rater: draft.rater ?? null,
  };
}
