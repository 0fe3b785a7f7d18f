import type { ForecastFigures, ForecastGroup, ForecastReview } from '@endwatch/contracts';
import { fixed, whole } from '../../words/figures.ts';
import { inputWord } from '../../words/input-words.ts';
import { inSentence } from '../../words/locale.ts';
import { serverWords } from '../../words/server-words.ts';
import { nOf, patients } from '../counts.ts';
import { NONE, readAuc, readRatio, readShare } from '../quality/readings.ts';
import { type Cell, type Section, type TableModel, cellOf, plain } from '../quality/section.ts';

/** Heads of more than one table. */
export const PATIENTS = $localize`:@@review-forecast.patients:Patients`;
export const EXPECTED = $localize`:@@review-forecast.expected:Expected`;
export const OBSERVED_TO_EXPECTED = $localize`:@@review-forecast.observed-to-expected:Observed to expected`;
export const AFTER_ADMISSION = $localize`:@@review-forecast.after-admission:After admission`;

const FIGURES: readonly string[] = [
  ...[PATIENTS, 'END', $localize`:@@review-forecast.ranking:Ranking (AUC)`, OBSERVED_TO_EXPECTED],
  $localize`:@@review-forecast.slope:Slope`,
  $localize`:@@review-forecast.brier:Brier score`,
  $localize`:@@review-forecast.sensitivity:Sensitivity`,
  $localize`:@@review-forecast.ppv:Right when above (PPV)`,
];

/** The same figures in the same order, whoever they are about. */
export function figureCells(of: ForecastFigures): Cell[] {
  const counted = { ends: of.ends, others: of.forecasts - of.ends };
  const auc = readAuc(of.auc, counted);
  const ratio = readRatio(of.observedToExpected, counted);
  // A slope and a Brier score come without an interval: what holds for the others holds for them.
  const told = (value: number | null, digits: number): Cell =>
    plain(value === null || auc.tooFew || of.ends === 0 ? NONE : fixed(value, digits));
  return [
    ...[plain(of.patients), plain(of.ends), cellOf(auc), cellOf(ratio)],
    ...[told(of.calibrationSlope, 2), told(of.brier, 3)],
    ...[cellOf(readShare(of.sensitivity)), cellOf(readShare(of.ppv))],
  ];
}

export function landmarkTable({ landmarks, overall }: ForecastReview): TableModel {
  return {
    caption: $localize`:@@review-forecast.landmarks:The forecast at each landmark`,
    columns: [...[AFTER_ADMISSION, ...FIGURES], $localize`:@@review-forecast.left-out:Left out`],
    rows: [
      ...landmarks.map((landmark) => [
        plain(`${String(landmark.hour)} h`),
        ...figureCells(landmark),
        leftOutCell(landmark.leftOut),
      ]),
      [plain($localize`:@@review-forecast.all:All together`), ...figureCells(overall), plain(NONE)],
    ],
    empty: $localize`:@@review-forecast.no-landmark:There is no landmark.`,
  };
}

type LeftOut = ForecastReview['landmarks'][number]['leftOut'];
const LEFT_OUT: Readonly<Record<keyof LeftOut, string>> = {
  endedBefore: $localize`:@@review-forecast.left-out.ended:END before`,
  notThere: $localize`:@@review-forecast.left-out.not-there:not there`,
  noForecast: $localize`:@@review-forecast.left-out.no-forecast:no forecast`,
  outcomeUnknown: $localize`:@@review-forecast.left-out.unknown:outcome unknown`,
};

function leftOutCell(leftOut: LeftOut): Cell {
  const names = Object.keys(LEFT_OUT) as (keyof LeftOut)[];
  const all = names.reduce((sum, name) => sum + leftOut[name], 0);
  const parts = names
    .filter((name) => leftOut[name] > 0)
    .map((name) => `${whole(leftOut[name])} ${LEFT_OUT[name]}`);
  return { text: whole(all), ...(all === 0 ? {} : { small: parts.join(', ') }) };
}

export function subgroupSection(review: ForecastReview): Section {
  const { subgroups, groupsHour } = review;
  return {
    heading: $localize`:@@review-forecast.groups.title:For whom it is better, for whom worse`,
    n: nOf(patients(patientsAt(review))),
    counts: $localize`:@@review-forecast.groups.counts:One forecast for each patient: the one known at ${String(groupsHour)}:hour: h. Many groups are compared: one that stands out may do so by chance.`,
    table: groupTable(
      $localize`:@@review-forecast.groups.table:Forecast by group of patients`,
      subgroups,
      (group) => ({ text: levelWord(group), small: serverWords(group.factor) }),
    ),
  };
}

export function missingSection(review: ForecastReview): Section {
  const { missingInputs, groupsHour } = review;
  return {
    heading: $localize`:@@review-forecast.missing.title:When inputs were missing`,
    n: nOf(patients(patientsAt(review))),
    counts: $localize`:@@review-forecast.missing.counts:One forecast for each patient: the one known at ${String(groupsHour)}:hour: h, by what was missing in it. A patient with several missing inputs counts under each.`,
    table: groupTable(
      $localize`:@@review-forecast.missing.table:Forecast by missing input`,
      missingInputs,
      ({ level }) => plain(missingWords(level)),
    ),
  };
}

function missingWords(input: string): string {
  return input === 'none'
    ? $localize`:@@review-forecast.missing.nothing:Nothing missing`
    : $localize`:@@review-forecast.missing.no:No ${inSentence(inputWord(input))}:input:`;
}

/** Names of wards as they are; of illnesses and treatments the ward's word. */
function levelWord({ factor, level }: ForecastGroup): string {
  const known = serverWords(level);
  if (factor === 'Ward' || known !== level) return capital(known);
  return capital(factor === 'Condition' || factor === 'Treatment' ? inputWord(level) : level);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function groupTable(
  caption: string,
  groups: readonly ForecastGroup[],
  headOf: (group: ForecastGroup) => Cell,
): TableModel {
  return {
    caption,
    columns: [$localize`:@@review-forecast.group:Group`, ...FIGURES],
    rows: groups.map((group) => [headOf(group), ...figureCells(group)]),
    empty: $localize`:@@review-forecast.groups.none:No forecast can be judged for any group yet.`,
  };
}

function patientsAt({ landmarks, groupsHour }: ForecastReview): number {
  return landmarks.find(({ hour }) => hour === groupsHour)?.patients ?? 0;
}
