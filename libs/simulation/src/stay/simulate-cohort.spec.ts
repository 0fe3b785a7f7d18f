import { buildTimeline, detectEnd, HOUR } from '@endwatch/clinical';
import type { ObservationRecord } from '@endwatch/clinical';
import { aucOf } from '../testing/auc.ts';
import { simulateCohort } from './simulate-cohort.ts';
import type { SimulatedStay } from './simulate-stay.ts';

const PATIENTS = 2000;
const admittedAt = Date.parse('2026-03-01T08:00:00Z');

/** What is kept of each stay: a cohort of whole records would not fit a test. */
interface Kept {
  readonly stay: Omit<SimulatedStay, 'records'>;
  readonly charted: ReturnType<typeof detectEnd>;
}

function keep({ records, ...stay }: SimulatedStay): Kept {
  const examinations = records.filter(
    (record): record is ObservationRecord => record.type === 'observation' && record.rater !== null,
  );
  const { assessments } = buildTimeline(examinations);
  return {
    stay,
    charted: detectEnd({ assessments, admittedAt, asOf: admittedAt + 168 * HOUR }),
  };
}

const cohort = [
  ...simulateCohort({ seed: 'bands', patients: PATIENTS, admittedAt, hours: 168 }),
].map(keep);
const withEnd = cohort.filter(({ stay }) => stay.endHours !== null);
const without = cohort.filter(({ stay }) => stay.endHours === null);

type Reading = (stay: Kept['stay']) => number;

const share = (all: readonly Kept[], test: (kept: Kept) => boolean): number =>
  all.filter(test).length / all.length;
const mean = (all: readonly Kept[], of: Reading): number =>
  all.reduce((sum, { stay }) => sum + of(stay), 0) / all.length;
const median = (all: readonly Kept[], of: Reading): number =>
  all.map(({ stay }) => of(stay)).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;

function oracleAuc(): number {
  const risk = ({ stay }: Kept): number => -stay.trueHazards.reduce((s, h) => s * (1 - h), 1);
  return aucOf(withEnd.map(risk), without.map(risk));
}

/** Simulated against wanted, with the band that is asserted. */
interface Marginal {
  readonly name: string;
  readonly simulated: number;
  readonly wanted: number;
  readonly within: number;
}

function line({ name, simulated, wanted, within }: Marginal): string {
  return `${name.padEnd(42)} ${simulated.toFixed(3).padStart(8)}  wanted ${wanted.toFixed(3)} ± ${within.toFixed(3)}`;
}

const confirmedBy = (hours: number) => (kept: Kept) =>
  kept.charted.status === 'confirmed' && (kept.charted.at ?? Infinity) <= admittedAt + hours * HOUR;

