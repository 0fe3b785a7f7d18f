import type { ReportRecord } from '@endwatch/clinical';
import type { Explanation } from '@endwatch/contracts';
import { isoTime } from '../board/iso-time.ts';
import type { ScoreRecord } from '../patient-state/stored-patient.ts';
import type { ModelManifest } from '../rescoring/model-manifest.ts';
import type { ReportShares, RiskShares, WordShare } from './attribution.ts';
import { explainedChanges, explainedInputs } from './findings.ts';
import { riskSentence } from './risk-sentence.ts';
import { strongestPhrase } from './strongest-phrase.ts';

export interface Explained {
  readonly score: ScoreRecord;
  readonly shares: RiskShares;
}

export interface ReportsRead {
  readonly records: readonly ReportRecord[];
  readonly shares: ReportShares;
}

export interface ExplanationParts extends Explained {
  readonly manifest: Pick<ModelManifest, 'version' | 'trainedOn'>;
  /** The score before, explained by the same model; null for a first one. */
  readonly before: Explained | null;
  /** Null where no report was read, or where `unexplained` says why. */
  readonly reports: ReportsRead | null;
  readonly unexplained: string | null;
}

export function toExplanation(parts: ExplanationParts): Explanation {
  const { score, shares, manifest, before, reports, unexplained } = parts;
  const texts = reports?.records.map(({ text }, i) => ({
    text,
    words: reports.shares.reports[i] ?? [],
  }));
  const phrase = (direction: 1 | -1): string | null => strongestPhrase(texts ?? [], direction);
  const told = {
    next24h: score.next24h,
    baseRisk: shares.baseRisk,
    inputs: [...explainedInputs(shares, score.features)],
    change: before && changeSince(before, parts),
  };
  return {
    ...{ scoreId: score.id, patientId: score.patientId, asOf: isoTime(score.asOf) },
    model: { version: manifest.version, trainedOn: manifest.trainedOn },
    sentence: riskSentence(told, { up: phrase(1), down: phrase(-1) }),
    ...told,
    missing: [...score.missing],
    reports: reports && reportsView(reports),
    reportsUnexplained: unexplained,
  };
}

function changeSince(before: Explained, after: Explained): NonNullable<Explanation['change']> {
  const side = ({ score, shares }: Explained) => ({ shares, features: score.features });
  return {
    scoreId: before.score.id,
    asOf: isoTime(before.score.asOf),
    next24h: before.score.next24h,
    timeShare: after.shares.baseRisk - before.shares.baseRisk,
    inputs: [...explainedChanges(side(before), side(after))],
  };
}

function reportsView({ records, shares }: ReportsRead): NonNullable<Explanation['reports']> {
  return {
    blankRisk: shares.blankRisk,
    completenessGap: shares.completenessGap,
    texts: records.map(({ resourceKey, title, text, times }, i) => ({
      ...{ id: resourceKey, title, text, effectiveAt: isoTime(times.effectiveAt) },
      words: (shares.reports[i] ?? []).map(place),
    })),
  };
}

function place({ from, to, share }: WordShare): { from: number; to: number; share: number } {
  return { from, to, share };
}
