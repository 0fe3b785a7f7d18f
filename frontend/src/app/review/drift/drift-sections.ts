import type { DriftReview, InputDriftView } from '@endwatch/contracts';
import { day } from '../../words/ages.ts';
import { fixed, measured } from '../../words/figures.ts';
import { inputWord } from '../../words/input-words.ts';
import { nOf, weeks } from '../counts.ts';
import { NONE, sharePercent } from '../quality/readings.ts';
import { type Cell, type Section, type TableModel, plain } from '../quality/section.ts';
import { chartSection } from './control-chart-section.ts';

/** Weeks side by side in a table, the newest first; earlier ones are in the file to download. */
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
    table: inputTable(review, {
      caption: $localize`:@@review-drift.shift.table:Shift of each input by week`,
      cell: ({ psi }) => {
        if (psi === null) return { text: $localize`:@@review-drift.too-few:Too few`, quiet: true };
        const word = shiftWord(psi);
        return { text: fixed(psi, 2), ...(word ? { small: word } : {}) };
      },
      out: ({ psi }) => (psi !== null && psi >= STABLE ? psi : 0),
    }),
  };
}

function shiftWord(psi: number): string | undefined {
  if (psi > SHIFTED) return $localize`:@@review-drift.shift.shifted:shifted`;
  return psi >= STABLE ? $localize`:@@review-drift.shift.moving:moving` : undefined;
}

/** How far the share missing is from that among the patients the model learned from; 0 where nothing is told of it. */
function apartOf({ missing, patients, expectedMissing }: InputDriftView): number {
  return missing === null || patients < FEWEST_PATIENTS ? 0 : missing - expectedMissing;
}

function missingSection(review: DriftReview): Section {
  return {
    heading: $localize`:@@review-drift.missing.title:Is more missing than there was?`,
    n: nOf(weeks(review.weeks.length)),
    counts: $localize`:@@review-drift.missing.counts:Share of forecasts without the input by week, beside the share among the patients the model learned from. Named where they are more than 15 points apart; nothing is said of fewer than 20 patients. ${newestMissingWords(review)}:newest:`,
    table: inputTable(review, {
      caption: $localize`:@@review-drift.missing.table:Share missing of each input by week`,
      cell: (input) => {
        if (input.missing === null) return plain(NONE);
        if (input.patients < FEWEST_PATIENTS)
          return { text: $localize`:@@review-drift.too-few:Too few`, quiet: true };
        const apart = apartOf(input);
        const small =
          apart > 0
            ? $localize`:@@review-drift.missing.more:more`
            : $localize`:@@review-drift.missing.fewer:fewer`;
        return {
          text: sharePercent(input.missing),
          ...(Math.abs(apart) > OTHERWISE_MISSING ? { small } : {}),
        };
      },
      out: (input) => {
        const apart = Math.abs(apartOf(input));
        return apart > OTHERWISE_MISSING ? apart : 0;
      },
    }),
  };
}

interface InputTable {
  readonly caption: string;
  readonly cell: (input: InputDriftView) => Cell;
  /** How far out of limits, 0 within: what is farthest out in the newest week stands first. */
  readonly out: (input: InputDriftView) => number;
}

function inputTable(
  { inputs, weeks }: DriftReview,
  { caption, cell, out }: InputTable,
): TableModel {
  const shown = weeks.slice(-WEEKS_SHOWN).reverse();
  const rank = (rows: readonly InputDriftView[]): number =>
    Math.max(0, ...rows.filter(({ week }) => week === weeks.at(-1)).map(out));
  const byFeature = [...Map.groupBy(inputs, ({ feature }) => feature)].sort(
    ([, a], [, b]) => rank(b) - rank(a),
  );
  return {
    ...{ caption, dense: true },
    columns: [
      $localize`:@@review-drift.input:Input`,
      $localize`:@@review-drift.when-learned:Missing when learned`,
      ...shown.map((week) => day(Date.parse(week))),
    ],
    rows: byFeature.map(([feature, rows]) => [
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

function newestMissingWords({ inputs, weeks }: DriftReview): string {
  const names = inputs
    .filter((input) => input.week === weeks.at(-1) && apartOf(input) > OTHERWISE_MISSING)
    .map(({ feature }) => inputWord(feature))
    .join(', ');
  if (names === '') return '';
  return $localize`:@@review-drift.newest.missing:More often missing in the newest week: ${names}:names:.`;
}
