import { combineReportVectors, type RiskForecast } from '@endwatch/clinical';
import type { Artefact, ScoreInput, ScoreOutput } from '@endwatch/ml-model';
import { LoadedRiskModel } from '@endwatch/ml-model';
import { at } from '@endwatch/statistics';
import { LANDMARK_HOURS, SNAPSHOT_HOURS } from './settings.ts';
import type { Snapshot, Stay } from './stay-rows.ts';

/** A stay seen at one hour, and what the model said then. */
export interface ScoredSnapshot<Output> {
  readonly stay: Stay;
  readonly snapshot: Snapshot;
  readonly output: Output;
}

/** What was forecast at the landmark hours. */
export interface LiveForecasts<Forecast extends RiskForecast = RiskForecast> {
  /** Of those still being followed. */
  readonly landmarks: readonly ScoredSnapshot<Forecast>[];
  /** Of those who were in hospital and not examined any more: what came nobody knows, but that they left or died. */
  readonly unseen: readonly ScoredSnapshot<Forecast>[];
}

export interface ScoredStays extends LiveForecasts<ScoreOutput> {
  /** Admission model, probability of END within 7 days. */
  readonly admission: readonly ScoredSnapshot<number>[];
}

/** Rows that go through the engine at once. */
const ROWS_AT_ONCE = 512;

/** Scores every snapshot exactly as serving does: same code, same artefact. */
export function scoreStays(
  artefact: Artefact,
  stays: readonly Stay[],
  withReports: boolean,
): ScoredStays {
  const scorer = new StayScorer(artefact);
  const scored = scorer.score(stays, withReports);
  scorer.dispose();
  return scored;
}

/** What the networks read in each text. It does not change with their calibration. */
export type ReportVectors = Map<string, Float32Array>;

/** Scores the same patients again and again, seen otherwise; each report is read once. */
export class StayScorer {
  readonly #model: LoadedRiskModel;
  readonly #vectors: ReportVectors;

  /** `vectors`: what the same networks have read before; what they read now is added. */
  constructor(artefact: Artefact, vectors: ReportVectors = new Map()) {
    this.#model = new LoadedRiskModel(artefact);
    this.#vectors = vectors;
  }

  score(stays: readonly Stay[], withReports: boolean): ScoredStays {
    const inputOf = ({ features, hour, reports }: Snapshot): ScoreInput => ({
      features,
      hoursSinceAdmission: hour,
      report: withReports ? combineReportVectors(reports.map((text) => this.#encoded(text))) : null,
    });
    const run = <Output>(
      hours: readonly number[],
      score: (inputs: readonly ScoreInput[]) => readonly Output[],
    ): ScoredSnapshot<Output>[] => {
      const rows = stays.flatMap((stay) =>
        stay.snapshots
          .filter(({ hour }) => hours.includes(hour))
          .map((snapshot) => ({ stay, snapshot })),
      );
      const outputs: Output[] = [];
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        const some = rows.slice(from, from + ROWS_AT_ONCE);
        outputs.push(...score(some.map(({ snapshot }) => inputOf(snapshot))));
      }
      return rows.map((row, i) => ({ ...row, output: at(outputs, i) }));
    };
    const live = run(LANDMARK_HOURS, (inputs) => this.#model.score(inputs));
    const admission = run(SNAPSHOT_HOURS, (inputs) => this.#model.admissionRisk(inputs)).flatMap(
      ({ output, ...row }) => (output === null || !isFollowed(row) ? [] : [{ ...row, output }]),
    );
    return { ...parted(live), admission };
  }

  /** Gives the engine its memory back. */
  dispose(): void {
    this.#model.dispose();
  }

  #encoded(text: string): Float32Array {
    const known = this.#vectors.get(text) ?? this.#model.encodeReport(text);
    this.#vectors.set(text, known);
    return known;
  }
}

export function parted<Forecast extends RiskForecast>(
  rows: readonly ScoredSnapshot<Forecast>[],
): LiveForecasts<Forecast> {
  return {
    landmarks: rows.filter(isFollowed),
    unseen: rows.filter((row) => !isFollowed(row)),
  };
}

function isFollowed({
  stay,
  snapshot,
}: Pick<ScoredSnapshot<unknown>, 'stay' | 'snapshot'>): boolean {
  return snapshot.hour < stay.followUp.time;
}
