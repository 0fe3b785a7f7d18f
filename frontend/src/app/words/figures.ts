/** No-break space: a figure and its unit stay together. */
export const NBSP = '\u00a0';
export const MINUS = '\u2212';

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
  return direction === 'level' ? 'unchanged' : `${direction} ${String(by)}`;
}

/** "+3", "−2", "0". */
export function signed(value: number): string {
  if (value > 0) return `+${String(value)}`;
  return value < 0 ? `${MINUS}${String(-value)}` : '0';
}

/** "1 patient", "3 patients". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')}${NBSP}${count === 1 ? one : many}`;
}

/** As many decimals as a laboratory would print: three figures, no trailing zeros. */
export function measured(value: number): string {
  return String(Number(value.toPrecision(Math.abs(value) >= 1000 ? 4 : 3)));
}
