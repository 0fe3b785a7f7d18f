import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import { assembleAssessments } from '../nihss/nihss-assessment.ts';
import type { ClinicalRecord } from '../record/clinical-record.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';
import type { ExaminationOptions } from './records.ts';
import {
  aCondition,
  aMeasurement,
  anEncounter,
  anExamination,
  aPanel,
  aPatient,
  aReport,
  allItems,
  T0,
} from './records.ts';

/** An examination as the timeline holds it. */
export function anAssessment(options: ExaminationOptions = {}): NihssAssessment {
  const [assessment] = assembleAssessments([anExamination(options)]);
  if (!assessment) throw new RangeError('no assessment was built');
  return assessment;
}

export type Charted = readonly [hoursSinceT0: number, what: ExaminationOptions];

/** Examinations by their hour, as the timeline holds them. */
export function examinations(...rows: readonly Charted[]): readonly NihssAssessment[] {
  return assembleAssessments(
    rows.map(([hours, what]) => anExamination({ ...what, at: T0 + hours * HOUR })),
  );
}

export interface StayOptions {
  readonly patientId?: string;
  readonly admittedAt?: EpochMs;
  /** Hours of vital signs (hourly) and examinations (every 4 h); 24 where not given. */
  readonly hours?: number;
  /** NIHSS totals by examination, the first at admission + 1 h; all 6 where not given. Put on face, arm and leg as they fit. */
  readonly totals?: readonly number[];
}

/**
 * The records of one believable stay, in order of effective time: patient, encounter, history, report, a laboratory panel a day, hourly
 * vital signs, 4-hourly examinations with all items. The same options always give the same records.
 */
export function aStay(options: StayOptions = {}): readonly ClinicalRecord[] {
  const patientId = options.patientId ?? 'p1';
  const admittedAt = options.admittedAt ?? T0;
  const hours = options.hours ?? 24;
  const at = (after: number): { patientId: string; at: EpochMs } => ({
    patientId,
    at: admittedAt + after * HOUR,
  });
  const records: ClinicalRecord[] = [
    aPatient(at(0)),
    anEncounter({ ...at(0), encounterId: `e-${patientId}` }),
    aCondition('ischaemic-stroke', at(0)),
    aCondition('mca-occlusion', at(0)),
    aCondition('hypertension', at(0)),
    aReport('Occlusion of the right M1 segment. No haemorrhage.', at(0.5)),
  ];
  for (let after = 0; after <= hours; after += 1) {
    records.push(...vitalsAt(after, at(after)));
    if (after % 24 === 1) records.push(labsAt(after, at(after)));
    if (after % 4 === 1) {
      const total = totalOf(options, (after - 1) / 4);
      records.push(anExamination({ ...at(after), total, items: spread(total) }));
    }
  }
  return records;
}

/** Of the examination with this index; the last one given goes on. */
function totalOf({ totals = [] }: StayOptions, index: number): number {
  return totals[index] ?? totals.at(-1) ?? 6;
}

/** Vital signs that move a little, so that means and slopes are not all the same. */
function vitalsAt(
  after: number,
  where: { patientId: string; at: EpochMs },
): readonly ClinicalRecord[] {
  const wave = Math.sin(after / 3);
  return [
    aMeasurement('heart-rate', Math.round(80 + 6 * wave), where),
    aPanel(
      { 'systolic-bp': Math.round(152 - 8 * wave), 'diastolic-bp': Math.round(86 - 4 * wave) },
      where,
    ),
    aMeasurement('temperature', 36.8 + Math.round(3 * wave) / 10, where),
    aMeasurement('oxygen-saturation', 96, where),
  ];
}

function labsAt(after: number, where: { patientId: string; at: EpochMs }): ClinicalRecord {
  return aPanel(
    {
      glucose: 6.1 + after / 100,
      'd-dimer': 0.62,
      crp: 3.4,
      neutrophils: 5.2,
      lymphocytes: 1.7,
      creatinine: 88,
      sodium: 139,
      potassium: 4.1,
    },
    where,
  );
}

/** A total put on the 15 items: first face and left limbs, then the others. */
function spread(total: number): ReturnType<typeof allItems> {
  const order = [
    '5a',
    '6a',
    '4',
    '9',
    '8',
    '5b',
    '6b',
    '2',
    '3',
    '11',
    '10',
    '1a',
    '1b',
    '1c',
    '7',
  ];
  const most = [4, 4, 3, 3, 2, 4, 4, 2, 3, 2, 2, 3, 2, 2, 2];
  let left = total;
  const scores: Record<string, number> = {};
  for (const [index, item] of order.entries()) {
    const score = Math.min(left, most[index] ?? 0);
    scores[item] = score;
    left -= score;
  }
  return allItems(scores);
}
