import type { Gathered } from './gather-marginals.ts';

/** What is counted of a cohort: a share of patients, a mean, or a median on the log scale. */
export type Kind = 'share' | 'mean' | 'median';

export interface Target {
  readonly name: string;
  readonly kind: Kind;
  /** The number and unit that is aimed at; shares from 0 to 1. */
  readonly wanted: number;
  readonly unit: string;
  /** Section of the clinical reference and paper, or "own choice". */
  readonly source: string;
  /** Most that the simulated number may differ, above its standard error; null = shown only. */
  readonly limit: number | null;
  /** One number per patient (0 or 1 for a share); null = this patient does not count. */
  readonly of: (patient: Gathered) => number | null;
}

const by = (end: number | null, hours: number): number => (end !== null && end <= hours ? 1 : 0);

const among =
  (end: boolean, of: (p: Gathered) => number | null) =>
  (p: Gathered): number | null =>
    (p.endHours !== null) === end ? of(p) : null;

const has =
  (condition: string) =>
  ({ traits }: Gathered): number =>
    traits.conditions.some((one) => one === condition) ? 1 : 0;

const share = (one: Pick<Target, 'name' | 'wanted' | 'source' | 'limit'>) => ({
  ...one,
  kind: 'share' as const,
  unit: '',
});

const FITTED = '5.4, fitted to Sun 2026, Park 2021, Liu 2023';
const COVARIATES = '5.6, from the tables of 5.1–5.3';

/** What the paper counted: END as charted. The generator's rates are solved for these two. */
const charted: readonly Target[] = [
  [48, 0.303],
  [168, 0.38],
].map(([hours = 0, wanted = 0]) => ({
  ...share({
    name: `END charted by ${String(hours)} h`,
    wanted,
    source: '0 and 5.4, Sun 2026',
    limit: 0.02,
  }),
  of: ({ chartedHours }) => by(chartedHours, hours),
}));

/** The fitted shape beside true onsets, more than are charted: above it by intent. */
const onsets: readonly Target[] = [
  [6, 0.102],
  [12, 0.165],
  [24, 0.238],
  [48, 0.303],
  [72, 0.336],
  [96, 0.355],
  [168, 0.38],
].map(([hours = 0, wanted = 0]) => ({
  ...share({ name: `END begun by ${String(hours)} h`, wanted, source: FITTED, limit: null }),
  of: ({ endHours }) => by(endHours, hours),
}));

/** Both columns of one line of the table. */
function pair(
  line: Pick<Target, 'name' | 'kind' | 'unit' | 'of'>,
  [without, withEnd]: readonly [number, number],
  limit: number | null = null,
): Target[] {
  const shared = { ...line, source: COVARIATES, limit };
  return [
    { ...shared, name: `${line.name}, without END`, wanted: without, of: among(false, line.of) },
    { ...shared, name: `${line.name}, with END`, wanted: withEnd, of: among(true, line.of) },
  ];
}

type Level = keyof Gathered['traits']['level'];
const level =
  (name: Level) =>
  ({ traits }: Gathered): number =>
    traits.level[name];

const line = (
  [name, kind, unit]: readonly [name: string, kind: Kind, unit: string],
  of: Target['of'],
) => ({ name, kind, unit, of });

/** Each number that the clinical reference gives for a simulated cohort and that the simulator has. */
export const TARGETS: readonly Target[] = [
  ...charted,
  ...onsets,
  ...pair(
    line(['age', 'mean', 'years'], ({ traits }) => traits.ageYears),
    [66, 68],
    2,
  ),
  ...pair(
    line(['male', 'share', ''], ({ sex }) => (sex === 'male' ? 1 : 0)),
    [0.66, 0.65],
    0.05,
  ),
  ...pair(
    line(['NIHSS at admission', 'median', 'points'], ({ traits }) => traits.nihss),
    [7, 9],
    1,
  ),
  ...pair(line(['systolic pressure', 'mean', 'mmHg'], level('systolic')), [152, 154]),
  ...pair(line(['diastolic pressure', 'mean', 'mmHg'], level('diastolic')), [85, 87]),
  ...pair(line(['heart rate', 'mean', '/min'], level('heartRate')), [79, 82]),
  ...pair(line(['glucose', 'median', 'mmol/L'], level('glucose')), [5.8, 7.2]),
  ...pair(line(['D-dimer', 'median', 'mg/L FEU'], level('dDimer')), [0.42, 0.95]),
  ...pair(line(['neutrophils to lymphocytes', 'median', ''], level('nlr')), [2.5, 3.6]),
  ...pair(line(['CRP', 'median', 'mg/L'], level('crp')), [2.5, 5.5]),
  ...pair(line(['fibrinogen', 'mean', 'g/L'], level('fibrinogen')), [2.9, 3.1]),
  ...pair(line(['homocysteine', 'median', 'µmol/L'], level('homocysteine')), [12, 14]),
  ...pair(line(['hypertension', 'share', ''], has('hypertension')), [0.7, 0.7]),
  ...pair(line(['diabetes', 'share', ''], has('diabetes')), [0.26, 0.44]),
  ...pair(
    line(['atrial fibrillation', 'share', ''], has('atrial-fibrillation')),
    [0.14, 0.2],
    0.02,
  ),
  ...pair(line(['prior stroke', 'share', ''], has('prior-stroke')), [0.14, 0.18], 0.02),
  ...pair(
    line(['onset to door', 'median', 'h'], ({ traits }) => traits.onsetToDoorHours),
    [10, 8],
    1,
  ),
  {
    ...share({
      name: 'at the door within 4.5 h',
      wanted: 0.28,
      source: '5.3, PMC7993794',
      limit: null,
    }),
    of: ({ traits }) => (traits.onsetToDoorHours <= 4.5 ? 1 : 0),
  },
  {
    ...share({ name: 'died', wanted: 0.045, source: '5.5, middle of 3–6 %', limit: null }),
    of: ({ died }) => (died ? 1 : 0),
  },
  {
    ...share({ name: 'an untestable item', wanted: 0.05, source: '5.5', limit: null }),
    of: ({ untestable }) => (untestable ? 1 : 0),
  },
  {
    ...share({
      name: 'D-dimer above 80 mg/L FEU',
      wanted: 0,
      source: 'plausibility limit of the product',
      limit: null,
    }),
    of: ({ highestDDimer }) => (highestDDimer > 80 ? 1 : 0),
  },
  {
    name: 'reports per patient',
    kind: 'mean',
    wanted: 3.36,
    unit: '',
    source: 'own choice: four, less REPORTS_MISSING',
    limit: null,
    of: ({ reports }) => reports,
  },
];
