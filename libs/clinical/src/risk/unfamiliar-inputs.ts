import { featureLabel } from '../features/extract-features.ts';
import type { FeatureVector } from '../features/feature-vector.ts';
import { QUANTITIES } from '../quantity/quantity.ts';
import type { ReportRecord } from '../record/clinical-record.ts';
import { reportLanguage, type KnownLanguage } from './report-language.ts';

/** Between which values the patients lay that a model learned from; both in the feature's unit. */
export interface InputRange {
  /** Of the feature. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** What a model has learned to read. */
export interface KnownInputs {
  /** In the order of the features; empty = not known. */
  readonly ranges: readonly InputRange[];
  /** Language of the reports it learned from; null = not known, so nothing is said of it. */
  readonly reportLanguage: KnownLanguage | null;
}

export interface UnfamiliarInput {
  readonly features: FeatureVector;
  /** Known at that moment. */
  readonly reports: readonly ReportRecord[];
  readonly known: KnownInputs;
}

const languages = new WeakMap<ReportRecord, ReturnType<typeof reportLanguage>>();

function languageOf(report: ReportRecord): ReturnType<typeof reportLanguage> {
  const held = languages.get(report);
  if (held !== undefined) return held;
  const language = reportLanguage(report.text);
  languages.set(report, language);
  return language;
}

/** Of measured values only: a mean or slope repeats what the value itself says. A plain loop: it runs at every moment that is scored. */
function outOfRange({ features, known }: UnfamiliarInput): string[] {
  const { values, missing } = features;
  const labels: string[] = [];
  for (let i = 0; i < known.ranges.length; i += 1) {
    const range = known.ranges[i];
    const value = values[i] ?? 0;
    if (!range || missing[i] === 1 || (value >= range.least && value <= range.most)) continue;
    if (range.name in QUANTITIES) labels.push(featureLabel(range.name));
  }
  return labels;
}

/**
 * Why the model cannot read what is known of this patient as it reads others, in a ward's words; empty when it can. The same values are still
 * scored: of a report in another language the model knows no word, and beyond its patients' values it only guesses how the risk goes on.
 */
export function unfamiliarInputs(input: UnfamiliarInput): readonly string[] {
  const { reports, known } = input;
  const foreign =
    known.reportLanguage !== null &&
    reports.some((report) => {
      const language = languageOf(report);
      return language !== null && language !== known.reportLanguage;
    });
  const beyond = outOfRange(input);
  return [
    ...(foreign ? ['Report not in the language the model learned'] : []),
    ...(beyond.length > 0 ? [`Beyond what the model learned: ${beyond.join(', ')}`] : []),
  ];
}
