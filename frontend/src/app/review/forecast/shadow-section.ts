import type { ForecastReview, ShadowBeside } from '@endwatch/contracts';
import { fixed, percent, signedFixed } from '../../words/figures.ts';
import { forecasts, fromTo, nOf, patients } from '../counts.ts';
import { FEWEST_OF_EACH, NONE, TOO_FEW, WIDEST } from '../quality/readings.ts';
import { type Cell, type Section, plain } from '../quality/section.ts';
import { AFTER_ADMISSION, PATIENTS } from './figures-tables.ts';

export function shadowSection({ shadow }: ForecastReview): Section {
  const heading = $localize`:@@review-forecast.shadow.title:The model in the shadow beside the one in service`;
  if (shadow === null) {
    return {
      heading,
      n: nOf(forecasts(0)),
      counts: $localize`:@@review-forecast.shadow.can:A second model can be run on the same inputs without anybody being told of its forecasts.`,
      empty: $localize`:@@review-forecast.shadow.none:No model runs in the shadow.`,
    };
  }
  return {
    heading,
    n: nOf(patients(shadow.patients)),
    counts: $localize`:@@review-forecast.shadow.counts:${shadow.shadow}:shadow: beside ${shadow.inService}:inService:: ${forecasts(shadow.pairs)}:forecasts: of both on the same inputs, ${patients(shadow.patients)}:patients:. ${differenceWords(shadow)}:difference: A greater AUC ranks better, a smaller Brier score is nearer to what came.`,
    table: {
      caption: $localize`:@@review-forecast.shadow.table:Both models at each landmark`,
      columns: [
        ...[AFTER_ADMISSION, PATIENTS, 'END'],
        $localize`:@@review-forecast.shadow.auc-service:AUC in service`,
        $localize`:@@review-forecast.shadow.auc:AUC shadow`,
        $localize`:@@review-forecast.shadow.minus:Shadow minus in service`,
        $localize`:@@review-forecast.shadow.brier-service:Brier in service`,
        $localize`:@@review-forecast.shadow.brier:Brier shadow`,
      ],
      rows: (shadow.pairs === 0 ? [] : shadow.hours).map((hour) => [
        ...[plain(`${String(hour.hour)} h`), plain(hour.patients), plain(hour.ends)],
        ...[auc(hour, hour.aucInService), auc(hour, hour.aucShadow), difference(hour)],
        ...[told(hour, hour.brierInService), told(hour, hour.brierShadow)],
      ]),
      empty: $localize`:@@review-forecast.shadow.none-judged:No forecast of both models can be judged yet. Of stays from before the second model was named, an administrator asks it with “npm run shadow -- --days 180 --past”.`,
    },
  };
}

type Hour = ShadowBeside['hours'][number];

function isWide({ difference: { ci95 } }: Hour): boolean {
  return ci95 === null || ci95[1] - ci95[0] > WIDEST;
}

/** Of models that are alike the difference is small: it is that of the figures beside it, as they are written. */
const DIGITS = 3;

/** Two models alike differ by little for certain, however uncertain the AUC of each is: of them no interval is known here. */
function auc({ ends, patients: all }: Hour, value: number | null): Cell {
  if (value === null) return plain(NONE);
  const few = Math.min(ends, all - ends) < FEWEST_OF_EACH;
  return few ? { text: TOO_FEW, quiet: true } : plain(fixed(value, DIGITS));
}

function told(hour: Hour, value: number | null): Cell {
  return plain(value === null || isWide(hour) ? NONE : fixed(value, DIGITS));
}

function difference(hour: Hour): Cell {
  const { value, ci95, p } = hour.difference;
  if (value === null || ci95 === null || isWide(hour)) return { text: TOO_FEW, quiet: true };
  // No variance at all: not a patient is ranked otherwise by the one than by the other.
  const same = ci95[0] === 0 && ci95[1] === 0;
  return { text: signedFixed(value, DIGITS), small: same ? SAME_ORDER : certainty(ci95, p) };
}

const SAME_ORDER = $localize`:@@review-forecast.shadow.same-order:ranks them alike`;

function certainty(ci95: readonly [number, number], p: number | null): string {
  const significance =
    p === null ? '' : ` · p ${p < 0.001 ? '<' : ''}${fixed(Math.max(p, 0.001), 3)}`;
  return `${fromTo(signedFixed(ci95[0], DIGITS), signedFixed(ci95[1], DIGITS))}${significance}`;
}

function differenceWords({ meanDifference, otherBand }: ShadowBeside): string {
  if (meanDifference === null || otherBand === null) return '';
  const points = fixed(Math.abs(meanDifference * 100), 1);
  return meanDifference < 0
    ? $localize`:@@review-forecast.shadow.lower:The risks of the shadow are ${points}:points: points of a hundred lower on average; ${percent(otherBand)}:share: of them are in another band.`
    : $localize`:@@review-forecast.shadow.higher:The risks of the shadow are ${points}:points: points of a hundred higher on average; ${percent(otherBand)}:share: of them are in another band.`;
}
