import type { NihssItemScores } from '../nihss/nihss-item.ts';
import { NIHSS_ITEMS, NIHSS_TOTAL_LOINC } from '../nihss/nihss-item.ts';
import type { QuantityName } from '../quantity/quantity-name.ts';
import type {
  ClinicalRecord,
  Comparator,
  ConditionRecord,
  EncounterRecord,
  KnownCondition,
  KnownTreatment,
  NihssItemFact,
  ObservationFact,
  ObservationRecord,
  PatientRecord,
  RecordStatus,
  RecordTimes,
  ReportRecord,
  TreatmentRecord,
} from '../record/clinical-record.ts';
import type { EpochMs } from '../time.ts';
import { HOUR, MINUTE } from '../time.ts';

/** Admission of every built stay unless told: 5 January 2026, 08:00 UTC. */
export const T0: EpochMs = Date.UTC(2026, 0, 5, 8);

/** So many hours after `T0`. */
export function hour(hours: number): EpochMs {
  return T0 + hours * HOUR;
}

/** What every builder lets a spec choose; all with a sensible default. */
export interface RecordOptions {
  readonly patientId?: string;
  readonly resourceKey?: string;
  readonly version?: string;
  readonly retracted?: boolean;
  readonly status?: RecordStatus;
  /** Effective time; `T0` where not given. */
  readonly at?: EpochMs;
  readonly issuedAt?: EpochMs | null;
  readonly brokerAt?: EpochMs;
  readonly source?: string | null;
}

interface Base {
  patientId: string;
  resourceKey: string;
  version: string;
  retracted: boolean;
  status: RecordStatus;
  times: RecordTimes;
  source: string | null;
}

function base(options: RecordOptions, defaultKey: string): Base {
  const at = options.at ?? T0;
  const brokerAt = options.brokerAt ?? at + MINUTE;
  return {
    patientId: options.patientId ?? 'p1',
    resourceKey: options.resourceKey ?? defaultKey,
    version: options.version ?? '1',
    retracted: options.retracted ?? false,
    status: options.status ?? 'final',
    times: {
      effectiveAt: at,
      issuedAt: options.issuedAt ?? null,
      brokerAt,
      ingestedAt: brokerAt,
    },
    source: options.source ?? null,
  };
}

export interface MeasurementOptions extends RecordOptions {
  readonly comparator?: Comparator | null;
  readonly loinc?: string;
}

/** One value in its canonical unit; its key is made of quantity and time. */
export function aMeasurement(
  quantity: QuantityName,
  value: number,
  options: MeasurementOptions = {},
): ObservationRecord {
  const comparator = options.comparator ?? null;
  const loinc = options.loinc ?? quantity;
  return {
    ...base(options, `Observation/${quantity}-${String(options.at ?? T0)}`),
    type: 'observation',
    facts: [{ kind: 'measurement', quantity, value, comparator, loinc }],
    rater: null,
  };
}

/** Several values of one specimen or one cuff reading. */
export function aPanel(
  values: Readonly<Partial<Record<QuantityName, number>>>,
  options: RecordOptions = {},
): ObservationRecord {
  const facts = Object.entries(values).map(([quantity, value]): ObservationFact => ({
    kind: 'measurement',
    quantity: quantity as QuantityName,
    value,
    comparator: null,
    loinc: quantity,
  }));
  const key = `Observation/${Object.keys(values).join('+')}-${String(options.at ?? T0)}`;
  return { ...base(options, key), type: 'observation', facts, rater: null };
}

export interface ExaminationOptions extends RecordOptions {
  readonly total?: number;
  readonly items?: NihssItemScores;
  readonly rater?: string | null;
}

/** The resource of an examination: a total, items, or both. */
export function anExamination(options: ExaminationOptions = {}): ObservationRecord {
  const facts: ObservationFact[] = NIHSS_ITEMS.flatMap((item): readonly NihssItemFact[] => {
    const score = options.items?.[item];
    return score === undefined ? [] : [{ kind: 'nihss-item', item, score }];
  });
  if (options.total !== undefined) facts.push({ kind: 'nihss-total', total: options.total });
  return {
    ...base(options, `Observation/${NIHSS_TOTAL_LOINC}-${String(options.at ?? T0)}`),
    type: 'observation',
    facts,
    rater: options.rater ?? null,
  };
}

/** All 15 items 0 but those given. */
export function allItems(scores: NihssItemScores = {}): NihssItemScores {
  return { ...Object.fromEntries(NIHSS_ITEMS.map((item) => [item, 0])), ...scores };
}

export function aReport(
  text: string,
  options: RecordOptions & { title?: string } = {},
): ReportRecord {
  return {
    ...base(options, `DiagnosticReport/${String(options.at ?? T0)}`),
    type: 'report',
    title: options.title ?? 'CT head',
    text,
  };
}

export function anEncounter(
  options: RecordOptions & Partial<Omit<EncounterRecord, keyof Base | 'type'>> = {},
): EncounterRecord {
  const encounterId = options.encounterId ?? 'e1';
  const start = options.start ?? options.at ?? T0;
  return {
    ...base({ at: start, ...options }, `Encounter/${encounterId}`),
    type: 'encounter',
    encounterId,
    encounterStatus: options.encounterStatus ?? 'in-progress',
    start,
    ...(options.startUnsaid ? { startUnsaid: true } : {}),
    end: options.end ?? null,
    locations: options.locations ?? [
      { locationId: 'bed-1', display: 'Bed 1', active: true, from: start },
    ],
    died: options.died ?? false,
  };
}

export function aPatient(
  options: RecordOptions & Partial<Omit<PatientRecord, keyof Base | 'type'>> = {},
): PatientRecord {
  return {
    ...base(options, `Patient/${options.patientId ?? 'p1'}`),
    type: 'patient',
    name: options.name ?? 'Ada Example',
    birthDate: options.birthDate === undefined ? '1957-03-02' : options.birthDate,
    sex: options.sex ?? 'female',
    identifiers: options.identifiers ?? [],
    replacedBy: options.replacedBy ?? null,
    deceasedAt: options.deceasedAt ?? null,
  };
}

export function aCondition(
  condition: KnownCondition,
  options: RecordOptions = {},
): ConditionRecord {
  return { ...base(options, `Condition/${condition}`), type: 'condition', condition };
}

export function aTreatment(
  treatment: KnownTreatment,
  options: RecordOptions = {},
): TreatmentRecord {
  return { ...base(options, `Procedure/${treatment}`), type: 'treatment', treatment };
}

/** A newer version of the same resource, changed as told. */
export function correctionOf<Kind extends ClinicalRecord>(
  record: Kind,
  changes: Partial<Kind> = {},
): Kind {
  return { ...record, version: `${record.version}.1`, status: 'corrected', ...changes };
}

/** A newer version of the same resource that takes it back. */
export function retractionOf<Kind extends ClinicalRecord>(record: Kind): Kind {
  const version = `${record.version}.1`;
  return { ...record, version, status: 'entered-in-error', retracted: true };
}
