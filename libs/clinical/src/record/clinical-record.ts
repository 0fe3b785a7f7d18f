import type { NihssItem, NihssItemScore } from '../nihss/nihss-item.ts';
import type { QuantityName } from '../quantity/quantity-name.ts';
import type { EpochMs } from '../time.ts';

/** The four times of every fact. Scoring goes by `effectiveAt`, audit by `ingestedAt`. */
export interface RecordTimes {
  /** When it was measured, drawn, examined or began. */
  readonly effectiveAt: EpochMs;
  /** When it was released; null where the sender did not say. */
  readonly issuedAt: EpochMs | null;
  /** When the event log took it. */
  readonly brokerAt: EpochMs;
  /** When Endwatch decoded it. */
  readonly ingestedAt: EpochMs;
}

export type RecordStatus =
  | 'registered'
  | 'preliminary'
  | 'final'
  | 'amended'
  | 'corrected'
  | 'appended'
  | 'cancelled'
  | 'entered-in-error'
  | 'unknown';

/** What every record has. A record is one version of one source resource; the newest version of a resource is what holds. */
interface RecordBase {
  readonly patientId: string;
  /** Identity of the source resource within the patient, e.g. `Observation/42`; derived from the content where the sender gave no id. */
  readonly resourceKey: string;
  /** Sortable by plain string comparison: of two versions of one resource the greater holds. Equal = the same message again. */
  readonly version: string;
  /** True when the sender took the resource back (`entered-in-error`, `cancelled`): nothing in it holds. */
  readonly retracted: boolean;
  readonly status: RecordStatus;
  readonly times: RecordTimes;
  /** Sending system, where known. */
  readonly source: string | null;
}

/** A time as it stands within a `version`: sortable as text; none sorts first. */
export function versionTime(at: EpochMs | null): string {
  return String(Math.max(at ?? 0, 0)).padStart(14, '0');
}

export type Comparator = '<' | '<=' | '>' | '>=';

/** A vital sign or laboratory value in the canonical unit of its quantity. */
export interface MeasurementFact {
  readonly kind: 'measurement';
  readonly quantity: QuantityName;
  readonly value: number;
  /** Set for censored results: `<` 0.19 means somewhere below 0.19. */
  readonly comparator: Comparator | null;
  /** LOINC code it came under. */
  readonly loinc: string;
}

export interface NihssItemFact {
  readonly kind: 'nihss-item';
  readonly item: NihssItem;
  readonly score: NihssItemScore;
  /** Why it is untestable, in the sender's words; absent where nothing was said. */
  readonly reason?: string;
}

export interface NihssTotalFact {
  readonly kind: 'nihss-total';
  /** 0–42, as charted. */
  readonly total: number;
}

export type ObservationFact = MeasurementFact | NihssItemFact | NihssTotalFact;

export interface ObservationRecord extends RecordBase {
  readonly type: 'observation';
  readonly facts: readonly ObservationFact[];
  /** Who examined (a reference, never a name); NIHSS only. */
  readonly rater: string | null;
}

export interface ReportRecord extends RecordBase {
  readonly type: 'report';
  /** What was examined and how, e.g. "CT head"; null where unknown. */
  readonly title: string | null;
  readonly text: string;
}

export type EncounterStatus = 'planned' | 'in-progress' | 'finished' | 'cancelled';

export interface EncounterLocation {
  /** Id of the Location resource. */
  readonly locationId: string;
  readonly display: string | null;
  readonly active: boolean;
  readonly from: EpochMs | null;
}

export interface EncounterRecord extends RecordBase {
  readonly type: 'encounter';
  readonly encounterId: string;
  readonly encounterStatus: EncounterStatus;
  readonly start: EpochMs;
  /** The sender did not say when it began: `start` is when this was said, and an earlier version that is known tells better. */
  readonly startUnsaid?: true;
  readonly end: EpochMs | null;
  readonly locations: readonly EncounterLocation[];
  /** Died in hospital, when the disposition says so. */
  readonly died: boolean;
}

export interface PatientRecord extends RecordBase {
  readonly type: 'patient';
  readonly name: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly birthDate: string | null;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly identifiers: readonly { readonly system: string | null; readonly value: string }[];
  /** Id of the patient that survives a merge; null when not merged away. */
  readonly replacedBy: string | null;
  readonly deceasedAt: EpochMs | null;
}

export type KnownCondition =
  | 'diabetes'
  | 'hypertension'
  | 'atrial-fibrillation'
  | 'prior-stroke'
  | 'ischaemic-stroke'
  | 'mca-occlusion';

export interface ConditionRecord extends RecordBase {
  readonly type: 'condition';
  readonly condition: KnownCondition;
}

export type KnownTreatment = 'thrombolysis' | 'thrombectomy';

export interface TreatmentRecord extends RecordBase {
  readonly type: 'treatment';
  readonly treatment: KnownTreatment;
}

/** Everything that is known of one patient. */
export type ClinicalRecord =
  | ObservationRecord
  | ReportRecord
  | EncounterRecord
  | PatientRecord
  | ConditionRecord
  | TreatmentRecord;

/** A ward or a bed; belongs to the hospital, not to a patient. */
export interface LocationRecord {
  readonly type: 'location';
  readonly locationId: string;
  readonly kind: 'ward' | 'bed' | 'other';
  readonly name: string | null;
  readonly partOf: string | null;
  /** As in `RecordBase.version`. */
  readonly version: string;
}
