import type { Axis, Cell } from './document.ts';
import { isInterval } from './document.ts';

/** From chance to 1, and further down where an area or its interval lies there: drawn at .5 it would look like chance. */
export function aucAxis(rows: readonly Readonly<Record<string, Cell>>[]): Axis {
  const values = rows.flatMap(({ auc, aucCi95 }) => [
    ...(typeof auc === 'number' ? [auc] : []),
    ...(isInterval(aucCi95) ? [aucCi95[0]] : []),
  ]);
  const least = values.reduce((lowest, value) => Math.min(lowest, value), 0.5);
  return { label: 'AUC', from: Math.floor(10 * least + 1e-9) / 10, to: 1, format: 'ratio' };
}
