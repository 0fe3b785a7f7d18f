import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import { assembleAssessments, byExamination, hasNihss } from '../nihss/nihss-assessment.ts';
import type { QuantityName } from '../quantity/quantity-name.ts';
import type {
  ClinicalRecord,
  ConditionRecord,
  ObservationRecord,
  PatientRecord,
  ReportRecord,
  TreatmentRecord,
} from '../record/clinical-record.ts';
import type { NewestVersions } from '../record/newest-versions.ts';
import { byTime } from '../record/record-order.ts';
import type { EpochMs } from '../time.ts';
import { measurementsOf, type Measurement } from './measurement.ts';
import { MeasurementSeries } from './measurement-series.ts';

/** What holds for one patient, each kind in order; without what was retracted. */
export interface TimelineFacts {
  readonly newest: NewestVersions;
  readonly measurements: ReadonlyMap<QuantityName, MeasurementSeries>;
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

/** @param packed values whose records are not held; one at the moment of a record's value of the same quantity is a `RangeError` */
export function factsOf(
  newest: NewestVersions,
  packed: TimelineFacts['measurements'] = NOTHING.measurements,
): TimelineFacts {
  return movedTo({ ...NOTHING, measurements: packed }, newest, newest.keys());
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
): TimelineFacts['measurements'] {
  const added = byQuantity(arrived);
  const lost = gone.size === 0 ? [] : byQuantity([...gone].filter(isObservation)).keys();
  const touched = new Set([...added.keys(), ...lost]);
  if (touched.size === 0) return facts.measurements;
  const measurements = new Map(facts.measurements);
  for (const quantity of touched) {
    const held = measurements.get(quantity) ?? MeasurementSeries.empty();
    const stay = gone.size === 0 ? held : held.without(gone);
    const series = stay.with(added.get(quantity) ?? []);
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
  return Map.groupBy(ordered.flatMap(measurementsOf), ({ quantity }) => quantity);
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

/** The same values with these records, which hold nothing else, packed; `newest` is without them. */
export function packedTo(
  facts: TimelineFacts,
  records: readonly ObservationRecord[],
  newest: NewestVersions,
): TimelineFacts {
  const gone = new Set<ClinicalRecord>(records);
  const measurements = new Map(facts.measurements);
  for (const quantity of new Set(records.flatMap(measurementsOf).map((each) => each.quantity))) {
    const series = measurements.get(quantity);
    if (series !== undefined) measurements.set(quantity, series.packed(gone));
  }
  return { ...facts, newest, measurements };
}

/** Whether a packed value of the same quantity and moment leaves the place of a value of `record` open. */
export function isPackedBeside(
  measurements: TimelineFacts['measurements'],
  record: ClinicalRecord,
): boolean {
  if (record.type !== 'observation' || record.retracted) return false;
  return record.facts.some(
    (fact) =>
      fact.kind === 'measurement' &&
      measurements.get(fact.quantity)?.isPackedAt(record.times.effectiveAt) === true,
  );
}

export function withoutPacked(
  facts: TimelineFacts,
  quantities: readonly QuantityName[],
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
): TimelineFacts {
  const measurements = new Map(facts.measurements);
  for (const quantity of quantities) {
    const series = measurements.get(quantity)?.withoutPacked(from, to);
    if (series !== undefined) measurements.set(quantity, series);
  }
  return { ...facts, measurements };
}
