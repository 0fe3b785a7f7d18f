import type { DriftReview, InputDriftView } from '@endwatch/contracts';
import { day } from '../../words/ages.ts';
import { fixed, measured } from '../../words/figures.ts';
import { inputWord } from '../../words/input-words.ts';
import { nOf, weeks } from '../counts.ts';
import { NONE, sharePercent } from '../quality/readings.ts';
import { type Cell, type Section, type TableModel, plain } from '../quality/section.ts';
import { chartSection } from './control-chart-section.ts';

/** Weeks side by side in a table; earlier ones are in the file to download. */
const WEEKS_SHOWN = 12;
const SHIFTED = 0.25;
const STABLE = 0.1;
/** A share missing that differs by more than this from what the model learned from is named. */
const OTHERWISE_MISSING = 0.15;
/** Of fewer no share missing is told. */
const FEWEST_PATIENTS = 20;

export function driftSections(review: DriftReview): readonly [Section, Section, Section] {
  return [chartSection(review), psiSection(review), missingSection(review)];
}

function psiSection(review: DriftReview): Section {
  return {
    heading: $localize`:@@review-drift.shift.title:Are the patients still like those the model learned from?`,
    n: nOf(weeks(review.weeks.length)),
    counts: $localize`:@@review-drift.shift.counts:Shift of each input (population stability index), of the week and of as many before it as make 200 patients: below ${measured(STABLE)}:stable: is usually read as stable, above ${measured(SHIFTED)}:shifted: as shifted. Nothing is said of fewer than 100 values. ${newestWords(review)}:newest:`,
    table: inputTable(
      review,
      $localize`:@@review-drift.shift.table:Shift of each input by week`,
      ({ psi }) => {
        if (psi === null) return { text: $localize`:@@review-drift.too-few:Too few`, quiet: true };
        const word = shiftWord(psi);
        return { text: fixed(psi, 2), ...(word ? { small: word } : {}) };
      },
    ),
  };
}

function shiftWord(psi: number): string | undefined {
  if (psi > SHIFTED) return $localize`:@@review-drift.shift.shifted:shifted`;
  return psi >= STABLE ? $localize`:@@review-drift.shift.moving:moving` : undefined;
}

function missingSection(review: DriftReview): Section {
  return {
    heading: $localize`:@@review-drift.missing.title:Is more missing than there was?`,
    n: nOf(weeks(review.weeks.length)),
    counts: $localize`:@@review-drift.missing.counts:Share of forecasts without the input by week, beside the share among the patients the model learned from. Named where they are more than 15 points apart; nothing is said of fewer than 20 patients.`,
    table: inputTable(
      review,
      $localize`:@@review-drift.missing.table:Share missing of each input by week`,
      (input) => {
        if (input.missing === null) return plain(NONE);
        if (input.patients < FEWEST_PATIENTS)
          return { text: $localize`:@@review-drift.too-few:Too few`, quiet: true };
        const apart = input.missing - input.expectedMissing;
        const small =
          apart > 0
            ? $localize`:@@review-drift.missing.more:more`
            : $localize`:@@review-drift.missing.fewer:fewer`;
        return {
          text: sharePercent(input.missing),
          ...(Math.abs(apart) > OTHERWISE_MISSING ? { small } : {}),
        };
      },
    ),
  };
}

function inputTable(
  { inputs, weeks }: DriftReview,
  caption: string,
  cell: (input: InputDriftView) => Cell,
): TableModel {
  const shown = weeks.slice(-WEEKS_SHOWN);
  const byFeature = Map.groupBy(inputs, ({ feature }) => feature);
  return {
    caption,
    columns: [
      $localize`:@@review-drift.input:Input`,
      $localize`:@@review-drift.when-learned:Missing when learned`,
      ...shown.map((week) => day(Date.parse(week))),
    ],
    rows: [...byFeature].map(([feature, rows]) => [
      plain(inputWord(feature)),
      plain(sharePercent(rows[0]?.expectedMissing ?? 0)),
      ...shown.map((week) => {
        const row = rows.find((one) => one.week === week);
        return row ? cell(row) : plain(NONE);
      }),
    ]),
    empty: $localize`:@@review-drift.none:No week has been kept yet: inputs are compared once a week is over.`,
  };
}

/** What the newest week says in one sentence. */
function newestWords({ inputs, weeks }: DriftReview): string {
  if (weeks.length === 0) return '';
  const known = inputs.filter(({ week, psi }) => week === weeks.at(-1) && psi !== null);
  if (known.length === 0)
    return $localize`:@@review-drift.newest.too-few:In the newest week there are too few to tell.`;
  const shifted = known.filter(({ psi }) => (psi ?? 0) > SHIFTED);
  if (shifted.length === 0)
    return $localize`:@@review-drift.newest.none:In the newest week no input is shifted.`;
  const names = shifted.map(({ feature }) => inputWord(feature)).join(', ');
  return $localize`:@@review-drift.newest.shifted:Shifted in the newest week: ${names}:names:.`;
}
