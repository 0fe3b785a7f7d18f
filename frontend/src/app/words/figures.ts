import { LOCALE } from './locale.ts';

/** No-break space: a figure and its unit stay together. */
export const NBSP = '\u00a0';
export const MINUS = '\u2212';

/** What rounds to nothing is nothing: never "-0.00". */
const SIGN = { signDisplay: 'negative' } as const;
const WHOLE = new Intl.NumberFormat(LOCALE, SIGN);
const PLAIN = new Intl.NumberFormat(LOCALE, {
  ...SIGN,
  ...{ useGrouping: false, maximumFractionDigits: 20 },
});
const FIXED = new Map<number, Intl.NumberFormat>();

/** "12,345" as the reader's country writes it. */
export function whole(count: number): string {
  return WHOLE.format(count);
}

/** "0.50" as the reader's country writes it. For text: files and drawings keep the point. */
export function fixed(value: number, digits: number): string {
  let format = FIXED.get(digits);
  if (!format) {
    const [minimumFractionDigits, maximumFractionDigits] = [digits, digits];
    const how = { minimumFractionDigits, maximumFractionDigits, useGrouping: false };
    format = new Intl.NumberFormat(LOCALE, { ...SIGN, ...how });
    FIXED.set(digits, format);
  }
  return format.format(value);
}

/** "0.0625", with every decimal, as the reader's country writes it. */
export function inFull(value: number): string {
  return PLAIN.format(value);
}

/** 0–1 → "34 %"; "<1 %" and ">95 %" at the ends, where decimals would promise what a forecast cannot keep. */
export function percent(probability: number): string {
  if (probability < 0.01) return `<1${NBSP}%`;
  if (probability > 0.95) return `>95${NBSP}%`;
  return `${String(Math.round(probability * 100))}${NBSP}%`;
}

export interface Change {
  readonly direction: 'up' | 'down' | 'level';
  readonly by: number;
}

/** Null where either is unknown. */
export function changeBetween(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  const difference = now - before;
  const direction = difference > 0 ? 'up' : difference < 0 ? 'down' : 'level';
  return { direction, by: Math.abs(difference) };
}

/** "up 3", "down 2", "unchanged". */
export function changeWords({ direction, by }: Change): string {
  if (direction === 'level') return $localize`:@@words.unchanged:unchanged`;
  const size = PLAIN.format(by);
  return direction === 'up'
    ? $localize`:@@words.up:up ${size}:size:`
    : $localize`:@@words.down:down ${size}:size:`;
}

/** "up 3 since admission". */
export function sinceAdmission(change: Change): string {
  return $localize`:@@words.since-admission:${changeWords(change)}:change: since admission`;
}

/** "+3", "−2", "0". */
export function signed(value: number): string {
  if (value > 0) return `+${PLAIN.format(value)}`;
  return value < 0 ? `${MINUS}${PLAIN.format(-value)}` : '0';
}

/** "+0.30", "−0.30"; what rounds to nothing has no sign. */
export function signedFixed(value: number, digits: number): string {
  const size = fixed(Math.abs(value), digits);
  if (size === fixed(0, digits)) return size;
  return `${value < 0 ? MINUS : '+'}${size}`;
}

/** "1 patient", "3 patients". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole(count)}${NBSP}${count === 1 ? one : many}`;
}

/** As many decimals as a laboratory would print: three figures, no trailing zeros. */
export function measured(value: number): string {
  return PLAIN.format(Number(value.toPrecision(Math.abs(value) >= 1000 ? 4 : 3)));
}
