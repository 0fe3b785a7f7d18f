import { compareAucPaired } from '@endwatch/statistics';
import type { InputKind } from '@endwatch/ml-model';
import { ALL_BUT_VITALS, withoutInputs } from '../input-kinds.ts';
import { scoreStays } from '../score-stays.ts';
import { SNAPSHOT_HOUR } from '../settings.ts';
import type { AdmissionForecast } from './admission-forecasts.ts';
import { admissionForecasts } from './admission-forecasts.ts';
import { HORIZONS, judgedAt } from './horizon.ts';
import type { Cell, Table } from './document.ts';
import type { Judgement } from './judgement.ts';
import { PERFORMANCE_COLUMNS, columnsOf, performanceCells } from './performance.ts';

interface Withheld {
  readonly name: string;
  readonly kinds: readonly InputKind[];
}

/** What is taken from everybody before scoring. */
const WITHHELD: readonly Withheld[] = [
  { name: 'no report', kinds: ['reports'] },
  { name: 'no laboratory values', kinds: ['laboratory'] },
  { name: 'no report, no laboratory values', kinds: ['reports', 'laboratory'] },
  {
    name: 'only vital signs, age and sex',
    kinds: ALL_BUT_VITALS,
  },
];

/** The same patients, scored with some inputs taken away. */
function judgedWithout(judgement: Judgement, kinds: readonly InputKind[]): Judgement {
  const { artefact, cohort } = judgement;
  const stays = cohort.stays.map((stay) => ({
    ...stay,
    snapshots: stay.snapshots.map((snapshot) => withoutInputs(snapshot, kinds)),
  }));
  return { ...judgement, scored: scoreStays(artefact, stays, true) };
}

/** Whether the same patients are ranked as well without as with everything: paired DeLong. */
function pairedP(
  all: readonly AdmissionForecast[],
  some: readonly AdmissionForecast[],
): number | null {
  const { y, p } = columnsOf(all);
  const ends = y.filter((value) => value === 1).length;
  if (ends < 2 || y.length - ends < 2) return null;
  return compareAucPaired(y, p, columnsOf(some).p).p;
}

function admissionRows(
  full: readonly AdmissionForecast[],
  without: readonly (readonly [string, Judgement])[],
): Record<string, Cell>[] {
  return [
    { name: 'everything that had arrived', ...performanceCells(full, true), p: null },
    ...without.map(([name, judgement]) => {
      const some = admissionForecasts(judgement);
      return { name, ...performanceCells(some, true), p: pairedP(full, some) };
    }),
  ];
}

function liveRows(
  judgement: Judgement,
  without: readonly (readonly [string, Judgement])[],
): Record<string, Cell>[] {
  return HORIZONS.flatMap((horizon) => {
    const row = (name: string, { scored }: Judgement) => {
      const telling = scored.landmarks.filter(({ snapshot }) => snapshot.hour > 0);
      return {
        horizon: horizon.title,
        name,
        ...performanceCells(judgedAt(telling, horizon), false),
      };
    };
    return [
      row('everything that had arrived', judgement),
      ...without.map(([name, one]) => row(name, one)),
    ];
  });
}

/** Discrimination and calibration of both models when inputs are missing. */
export function missingInputsTable(judgement: Judgement): Table[] {
  const without = WITHHELD.map(
    ({ name, kinds }) => [name, judgedWithout(judgement, kinds)] as const,
  );
  const full = admissionForecasts(judgement);
  const hour = String(SNAPSHOT_HOUR);
  const notes = [
    'The same patients each time; the inputs named are withheld from all of them before scoring, so the rows differ in nothing else.',
  ];
  const name = { key: 'name', label: 'what is known', format: 'text' } as const;
  return [
    {
      id: 'missing-admission',
      title: `Admission model at ${hour} h, by what is missing`,
      n: full.length,
      population: `${judgement.population}, still followed and without END at ${hour} h`,
      notes,
      columns: [
        name,
        ...PERFORMANCE_COLUMNS,
        { key: 'p', label: 'AUC against everything, p', format: 'p' },
      ],
      rows: admissionRows(full, without),
    },
    {
      id: 'missing-live',
      title: 'Live model, hours 3 to 120 together, by what is missing',
      n: judgement.scored.landmarks.filter(({ snapshot }) => snapshot.hour > 0).length,
      population: `forecasts on ${judgement.population}, still followed and without END at the hour`,
      notes: [
        ...notes,
        'The same patients at several hours: no intervals for the AUC, and those of calibration are too narrow.',
      ],
      columns: [
        { key: 'horizon', label: 'forecast', format: 'text' },
        name,
        ...PERFORMANCE_COLUMNS,
      ],
      rows: liveRows(judgement, without),
    },
  ];
}
