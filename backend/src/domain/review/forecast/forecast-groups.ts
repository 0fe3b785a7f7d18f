import type { ForecastGroup } from '@endwatch/contracts';
import { WORTH_NAMING } from '../../board/risk-tile.ts';
import type { ReviewStay } from '../review-stay.ts';
import { figuresOf } from './forecast-figures.ts';
import type { JudgedForecast } from './judge-forecasts.ts';

type Level = readonly [factor: string, level: string];

/** Figures for each level of each factor that somebody has, in the order of the factors, steps from the lowest up. A patient can be of several levels of a factor. */
export function subgroupsOf(judged: readonly JudgedForecast[], on: number): ForecastGroup[] {
  return groupsOf(judged, on, ({ stay, score }) => [
    ...factsOf(stay),
    ['Population', score.outOfPopulation.length === 0 ? 'known to the model' : 'out of population'],
  ]).toSorted(
    (a, b) => rankOf(a) - rankOf(b) || stepOf(a) - stepOf(b) || (a.level < b.level ? -1 : 1),
  );
}

/** By inputs that were missing when the forecast was made; the most frequent first. */
export function missingInputsOf(judged: readonly JudgedForecast[], on: number): ForecastGroup[] {
  return groupsOf(judged, on, ({ score }) => {
    const named = score.missing.filter((name) => WORTH_NAMING.has(name));
    if (named.length === 0) return [['Missing input', 'none']];
    return named.map((name): Level => ['Missing input', name]);
  }).toSorted((a, b) => b.forecasts - a.forecasts || (a.level < b.level ? -1 : 1));
}

function groupsOf(
  judged: readonly JudgedForecast[],
  on: number,
  levelsOf: (one: JudgedForecast) => readonly Level[],
): ForecastGroup[] {
  const groups = new Map<string, { level: Level; members: JudgedForecast[] }>();
  for (const one of judged) {
    for (const level of levelsOf(one)) {
      const key = level.join('|');
      const group = groups.get(key) ?? { level, members: [] };
      group.members.push(one);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ level: [factor, level], members }) => ({
    ...{ factor, level },
    ...figuresOf(members, on),
  }));
}

const FACTORS: readonly string[] = [
  ...['Age', 'Sex', 'NIHSS on admission', 'Treatment', 'Condition', 'Ward', 'Population'],
];

function rankOf({ factor }: ForecastGroup): number {
  return FACTORS.indexOf(factor);
}

function factsOf(stay: ReviewStay): readonly Level[] {
  const { age, sex, admissionNihss, treatments, conditions, ward } = stay;
  return [
    ['Age', age === null ? 'unknown' : levelOf(age, AGES)],
    ['Sex', sex],
    [
      'NIHSS on admission',
      admissionNihss === null ? 'not examined' : levelOf(admissionNihss, SEVERITIES),
    ],
    ...(treatments.length === 0 ? ['neither'] : treatments).map((name): Level => [
      'Treatment',
      name,
    ]),
    ...conditions.map((name): Level => ['Condition', name]),
    ['Ward', ward ?? 'unassigned'],
  ];
}

const AGES = [
  [80, '80 and over'],
  [65, '65 to 79'],
  [-Infinity, 'under 65'],
] as const;
const SEVERITIES = [
  [16, '16 and over'],
  [5, '5 to 15'],
  [-Infinity, '0 to 4'],
] as const;

/** From the lowest up; unknown last. */
const STEPS: readonly string[] = [
  ...AGES.map(([, level]) => level).toReversed(),
  ...SEVERITIES.map(([, level]) => level).toReversed(),
  ...['unknown', 'not examined'],
];

function stepOf({ level }: ForecastGroup): number {
  return STEPS.indexOf(level);
}

function levelOf(value: number, levels: readonly (readonly [number, string])[]): string {
  return levels.find(([from]) => value >= from)?.[1] ?? '';
}
