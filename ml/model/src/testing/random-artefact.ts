import { FEATURE_NAMES, FEATURE_SET_VERSION } from '@endwatch/clinical';
import type { NetworkShape } from '../architecture.ts';
import { UNCALIBRATED } from '../calibration.ts';
import { KINDS_WITH_LINES } from '../missing-line.ts';
import type { Artefact, ArtefactConfig, NetworkConfig } from '../model-artefact.ts';
import { weightCount } from '../model-artefact.ts';
import type { ScoreInput } from '../risk-model.ts';
import type { InputLayout } from '../scaling.ts';
import { structuredWidth } from '../scaling.ts';

/** Numbers in [−1, 1), the same for the same seed (a linear congruential generator: enough to fill a test). */
export function numbers(n: number, seed: number): Float32Array {
  let state = seed >>> 0;
  return Float32Array.from({ length: n }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

const VOCABULARY = [
  '<pad>',
  '<unknown>',
  '<number>',
  'dense',
  'mca',
  'no',
  'hemorrhage',
  '.',
] as const;

const LAYOUT: InputLayout = {
  scales: FEATURE_NAMES.map(() => ({ transform: 'none', centre: 0, spread: 1 })),
  valueAges: true,
};

export function randomShape(outputs: number): NetworkShape {
  return {
    structured: structuredWidth(LAYOUT),
    vocabulary: VOCABULARY.length,
    textLength: 12,
    embedding: 4,
    kernelWidths: [2, 3],
    filters: 5,
    reportVector: 6,
    structuredHidden: 16,
    fusionHidden: 11,
    outputs,
    commonScore: outputs > 1,
  };
}

/** An untrained model of the real kind, small. */
export function randomArtefact(change: Partial<ArtefactConfig> = {}): Artefact {
  const hazard = {
    shape: randomShape(7),
    calibration: { intercept: -2, slope: 0.5 },
    leadLines: {
      leads: [-12, 24],
      lines: Array.from({ length: 7 }, (_, i) => [
        { intercept: 0.1 * i - 0.2, slope: 1.2 },
        { intercept: 0.3 - 0.1 * i, slope: 0.8 + 0.05 * i },
      ]),
    },
    missingLines: [
      { without: ['laboratory'], intercept: 0.4, slope: 1.6 },
      { without: KINDS_WITH_LINES, intercept: -0.5, slope: 1.3 },
    ],
  } satisfies NetworkConfig;
  const admission = { shape: randomShape(1), calibration: UNCALIBRATED };
  const count = weightCount(hazard.shape) + weightCount(admission.shape);
  return {
    config: {
      format: 1,
      version: 'random',
      featureSet: FEATURE_SET_VERSION,
      featureNames: FEATURE_NAMES,
      trainedOn: 'simulated',
      ...LAYOUT,
      vocabulary: VOCABULARY,
      thresholds: { medium: 0.2, high: 0.4, highOff: 0.3 },
      hazard,
      admission,
      ...change,
    },
    provenance: {},
    weights: numbers(count, 1).map((x) => x / 3),
  };
}

/** A row of made-up features, a third of them missing. */
export function randomInput(seed: number, report: Float32Array | null): ScoreInput {
  const n = FEATURE_NAMES.length;
  const missing = Uint8Array.from(numbers(n, seed + 7), (x) => (x > 0.33 ? 1 : 0));
  const values = numbers(n, seed).map((x, i) => (missing[i] === 1 ? 0 : x * 3));
  const ageHours = numbers(n, seed + 11).map((x, i) => (missing[i] === 1 ? NaN : (x + 1) * 20));
  return {
    features: {
      featureSet: FEATURE_SET_VERSION,
      values,
      missing,
      ageHours,
    },
    report,
    hoursSinceAdmission: (seed * 13) % 168,
  };
}