const marginals: readonly Marginal[] = [
  { name: 'END by 168 h', simulated: withEnd.length / PATIENTS, wanted: 0.39, within: 0.03 },
  {
    name: 'END by 48 h',
    simulated: share(cohort, ({ stay }) => (stay.endHours ?? 999) <= 48),
    wanted: 0.325,
    within: 0.03,
  },
  {
    name: 'END by 24 h',
    simulated: share(cohort, ({ stay }) => (stay.endHours ?? 999) <= 24),
    wanted: 0.238,
    within: 0.03,
  },
  {
    name: 'charted END confirmed by 168 h',
    simulated: share(cohort, confirmedBy(168)),
    wanted: 0.38,
    within: 0.03,
  },
  {
    name: 'charted END confirmed by 48 h',
    simulated: share(cohort, confirmedBy(48)),
    wanted: 0.303,
    within: 0.03,
  },
  {
    name: 'confirmed though there was none',
    simulated: share(without, confirmedBy(168)),
    wanted: 0.01,
    within: 0.015,
  },
  {
    name: 'oracle area under the curve, 7 days',
    simulated: oracleAuc(),
    wanted: 0.815,
    within: 0.02,
  },
  { name: 'died', simulated: share(cohort, ({ stay }) => stay.died), wanted: 0.045, within: 0.015 },
  {
    name: 'male',
    simulated: share(cohort, ({ stay }) => stay.sex === 'male'),
    wanted: 0.655,
    within: 0.035,
  },
  { name: 'age, mean', simulated: mean(cohort, (s) => s.traits.ageYears), wanted: 66.8, within: 1 },
  {
    name: 'NIHSS without END, median',
    simulated: median(without, (s) => s.traits.nihss),
    wanted: 7,
    within: 1,
  },
  {
    name: 'NIHSS with END, median',
    simulated: median(withEnd, (s) => s.traits.nihss),
    wanted: 9,
    within: 1,
  },
  {
    name: 'systolic pressure, mean',
    simulated: mean(cohort, (s) => s.traits.level.systolic),
    wanted: 153,
    within: 2,
  },
  {
    name: 'diastolic, mean without END',
    simulated: mean(without, (s) => s.traits.level.diastolic),
    wanted: 85,
    within: 1.5,
  },
  {
    name: 'diastolic, mean with END',
    simulated: mean(withEnd, (s) => s.traits.level.diastolic),
    wanted: 87,
    within: 1.5,
  },
  {
    name: 'heart rate, mean without END',
    simulated: mean(without, (s) => s.traits.level.heartRate),
    wanted: 79,
    within: 1.5,
  },
  {
    name: 'heart rate, mean with END',
    simulated: mean(withEnd, (s) => s.traits.level.heartRate),
    wanted: 82,
    within: 1.5,
  },
  {
    name: 'glucose, median without END',
    simulated: median(without, (s) => s.traits.level.glucose),
    wanted: 5.8,
    within: 0.3,
  },
  {
    name: 'glucose, median with END',
    simulated: median(withEnd, (s) => s.traits.level.glucose),
    wanted: 7.2,
    within: 0.4,
  },
  {
    name: 'D-dimer, median without END',
    simulated: median(without, (s) => s.traits.level.dDimer),
    wanted: 0.42,
    within: 0.08,
  },
  {
    name: 'D-dimer, median with END',
    simulated: median(withEnd, (s) => s.traits.level.dDimer),
    wanted: 0.95,
    within: 0.2,
  },
  {
    name: 'NLR, median without END',
    simulated: median(without, (s) => s.traits.level.nlr),
    wanted: 2.5,
    within: 0.25,
  },
  {
    name: 'NLR, median with END',
    simulated: median(withEnd, (s) => s.traits.level.nlr),
    wanted: 3.6,
    within: 0.35,
  },
  {
    name: 'CRP, median with END',
    simulated: median(withEnd, (s) => s.traits.level.crp),
    wanted: 5.5,
    within: 0.9,
  },
  {
    name: 'diabetes without END',
    simulated: share(without, ({ stay }) => stay.traits.conditions.includes('diabetes')),
    wanted: 0.26,
    within: 0.04,
  },
  {
    name: 'diabetes with END',
    simulated: share(withEnd, ({ stay }) => stay.traits.conditions.includes('diabetes')),
    wanted: 0.44,
    within: 0.05,
  },
  {
    name: 'atrial fibrillation',
    simulated: share(cohort, ({ stay }) => stay.traits.conditions.includes('atrial-fibrillation')),
    wanted: 0.16,
    within: 0.03,
  },
  {
    name: 'thrombolysis among those in time',
    simulated: share(
      cohort.filter(({ stay }) => stay.traits.onsetToDoorHours <= 4.5),
      ({ stay }) => stay.traits.lysed,
    ),
    wanted: 0.25,
    within: 0.05,
  },
];

describe(`a simulated cohort of ${String(PATIENTS)}`, () => {
  beforeAll(() => {
    process.stdout.write(`${marginals.map(line).join('\n')}\n`);
  });

  it.each(marginals)('$name is near $wanted', ({ simulated, wanted, within }) => {
    expect(Math.abs(simulated - wanted)).toBeLessThanOrEqual(within);
  });

  it('begins with the same patients when it is longer', () => {
    const names = (patients: number): string[] =>
      [...simulateCohort({ seed: 3, patients, admittedAt, hours: 1 })].map(({ name }) => name);
    expect(names(12).slice(0, 5)).toEqual(names(5));
  });
});
