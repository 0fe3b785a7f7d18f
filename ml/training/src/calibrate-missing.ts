import type {
  Artefact,
  InputKind,
  LogitCalibration,
  MissingLine,
  NetworkConfig,
} from '@endwatch/ml-model';
import { KINDS_WITH_LINES } from '@endwatch/ml-model';
import { calibrationOf } from './calibrate.ts';
import { nearCells } from './calibrate-leads.ts';
import { withoutInputs } from './input-kinds.ts';
import { admissionCells } from './judge.ts';
import type { ReportVectors } from './score-stays.ts';
import { StayScorer } from './score-stays.ts';
import type { Stay } from './stay-rows.ts';

/** Every choice of kinds but none. */
const CHOICES: readonly (readonly InputKind[])[] = KINDS_WITH_LINES.reduce<InputKind[][]>(
  (choices, kind) => [...choices, ...choices.map((choice) => [...choice, kind])],
  [[]],
).slice(1);

/**
 * For each choice of kinds of input that may be missing, a line for either network, from the same patients with these withheld. Networks that have learnt to do without them rank
 * patients well, but are too careful about those of whom they know little. `artefact` is calibrated for everybody, without such lines.
 */
export function withMissingLines(
  artefact: Artefact,
  stays: readonly Stay[],
  vectors: ReportVectors = new Map(),
): Artefact {
  const { hazard, admission } = artefact.config;
  const scorer = new StayScorer(artefact, vectors);
  const lines: Record<'hazard' | 'admission', MissingLine[]> = { hazard: [], admission: [] };
  for (const without of CHOICES) {
    const fewer = stays.map(({ snapshots, ...stay }) => ({
      ...stay,
      snapshots: snapshots.map((snapshot) => withoutInputs(snapshot, without)),
    }));
    const scored = scorer.score(fewer, true);
    const near = calibrationOf(nearCells(scored));
    if (near) lines.hazard.push({ without, ...beneath(hazard.calibration, near) });
    const early = admission && calibrationOf(admissionCells(scored));
    if (early) lines.admission.push({ without, ...beneath(admission.calibration, early) });
  }
  scorer.dispose();
  return {
    ...artefact,
    config: {
      ...artefact.config,
      hazard: { ...hazard, missingLines: lines.hazard },
      admission: admission && { ...admission, missingLines: lines.admission },
    },
  };
}

/** The same networks with one calibration for everybody, whatever they lack. */
export function withoutMissingLines(artefact: Artefact): Artefact {
  const { hazard, admission } = artefact.config;
  const bare = ({ missingLines: _, ...rest }: NetworkConfig): NetworkConfig => rest;
  return {
    ...artefact,
    config: { ...artefact.config, hazard: bare(hazard), admission: admission && bare(admission) },
  };
}

/** The line on the network's own logit that has the effect of `line` on the calibrated one. */
function beneath({ intercept, slope }: LogitCalibration, line: LogitCalibration): LogitCalibration {
  return {
    intercept: (line.intercept + (line.slope - 1) * intercept) / slope,
    slope: line.slope,
  };
}
