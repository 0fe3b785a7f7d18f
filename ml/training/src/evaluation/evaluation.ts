import type { ComparatorSet } from '../comparators/comparator.ts';
import { admissionSection } from './admission.ts';
import { alertSection } from './alerts.ts';
import { baseRateSection } from './base-rate.ts';
import { byLandmark } from './by-landmark.ts';
import { checklistSection } from './checklist.ts';
import { comparisonSection } from './comparison.ts';
import type { EvaluationDocument, RunRecord, Section } from './document.ts';
import { explanationSection } from './explanation.ts';
import type { Judgement, LiveJudgement } from './judgement.ts';
import { paperSection } from './paper-comparison.ts';
import { shownForecastSection } from './shown-forecasts.ts';
import { strataSection } from './strata.ts';
import { shownSubgroupSection, subgroupSection } from './subgroups.ts';
import type { Transport } from './transport.ts';
import { transportSection } from './transport.ts';

export interface EvaluationOptions {
  /** Null: there are none to compare with, and their section is left out. */
  readonly comparators: ComparatorSet | null;
  /** Null: no models of single houses, or patients whose reports cannot be written again; the section is left out. */
  readonly transport: Transport | null;
  /** Patients whose scores are explained. */
  readonly explained: number;
}

/** Every section from one judgement; nothing is drawn by chance on the way. */
export function evaluationDocument(
  judgement: Judgement,
  run: RunRecord,
  { comparators, transport, explained }: EvaluationOptions,
): EvaluationDocument {
  const sections: readonly Section[] = [
    byLandmark(judgement),
    admissionSection(judgement),
    ...(comparators ? [comparisonSection(judgement, comparators)] : []),
    paperSection(judgement, comparators),
    strataSection(judgement),
    subgroupSection(judgement),
    alertSection(judgement),
    baseRateSection(judgement),
    ...(transport ? [transportSection(judgement, transport)] : []),
    explanationSection(judgement, explained),
  ];
  return { format: 1, run, sections: [...sections, checklistSection(judgement, run, sections)] };
}

/** Of the forecasts that a board showed: what does not need the model again. */
export function shownDocument(judgement: LiveJudgement, run: RunRecord): EvaluationDocument {
  const sections = [byLandmark, shownForecastSection, strataSection, shownSubgroupSection].map(
    (of) => of(judgement),
  );
  return { format: 1, run, sections };
}

/** File `evaluation.json`: every table and figure says by itself where it comes from. */
export function evaluationJson({ format, run, sections }: EvaluationDocument): string {
  const { command, seed, statement } = run;
  const source = { command, seed, statement };
  const sourced = sections.map(({ tables, figures, ...section }) => ({
    ...section,
    tables: tables.map((table) => ({ ...table, source })),
    figures: figures.map((figure) => ({ ...figure, source })),
  }));
  return `${JSON.stringify({ format, run, sections: sourced }, null, 1)}\n`;
}
