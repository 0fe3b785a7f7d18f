import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import { assembleAssessments, byExamination, hasNihss } from '../nihss/nihss-assessment.ts';
import type { QuantityName } from '../quantity/quantity-name.ts';
import type {
  ClinicalRecord,
  Comparator,
  ConditionRecord,
  ObservationRecord,
  PatientRecord,
  ReportRecord,
  TreatmentRecord,
} from '../record/clinical-record.ts';
import type { NewestVersions } from '../record/newest-versions.ts';
import { byTime } from '../record/record-order.ts';
import type { EpochMs } from '../time.ts';

/** One value of one quantity, with the resource it came in (times, status, source). */
export interface Measurement {
  readonly quantity: QuantityName;
  /** In the canonical unit of the quantity; of a censored result the limit itself. */
  readonly value: number;
  readonly comparator: Comparator | null;
  readonly loinc: string;
  readonly at: EpochMs;
  readonly record: ObservationRecord;
}

/** What holds for one patient, each kind in order; without what was retracted. */
export interface TimelineFacts {
  readonly newest: NewestVersions;
  readonly measurements: ReadonlyMap<QuantityName, readonly Measurement[]>;
  readonly assessments: readonly NihssAssessment[];
  readonly reports: readonly ReportRecord[];
  readonly conditions: readonly ConditionRecord[];
  readonly treatments: readonly TreatmentRecord[];
  readonly patients: readonly PatientRecord[];
}

const NOTHING: TimelineFacts = {
  newest: new Map(),
  measurements: new Map(),
  assessments: [],
  reports: [],
  conditions: [],
  treatments: [],
  patients: [],
};

export function factsOf(newest: NewestVersions): TimelineFacts {
  return movedTo(NOTHING, newest, newest.keys());
}

/** Records that gave way, and those that took their place. */
interface Move {
  readonly gone: ReadonlySet<ClinicalRecord>;
  readonly come: readonly ClinicalRecord[];
}

/** Facts as they are after `newest`, which differs from the facts' own at no other resource than `touched`. */
export function movedTo(
  facts: TimelineFacts,
  newest: NewestVersions,
  touched: Iterable<string>,
): TimelineFacts {
  const gone = new Set<ClinicalRecord>();
  const come: ClinicalRecord[] = [];
  for (const key of new Set(touched)) {
    const before = facts.newest.get(key);
    const after = newest.get(key);
    if (before === after) continue;
    if (before && !before.retracted) gone.add(before);
    if (after && !after.retracted) come.push(after);
  }
  const move: Move = { gone, come };
  const arrived = come.filter(isObservation).sort(byTime);
  return {
    newest,
    measurements: movedMeasurements(facts, move, arrived),
    assessments: movedAssessments(facts, move, arrived),
    reports: moved(facts.reports, move, (record) => record.type === 'report'),
    conditions: moved(facts.conditions, move, (record) => record.type === 'condition'),
    treatments: moved(facts.treatments, move, (record) => record.type === 'treatment'),
    patients: moved(facts.patients, move, (record) => record.type === 'patient'),
  };
}

function moved<Kind extends ClinicalRecord>(
  held: readonly Kind[],
  { gone, come }: Move,
  isKind: (record: ClinicalRecord) => record is Kind,
): readonly Kind[] {
  const stay = gone.size === 0 ? held : held.filter((record) => !gone.has(record));
  const added = come.filter(isKind);
  if (added.length === 0) return stay.length === held.length ? held : stay;
  return [...stay, ...added].sort(byTime);
}

/** Only series that lose or gain a value are built anew. */
function movedMeasurements(
  facts: TimelineFacts,
  { gone }: Move,
  arrived: readonly ObservationRecord[],
): ReadonlyMap<QuantityName, readonly Measurement[]> {
  const added = byQuantity(arrived);
  const touched = new Set([...added.keys(), ...byQuantity([...gone].filter(isObservation)).keys()]);
  if (touched.size === 0) return facts.measurements;
  const measurements = new Map(facts.measurements);
  for (const quantity of touched) {
    const held = measurements.get(quantity) ?? [];
    const stay = gone.size === 0 ? held : held.filter(({ record }) => !gone.has(record));
    const series = joined(stay, added.get(quantity) ?? []);
    if (series.length > 0) measurements.set(quantity, series);
    else measurements.delete(quantity);
  }
  return measurements;
}

function isObservation(record: ClinicalRecord): record is ObservationRecord {
  return record.type === 'observation';
}

function byQuantity(
  ordered: readonly ObservationRecord[],
): ReadonlyMap<QuantityName, readonly Measurement[]> {
  const series = new Map<QuantityName, Measurement[]>();
  for (const measurement of ordered.flatMap(measurementsOf)) {
    const values = series.get(measurement.quantity);
    if (values) values.push(measurement);
    else series.set(measurement.quantity, [measurement]);
  }
  return series;
}

function measurementsOf(record: ObservationRecord): readonly Measurement[] {
  const measurements: Measurement[] = [];
  for (const fact of record.facts) {
    if (fact.kind !== 'measurement') continue;
    const { quantity, value, comparator, loinc } = fact;
    measurements.push({
      quantity,
      value,
      comparator,
      loinc,
      at: record.times.effectiveAt,
      record,
    });
  }
  return measurements;
}

/** Two ordered series into one; new values mostly follow the old ones. */
function joined(
  held: readonly Measurement[],
  added: readonly Measurement[],
): readonly Measurement[] {
  const first = added[0];
  if (!first) return held;
  // From the end: what comes late comes little late, and the rest of a long series need not be put in order again.
  let from = held.length;
  for (; from > 0; from -= 1) {
    const before = held[from - 1];
    if (!before || byTime(before.record, first.record) <= 0) break;
  }
  if (from === held.length) return [...held, ...added];
  const end = [...held.slice(from), ...added].sort((a, b) => byTime(a.record, b.record));
  return [...held.slice(0, from), ...end];
}

/** Only examinations at a time that something touches are put together anew. */
function movedAssessments(
  facts: TimelineFacts,
  { gone }: Move,
  arrived: readonly ObservationRecord[],
): readonly NihssAssessment[] {
  const added = arrived.filter(hasNihss);
  const times = new Set(added.map(({ times: { effectiveAt } }) => effectiveAt));
  for (const record of gone) {
    if (record.type === 'observation' && hasNihss(record)) times.add(record.times.effectiveAt);
  }
  if (times.size === 0) return facts.assessments;
  const stay = facts.assessments.filter(({ at }) => !times.has(at));
  const again = facts.assessments
    .filter(({ at }) => times.has(at))
    .flatMap(({ records }) => records)
    .filter((record) => !gone.has(record));
  return [...stay, ...assembleAssessments([...again, ...added])].sort(byExamination);
}
