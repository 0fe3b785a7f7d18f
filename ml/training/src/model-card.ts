import type { ArtefactConfig } from '@endwatch/ml-model';
import { CARD_WORDS } from './card-words.ts';
import type { Evaluation, Performance, ThresholdPerformance } from './evaluate.ts';
import { flowText } from './cohort-folder/flow.ts';
import { FIRST_TELLING_HOUR, LANDMARK_HOURS, SNAPSHOT_HOUR } from './settings.ts';
import type { CohortSource } from './training-cohorts.ts';

/** How a model came to be. */
export interface TrainingRecord {
  readonly command: string;
  readonly commit: string;
  readonly seed: number;
  readonly dataFingerprint: string;
  readonly engine: string;
  /** Patients drawn, stays used and ENDs charted in each part. */
  readonly counts: Readonly<
    Record<'train' | 'calibrate' | 'test', { patients: number; stays: number; events: number }>
  >;
}

export interface ModelCardInput {
  readonly config: ArtefactConfig;
  readonly record: TrainingRecord;
  /** The folder that the patients came from; null for simulated ones that no folder holds. */
  readonly source: CohortSource | null;
  readonly fusion: Evaluation;
  /** The same networks fitted without reports, for comparison; null where they could not be. */
  readonly structuredOnly: Evaluation | null;
}

const number = (value: number | null, digits = 3): string =>
  value === null ? '–' : value.toFixed(digits);
const percent = (value: number | null): string =>
  value === null ? '–' : `${(100 * value).toFixed(1)} %`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const PERFORMANCE_HEAD = [
  'forecast',
  'n',
  'END',
  'AUC (95 % CI)',
  'AUC of the true hazard',
  'Brier',
  'calibration in the large',
  'calibration slope',
] as const;

function performanceRow(name: string, one: Performance): string[] {
  const ci95 = one.ci95 ? ` (${number(one.ci95[0])}–${number(one.ci95[1])})` : '';
  return [
    name,
    String(one.n),
    String(one.events),
    `${number(one.auc)}${ci95}`,
    number(one.oracleAuc),
    number(one.brier, 4),
    number(one.calibrationInTheLarge),
    number(one.calibrationSlope),
  ];
}

function performanceTable({ fusion, structuredOnly }: ModelCardInput): string {
  const hour = String(SNAPSHOT_HOUR);
  const without = (name: string, one: Performance | undefined): string[][] =>
    one ? [performanceRow(name, one)] : [];
  return table(PERFORMANCE_HEAD, [
    performanceRow(`next 24 h, all landmarks from ${String(FIRST_TELLING_HOUR)} h`, fusion.next24h),
    ...without('the same without reports', structuredOnly?.next24h),
    performanceRow('7 days, hazards at 0 h', fusion.sevenDaysAtAdmission),
    performanceRow(`7 days, hazards at ${hour} h`, fusion.sevenDaysAtSnapshot),
    performanceRow(`7 days, admission model at ${hour} h`, fusion.admissionModel),
    ...without('7 days, admission model without reports', structuredOnly?.admissionModel),
  ]);
}

function thresholdTable({ medium, high }: Evaluation): string {
  const row = (name: string, one: ThresholdPerformance): string[] => [
    name,
    number(one.threshold, 2),
    percent(one.flagged),
    percent(one.recall),
    percent(one.specificity),
    percent(one.precision),
  ];
  return table(
    ['band', 'from', 'scores flagged', 'sensitivity', 'specificity', 'positive predictive value'],
    [row('medium', medium), row('high', high)],
  );
}

function countsTable({ counts }: TrainingRecord): string {
  const part = (name: string, key: keyof TrainingRecord['counts']): string[] => {
    const { patients, stays, events } = counts[key];
    return [
      name,
      String(patients),
      String(stays),
      `${String(events)} (${percent(events / stays)})`,
    ];
  };
  return table(
    ['part', 'patients', 'usable stays', 'END charted by 168 h'],
    [
      part('training (and early stopping)', 'train'),
      part('calibration and thresholds', 'calibrate'),
      part('test: every figure below', 'test'),
    ],
  );
}

