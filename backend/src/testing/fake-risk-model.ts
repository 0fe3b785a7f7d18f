import { FEATURE_NAMES, FEATURE_SET_VERSION } from '@endwatch/clinical';
import {
  RiskModel,
  type ModelManifest,
  type ScoreInput,
  type ScoreOutput,
} from '../pipeline/ports.ts';

const CRP = FEATURE_NAMES.indexOf('crp');
const HEART_RATE = FEATURE_NAMES.indexOf('heart-rate');

/**
 * A model a spec can reckon with: the risk in percent is the CRP (10 % where there is none), plus 20 when a report says "hyperdense", plus a
 * trace of heart rate so that every vital sign matters. Text or values that say "poison" (a CRP of 666) make it throw.
 */
export class FakeRiskModel extends RiskModel {
  manifest: ModelManifest = {
    version: 'fake-1',
    checksum: 'f1'.repeat(32),
    featureSet: FEATURE_SET_VERSION,
    trainedOn: 'simulated',
    reportVectorLength: 2,
    thresholds: { medium: 0.2, high: 0.35, highOff: 0.25 },
    known: { ranges: [], reportLanguage: null },
  };

  /** Rows asked for, one entry for each forward pass. */
  readonly passes: number[] = [];
  encoded = 0;
  broken = false;

  encodeReport(text: string): Float32Array {
    if (this.broken) throw new Error('the engine is gone');
    if (text.includes('poison')) throw new RangeError('this text cannot be read');
    this.encoded += 1;
    return Float32Array.from([text.includes('hyperdense') ? 1 : 0, 1]);
  }

  score(inputs: readonly ScoreInput[]): readonly ScoreOutput[] {
    if (this.broken) throw new Error('the engine is gone');
    this.passes.push(inputs.length);
    return inputs.map((input) => {
      const next24h = riskOf(input);
      const hours = input.hoursSinceAdmission;
      return {
        next24h,
        by48h: hours >= 48 ? null : Math.min(1, next24h * 1.1),
        by7d: hours >= 168 ? null : Math.min(1, next24h * 1.5),
        hazards: Float32Array.from([next24h, hours, 0, 0, 0, 0, 0]),
      };
    });
  }

  admissionRisk(inputs: readonly ScoreInput[]): readonly (number | null)[] {
    return inputs.map((input) => Math.min(1, riskOf(input) * 1.2));
  }
}

function riskOf({ features, report }: ScoreInput): number {
  const crp = features.missing[CRP] === 1 ? 10 : (features.values[CRP] ?? 0);
  if (crp === 666) throw new RangeError('this value cannot be scored');
  const text = report?.[0] === 1 ? 20 : 0;
  const trace = (features.values[HEART_RATE] ?? 0) / 1e6;
  return Math.min(0.99, (crp + text) / 100 + trace);
}
