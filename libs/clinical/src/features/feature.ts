import type { NihssAssessment } from '../nihss/nihss-assessment.ts';
import type { QuantityName } from '../quantity/quantity-name.ts';
import type { PatientTimeline, Stretch } from '../timeline/patient-timeline.ts';
import type { EpochMs } from '../time.ts';

/** What a feature may look at: the view ends at `asOf`, so nothing later can be reached. */
export interface FeatureContext {
  readonly view: PatientTimeline;
  readonly admittedAt: EpochMs;
  readonly asOf: EpochMs;
  /** Examinations of this stay up to `asOf`. */
  readonly assessments: readonly NihssAssessment[];
  readonly admission: NihssAssessment | null;
  /** Values of the window that lowest, highest, mean and slope look at; each quantity is cut out once. */
  readonly windows: Map<QuantityName, Stretch>;
}

/** A value and the effective time it rests on; `at` null for what has no age. */
export interface Reading {
  readonly value: number;
  readonly at: EpochMs | null;
}

export interface Feature {
  readonly name: string;
  /** In a ward's words, to stand within a sentence: no capital unless it is a name. */
  readonly label: string;
  /** UCUM; `1` for counts, flags and scores. */
  readonly unit: string;
  /** Null where nothing usable is known. */
  readonly read: (context: FeatureContext) => Reading | null;
}
