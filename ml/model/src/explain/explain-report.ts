import { at } from '@endwatch/statistics';
import type { FusionHead } from './fusion-head.ts';
import { integratedGradients } from './integrated-gradients.ts';
import type { RiskOfLogits } from './risk-of-logits.ts';
import type { TextPooling } from './text-pooling.ts';

export interface WordsQuestion {
  readonly head: FusionHead;
  readonly pooling: TextPooling;
  readonly risk: RiskOfLogits;
  /** Linear vector of everything but the reports. */
  readonly linear: Float64Array;
  /** Token ids of each report, without padding. */
  readonly reports: readonly Int32Array[];
}

export interface WordShares {
  /** Of each word of each report: what it adds to the risk, beside the same reports with every word blank. */
  readonly shares: readonly Float64Array[];
  readonly blankRisk: number;
  readonly risk: number;
  /** |Σ shares − (risk − blankRisk)|. */
  readonly completenessGap: number;
}

/** Of the whole change; the path is cut finer until then. */
const COMPLETENESS = 1e-3;

/**
 * Integrated Gradients (Sundararajan 2017) of the next day's risk by the words of all reports at once, from embeddings of 0 to what they are. Along
 * that line the pooled sums of each text grow in proportion (`PooledText`), so the path is followed in those and shared out among the words
 * afterwards: the same integral at a fraction of the work.
 */
export function explainReports(question: WordsQuestion): WordShares {
  const { pooling, reports } = question;
  const texts = reports.map((tokens) => pooling.pool(tokens));
  const to = Float64Array.from(texts.flatMap(({ sums }) => [...sums]));
  const path = { from: new Float64Array(to.length), to };
  const found = integratedGradients(alongReports(question), path, COMPLETENESS);
  const shares = texts.map(({ sums, parts }, text) => {
    const own = new Float64Array(at(reports, text).length);
    parts.forEach((words, i) => {
      const sum = at(sums, i);
      if (sum === 0) return;
      const slope = at(found.attributions, text * pooling.width + i) / sum;
      for (const { word, value } of words) own[word] = at(own, word) + slope * value;
    });
    return own;
  });
  const { baselineOutput: blankRisk, output: risk, completenessGap } = found;
  return { shares, blankRisk, risk, completenessGap };
}

function alongReports({ head, pooling, risk, linear, reports }: WordsQuestion) {
  const { width } = pooling;
  const read = (point: Float64Array) => {
    const sums = reports.map((_, text) => point.subarray(text * width, (text + 1) * width));
    const vectors = sums.map((own) => pooling.vector(own));
    // As `combineReportVectors` does: each value from the report in which it is largest.
    const owner = at(vectors, 0).map((_, j) => strongest(vectors, j));
    const whole = Float64Array.from(linear);
    head.addReport(
      whole,
      owner.map((text, j) => at(at(vectors, text), j)),
    );
    return { sums, vectors, owner, whole, logits: head.logits(whole) };
  };
  return {
    valueAt: (point: Float64Array) => risk.risk(read(point).logits),
    gradientAt: (point: Float64Array) => {
      const { sums, vectors, owner, whole, logits } = read(point);
      const byVector = head.reportGradient(whole, risk.gradient(logits));
      const gradient = new Float64Array(point.length);
      sums.forEach((own, text) => {
        const mine = byVector.map((slope, j) => (at(owner, j) === text ? slope : 0));
        gradient.set(pooling.gradient(own, at(vectors, text), mine), text * width);
      });
      return gradient;
    },
  };
}

function strongest(vectors: readonly Float64Array[], j: number): number {
  let best = 0;
  vectors.forEach((vector, text) => {
    if (at(vector, j) > at(at(vectors, best), j)) best = text;
  });
  return best;
}