/** Who of a folder was trained on; nothing where there was none. */
function whoWasIn(source: CohortSource | null): string {
  if (source === null) return '';
  const notUsed = source.notUsed.map(({ file, field, code, count }) => {
    const where = [file, field, code].filter((one) => one !== null).join(', ');
    return `- ${String(count)}: ${where}`;
  });
  const rows = notUsed.length === 0 ? 'Every row was used.' : 'Not used:';
  return ['', '```', flowText(source.flow).trimEnd(), '```', '', rows, ...notUsed, ''].join('\n');
}

/** Model card in Markdown, written from the numbers of the run itself. */
export function modelCard(input: ModelCardInput): string {
  const { config, record, source, fusion } = input;
  const words = CARD_WORDS[config.trainedOn];
  return `# Model card: ${config.version}

**${words.statement}**

## What it forecasts
Early neurological deterioration (END): a charted rise of the NIHSS of ≥ 2 in total or ≥ 1 in the motor subscore (5a+5b+6a+6b) against the
admission examination, within 168 h of admission. An END is dated to the examination that showed it; deterioration between two examinations
counts from the later one. Rises that rest on untestable items, or on exactly the threshold with another rater, are not counted.
- **Live risk**: hazards of a first END in 0–6, 6–12, 12–24, 24–48, 48–72, 72–96 and 96–168 h, from which the risk within 24 h, by 48 h and by 7 days
  follows at any hour. Trained by landmarking at ${LANDMARK_HOURS.join(', ')} h with only what had arrived by then.
- **Admission risk**: one probability of END within 7 days from what was known ${String(SNAPSHOT_HOUR)} h after admission, after Sun et al. 2026
  (10.3389/fneur.2026.1787921; there AUC .877 in training and .771 in the test set of one hospital). Rescoring as data arrive goes beyond that paper, and nothing in it
  validates that.

## Population
Adults with ischaemic stroke and imaging-confirmed occlusion of the middle cerebral artery, no endovascular treatment, ${words.population}. Excluded:
thrombectomy, other arteries, stays without an admission examination or without a second one. ${words.sources}Patients who leave earlier count as censored for the hazards and as without END for the admission model.
${whoWasIn(source)}
${countsTable(record)}

## Performance on ${words.heldOut}
${performanceTable(input)}

${words.oracle}Rows of all landmarks share patients; no interval is given for them. At 0 h nothing has arrived yet: everybody has the same risk then, and it is left out of them.

Next 24 h by hour since admission:

${table(
  PERFORMANCE_HEAD,
  fusion.next24hByHour.map((one) => performanceRow(`${String(one.hour)} h`, one)),
)}

Bands of the risk within 24 h, chosen on the calibration patients by how many scores a ward is asked to look at, and judged here; both from ${String(FIRST_TELLING_HOUR)} h on:

${thresholdTable(fusion)}

A high-risk alert ends below ${number(config.thresholds.highOff, 2)}.

## Limits
${words.limits}- No external validation, no temporal validation, no comparison with clinicians. Subgroups are not in this card but in the evaluation (\`npm run evaluate\`); the paper reports a higher AUC in diabetics.
- A ≥ 2 point change is within the noise between two raters: part of what is forecast is disagreement.
- A missing input is told to the network as missing. Values beyond four spreads from the median are cut there. Reports in another language read as unknown words.

## How it was made
${table(
  ['', ''],
  [
    ['command', `\`${record.command}\``],
    ['commit', record.commit],
    ['seed', String(record.seed)],
    ['data fingerprint (SHA-256)', record.dataFingerprint],
    ['engine', record.engine],
    ['feature set', `${config.featureSet}, ${String(config.featureNames.length)} features`],
    [
      'vocabulary',
      `${String(config.vocabulary.length)} tokens${config.tokens ? ', characters and runs of up to three' : ''}`,
    ],
    [
      'calibration of the hazards',
      `each interval by lines of its own for how far ahead it is (artefact.json, leadLines); then ${calibrationWords(config.hazard.calibration)}`,
    ],
    [
      'calibration of the admission model',
      config.admission ? calibrationWords(config.admission.calibration) : '–',
    ],
  ],
)}
`;
}

function calibrationWords({ intercept, slope }: { intercept: number; slope: number }): string {
  return `intercept ${number(intercept)}, slope ${number(slope)} on the logit`;
}
