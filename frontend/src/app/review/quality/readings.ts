import type { ReviewEstimate, ReviewShare, ReviewSpread } from '@endwatch/contracts';
import { NBSP, fixed, measured, whole } from '../../words/figures.ts';
import { fromTo, ofAll } from '../counts.ts';

/** A figure as it is read: what it says, how sure it is, and of how many. */
export interface Reading {
  readonly text: string;
  /** "95 % interval 41–63 %"; null where there is none, or where it says nothing. */
  readonly interval: string | null;
  /** "12 of 35". */
  readonly basis: string | null;
  /** The figure is not said, because by chance alone it could be almost anything. */
  readonly tooFew: boolean;
  /** There is no interval, because patients come several times: it would be too narrow. */
  readonly several?: true;
}

export const TOO_FEW = $localize`:@@review.too-few:Too few to judge`;
export const NONE = '–';
/** Of a share or an AUC: an interval wider than this says next to nothing. */
export const WIDEST = 0.4;
/** Of a ratio: upper limit over lower limit. */
export const WIDEST_RATIO = 4;
/** Fewer values have no middle worth a name. */
export const FEWEST_VALUES = 5;
/** Where no interval can be told: fewer END, or fewer without it, are too few. */
export const FEWEST_OF_EACH = 10;
/** Of a share where patients come several times: half as many, each a patient of their own, would just be enough. */
export const FEWEST_WITH_SEVERAL = 40;

/** In the cells of a table; the sentence beside a figure that stands by itself. */
export const NO_INTERVAL = $localize`:@@review.no-interval:no interval`;
export const SEVERAL_TIMES = $localize`:@@review.several-times:no interval: patients come several times`;
/** Said once on every page. */
export const SEVERAL_TIMES_MEANS = $localize`:@@review.several-times-means:Where one patient stands behind several forecasts or alerts of a figure, they are more alike than those of different patients. An interval that is reckoned as if they were not would be too narrow, and there is none.`;

/** Said once on every page that holds figures back. */
export const TOO_FEW_MEANS = $localize`:@@review.too-few-means:“${TOO_FEW}:words:” stands where the 95\u00a0% interval would be wider than 40 points of a hundred, or its upper limit more than ${WIDEST_RATIO}:ratio: times the lower one, where fewer than ${FEWEST_VALUES}:values: values make a middle, and where no interval can be told and fewer than ${FEWEST_OF_EACH}:patients: had END or had none, or a share is of fewer than ${FEWEST_WITH_SEVERAL}:forecasts: forecasts or alerts.`;

/** A share that was observed: "0 %" and "100 %" are what they say, other than those of a forecast. */
export function sharePercent(value: number): string {
  if (value > 0 && value < 0.005) return `<1${NBSP}%`;
  if (value < 1 && value >= 0.995) return `>99${NBSP}%`;
  return `${String(Math.round(value * 100))}${NBSP}%`;
}

export function readShare({ k, n, value, ci95 }: ReviewShare): Reading {
  if (value === null) return { ...none(), basis: ofAll('0', '0') };
  const basis = ofAll(whole(k), whole(n));
  if (ci95 === null)
    return { ...(n < FEWEST_WITH_SEVERAL ? tooFew() : without(sharePercent(value))), basis };
  if (ci95[1] - ci95[0] > WIDEST) return { ...tooFew(), basis };
  const [low, high] = ci95.map((limit) => Math.round(limit * 100));
  return {
    text: sharePercent(value),
    interval: `${String(low)}–${String(high)}${NBSP}%`,
    ...{ basis, tooFew: false },
  };
}

/** @param of how many END are in it, and how many patients without */
export function readAuc({ value, ci95 }: ReviewEstimate, of: EndsAndOthers): Reading {
  if (value === null) return none();
  if (ci95 === null) return withoutInterval(value, of);
  if (ci95[1] - ci95[0] > WIDEST) return tooFew();
  return {
    text: fixed(value, 2),
    interval: `${fixed(ci95[0], 2)}–${fixed(ci95[1], 2)}`,
    ...{ basis: null, tooFew: false },
  };
}

export interface EndsAndOthers {
  readonly ends: number;
  readonly others: number;
}

/**
 * Observed to expected and its kin.
 * @param of how many END are in it, and how many without
 */
export function readRatio({ value, ci95 }: ReviewEstimate, of: EndsAndOthers): Reading {
  if (value === null) return none();
  if (ci95 === null) return withoutInterval(value, of);
  if (ci95[1] > WIDEST_RATIO * ci95[0]) return tooFew();
  return {
    text: fixed(value, 2),
    interval: `${fixed(ci95[0], 2)}–${fixed(ci95[1], 2)}`,
    ...{ basis: null, tooFew: false },
  };
}

/** The middle with its quartiles. @param unit "min", "h" */
export function readSpread({ n, median, quartiles }: ReviewSpread, unit: string): Reading {
  if (median === null || quartiles === null) return none();
  const basis = $localize`:@@review.of:of ${whole(n)}:all:`;
  if (n < FEWEST_VALUES) return { ...tooFew(), basis };
  return {
    text: `${measured(median)}${NBSP}${unit}`,
    interval: middleHalf(`${measured(quartiles[0])}–${measured(quartiles[1])}`),
    ...{ basis, tooFew: false },
  };
}

/** A length of time as a ward says it: "<1 min", "4 min", from two hours on "2.5 h". */
export function minutesWords(minutes: number): string {
  if (minutes >= 0 && minutes < 1) return `<1${NBSP}min`;
  return Math.abs(minutes) < 120
    ? `${measured(minutes)}${NBSP}min`
    : `${measured(minutes / 60)}${NBSP}h`;
}

/** `readSpread` of minutes. */
export function readMinutes(spread: ReviewSpread): Reading {
  const { median, quartiles } = spread;
  const reading = readSpread(spread, 'min');
  if (median === null || quartiles === null || reading.tooFew) return reading;
  const [low, high] = quartiles.map(minutesWords);
  return {
    ...reading,
    ...{ text: minutesWords(median), interval: middleHalf(fromTo(low ?? '', high ?? '')) },
  };
}

function middleHalf(range: string): string {
  return $localize`:@@review.middle-half:middle half ${range}:range:`;
}

/** A figure that is counted or reckoned, not estimated: "3.4"; "–" where there is none. */
export function readNumber(value: number | null, unit = ''): Reading {
  if (value === null) return none();
  const text = unit === '' ? measured(value) : `${measured(value)}${NBSP}${unit}`;
  return { text, interval: null, basis: null, tooFew: false };
}

/** Of two ways to tell END; without an interval. */
export function readKappa(value: number | null, { ends, others }: EndsAndOthers): Reading {
  if (value === null) return none();
  if (Math.min(ends, others) < FEWEST_OF_EACH) return tooFew();
  return { text: fixed(value, 2), interval: null, basis: null, tooFew: false };
}

function withoutInterval(value: number, { ends, others }: EndsAndOthers): Reading {
  return Math.min(ends, others) < FEWEST_OF_EACH ? tooFew() : without(fixed(value, 2));
}

function without(text: string): Reading {
  return { text, interval: null, basis: null, tooFew: false, several: true };
}

function none(): Reading {
  return { text: NONE, interval: null, basis: null, tooFew: false };
}

function tooFew(): Reading {
  return { text: TOO_FEW, interval: null, basis: null, tooFew: true };
}
