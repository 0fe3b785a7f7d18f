import { isScoreOf } from '../domain/rescoring/model-manifest.ts';
import type { RiskModel, ScoreOutput, ScoreRecord } from './ports.ts';

/** One number that came out otherwise than it was stored. */
export interface ReplayDifference {
  readonly field: string;
  readonly stored: number | string | null;
  readonly replayed: number | string | null;
}

/** From here on the admission snapshot rests on inputs of an earlier moment, which are stored with that moment's score. */
const SNAPSHOT_HOURS = 6;

/**
 * Computes a stored score again from its stored inputs and compares bit for bit; empty when nothing differs. A model of another version, or
 * trained again under the same, is itself the one difference: it cannot be asked.
 */
export function replayScore(score: ScoreRecord, model: RiskModel): readonly ReplayDifference[] {
  const { manifest } = model;
  if (manifest.version !== score.modelVersion) {
    return [{ field: 'modelVersion', stored: score.modelVersion, replayed: manifest.version }];
  }
  if (!isScoreOf(score, manifest)) {
    return [{ field: 'modelChecksum', stored: score.modelChecksum, replayed: manifest.checksum }];
  }
  const input = {
    features: score.features,
    report: score.reportVector,
    hoursSinceAdmission: score.hoursSinceAdmission,
  };
  const [output] = model.score([input]);
  if (output === undefined) throw new RangeError('the model answered with no row');
  const differences = [...forecastDifferences(score, output), ...hazardDifferences(score, output)];
  if (score.hoursSinceAdmission <= SNAPSHOT_HOURS) {
    const [admission = null] = model.admissionRisk([input]);
    differences.push(...difference('admission', score.admission, admission));
  }
  return differences;
}

function forecastDifferences(score: ScoreRecord, output: ScoreOutput): ReplayDifference[] {
  return [
    ...difference('next24h', score.next24h, output.next24h),
    ...difference('by48h', score.by48h, output.by48h),
    ...difference('by7d', score.by7d, output.by7d),
  ];
}

function hazardDifferences(score: ScoreRecord, output: ScoreOutput): ReplayDifference[] {
  if (score.hazards.length !== output.hazards.length) {
    return difference('hazards.length', score.hazards.length, output.hazards.length);
  }
  return [...score.hazards].flatMap((stored, index) =>
    difference(`hazards[${String(index)}]`, stored, output.hazards[index] ?? null),
  );
}

/** `Object.is`: 0 and -0 have different bits, NaN equals itself. */
function difference(
  field: string,
  stored: number | null,
  replayed: number | null,
): ReplayDifference[] {
  return Object.is(stored, replayed) ? [] : [{ field, stored, replayed }];
}
