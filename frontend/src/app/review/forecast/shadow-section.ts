import type { ForecastReview, ShadowBeside } from '@endwatch/contracts';
import { MINUS, counted, percent } from '../../words/figures.ts';
import { NONE, TOO_FEW, WIDEST } from '../quality/readings.ts';
import { type Cell, type Section, nOf, plain } from '../quality/section.ts';

export function shadowSection({ shadow }: ForecastReview): Section {
  const heading = 'The model in the shadow beside the one in service';
  if (shadow === null) {
    return {
      heading,
      n: nOf(0, 'forecast'),
      counts:
        'A second model can be run on the same inputs without anybody being told of its forecasts.',
      empty: 'No model runs in the shadow.',
    };
  }
  return {
    heading,
    n: nOf(shadow.patients, 'patient'),
    counts: `${shadow.shadow} beside ${shadow.inService}: ${counted(shadow.pairs, 'forecast')} of both on the same inputs, ${counted(shadow.patients, 'patient')}. ${differenceWords(shadow)}`,
    table: {
      caption: 'Both models at each landmark',
      columns: [
        ...['After admission', 'Patients', 'END', 'AUC in service', 'AUC shadow'],
        ...['Shadow minus in service', 'Brier in service', 'Brier shadow'],
      ],
      rows: shadow.hours.map((hour) => [
        ...[plain(`${String(hour.hour)} h`), plain(hour.patients), plain(hour.ends)],
        ...[told(hour, hour.aucInService, 2), told(hour, hour.aucShadow, 2), difference(hour)],
        ...[told(hour, hour.brierInService, 3), told(hour, hour.brierShadow, 3)],
      ]),
      empty: 'No forecast of both models can be judged yet.',
    },
  };
}

type Hour = ShadowBeside['hours'][number];

function isWide({ difference: { ci95 } }: Hour): boolean {
  return ci95 === null || ci95[1] - ci95[0] > WIDEST;
}

function told(hour: Hour, value: number | null, digits: number): Cell {
  return plain(value === null || isWide(hour) ? NONE : value.toFixed(digits));
}

function difference(hour: Hour): Cell {
  const { value, ci95, p } = hour.difference;
  if (value === null || ci95 === null || isWide(hour)) return { text: TOO_FEW, quiet: true };
  const significance = p === null ? '' : ` · p ${p < 0.001 ? '<0.001' : p.toFixed(3)}`;
  return {
    text: signedFixed(value),
    small: `${signedFixed(ci95[0])} to ${signedFixed(ci95[1])}${significance}`,
  };
}

function signedFixed(value: number): string {
  return `${value < 0 ? MINUS : '+'}${Math.abs(value).toFixed(2)}`;
}

function differenceWords({ meanDifference, otherBand }: ShadowBeside): string {
  if (meanDifference === null || otherBand === null) return '';
  const points = Math.abs(meanDifference * 100).toFixed(1);
  const which = meanDifference < 0 ? 'lower' : 'higher';
  return `The shadow is ${points} points ${which} on average and puts ${percent(otherBand)} into another band.`;
}
