import type { Artefact } from '@endwatch/ml-model';
import { at } from '@endwatch/statistics';
import type { RecalibrationMethod } from '../recalibrate.ts';
import { RECALIBRATION_METHODS, refitted } from '../recalibrate.ts';
import { scoreStays } from '../score-stays.ts';
import { SNAPSHOT_HOUR } from '../settings.ts';
import { admissionForecasts } from './admission-forecasts.ts';
import { HORIZONS, judgedAt } from './horizon.ts';
import type { Cell, Section, Table } from './document.ts';
import type { JudgedStay } from './evaluation-cohort.ts';
import type { Judgement } from './judgement.ts';
import { PERFORMANCE_COLUMNS, performanceCells } from './performance.ts';

/** Share with END at a site where it is rarer (Park 2021 under the same kind of rule: 14.6 %). */
const RARER = 0.14;

/** Patients without END and as many with, spread evenly over the list, as make the share. */
export function withShare(stays: readonly JudgedStay[], share: number): JudgedStay[] {
  const ended = stays.filter(({ followUp }) => followUp.event);
  const without = stays.filter(({ followUp }) => !followUp.event);
  const wanted = Math.min(ended.length, Math.round((without.length * share) / (1 - share)));
  const kept = Array.from({ length: wanted }, (_, i) =>
    at(ended, Math.floor((i * ended.length) / wanted)),
  );
  return [...kept, ...without];
}

interface Halves {
  /** Recalibrated to. */
  readonly own: readonly JudgedStay[];
  /** Judged on. */
  readonly others: readonly JudgedStay[];
}

function halves(stays: readonly JudgedStay[]): Halves {
  const every = (rest: 0 | 1): JudgedStay[] =>
    withShare(
      stays.filter((_, i) => i % 2 === rest),
      RARER,
    );
  return { own: every(0), others: every(1) };
}

function rows(judgement: Judgement, { own, others }: Halves): Record<string, Cell>[] {
  const { artefact, cohort } = judgement;
  const ofOwn = scoreStays(artefact, own, true);
  const models: readonly (readonly [RecalibrationMethod | null, Artefact])[] = [
    [null, artefact],
    ...RECALIBRATION_METHODS.map(
      (method) =>
        [method, { ...artefact, config: refitted(artefact.config, ofOwn, method) }] as const,
    ),
  ];
  return models.flatMap(([method, model]) => {
    const scored = scoreStays(model, others, true);
    const name = method ?? 'as it is';
    const live = scored.landmarks.filter(({ snapshot }) => snapshot.hour === SNAPSHOT_HOUR);
    const there = { ...judgement, cohort: { ...cohort, stays: others }, scored };
    return [
      ...HORIZONS.map((horizon) => ({
        name,
        forecast: `live model, ${horizon.title}`,
        ...performanceCells(judgedAt(live, horizon), true),
      })),
      {
        name,
        forecast: 'admission model, END by 7 days',
        ...performanceCells(admissionForecasts(there), true),
      },
    ];
  });
}

/** Each part needs END to be fitted to and to be judged by. */
const LEAST_ENDS = 10;

/** What happens at a site where END is rarer, and what recalibration mends; left out where there are too few patients, or already as few END. */
export function baseRateSection(judgement: Judgement): Section {
  const { stays } = judgement.cohort;
  const parts = halves(stays);
  const ends = (some: readonly JudgedStay[]): number =>
    some.filter(({ followUp }) => followUp.event).length;
  const thinned = ends(parts.own) + ends(parts.others) < ends(stays);
  const enough = Math.min(ends(parts.own), ends(parts.others)) >= LEAST_ENDS;
  const hour = String(SNAPSHOT_HOUR);
  const table = (): Table => ({
    id: 'base-rate-shift',
    title: `Forecasts at ${hour} h where ${(100 * RARER).toFixed(0)} % have END`,
    n: parts.others.length,
    population: `${judgement.population}, of whom so many with END were left out that ${(100 * RARER).toFixed(0)} % have it`,
    notes: [
      `Recalibrated on ${String(parts.own.length)} patients with the same share of END, judged on ${String(parts.others.length)} others: every second of the cohort.`,
      'Leaving END out by how the stay went lowers the later hazards more than the early ones. One shift for all hours cannot follow that, so the live forecasts of the first days come out too low afterwards; the admission model has one number to shift.',
      'Those with END were left out whatever their values, so the ranking stays what it was: only the base rate moves, which is the mildest way in which another site can differ.',
    ],
    columns: [
      { key: 'name', label: 'recalibration', format: 'text' },
      { key: 'forecast', label: 'forecast', format: 'text' },
      ...PERFORMANCE_COLUMNS.filter(({ key }) => key !== 'attained' && key !== 'oracleAuc'),
    ],
    rows: rows(judgement, parts),
  });
  return {
    id: 'base-rate',
    title: 'Another base rate, before and after recalibration',
    text: [
      thinned && enough
        ? 'Published rates of END under this rule go from 6 to 38 %. A model that was made where END is frequent foresees too much of it elsewhere until it is recalibrated (npm run recalibrate).'
        : 'Too few END to leave some out: nothing was computed here.',
    ],
    tables: thinned && enough ? [table()] : [],
    figures: [],
  };
}
