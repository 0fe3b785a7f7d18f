import type { PatientTimeline } from '../timeline/patient-timeline.ts';
import { hadTreatment } from '../timeline/this-stay.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';
import { FORECAST_END_HOURS } from './risk-score.ts';

export interface PopulationInput {
  readonly timeline: PatientTimeline;
  readonly admittedAt: EpochMs;
  readonly asOf: EpochMs;
  /** Whole years; null where unknown. */
  readonly age: number | null;
}

/**
 * Why the model does not know patients like this one, in a ward's words; empty when it does. Its population: ischaemic stroke with middle
 * cerebral artery occlusion, no thrombectomy, first 7 days (Sun C et al. 2026, doi:10.3389/fneur.2026.1787921), adults.
 */
export function outOfPopulation(input: PopulationInput): readonly string[] {
  const { admittedAt, asOf, age } = input;
  const timeline = input.timeline.cutAt(asOf);
  const conditions = new Set(timeline.conditions.map(({ condition }) => condition));
  const occlusion = conditions.has('mca-occlusion');
  const reasons: string[] = [];
  if (!occlusion && !conditions.has('ischaemic-stroke')) {
    reasons.push('No ischaemic stroke recorded');
  }
  if (!occlusion) reasons.push('No middle cerebral artery occlusion recorded');
  if (hadTreatment(timeline, 'thrombectomy', admittedAt)) reasons.push('Had thrombectomy');
  if (age === null) reasons.push('Age not known');
  else if (age < 18 || age > 100) reasons.push('Age outside 18 to 100');
  if (asOf - admittedAt > FORECAST_END_HOURS * HOUR) reasons.push('More than 7 days in hospital');
  return reasons;
}
