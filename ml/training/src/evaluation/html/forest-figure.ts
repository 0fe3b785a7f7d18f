import type { ForestFigure } from '../document.ts';
import { placeX, ROOM, SIZE, unit, xAxis } from './axes.ts';
import { numberText } from './cell-text.ts';
import { escaped } from './escape.ts';

const ROW = 24;
/** Room for the labels of the rows. */
const LABELS = 300;

function rowSvg(
  { label, n, estimate, ci95 }: ForestFigure['rows'][number],
  y: number,
  x: (value: number) => number,
): string {
  const words = `<text class="tick" x="${String(LABELS - 12)}" y="${unit(y + 4)}" text-anchor="end">${escaped(label)} (${numberText(n, 'count')})</text>`;
  if (estimate === null) return words;
  const line = ci95
    ? `<path class="line s0" d="M${unit(x(ci95[0]))} ${unit(y)}L${unit(x(ci95[1]))} ${unit(y)}"/>`
    : '';
  return `${words}${line}<rect class="dot s0" x="${unit(x(estimate) - 4)}" y="${unit(y - 4)}" width="8" height="8"/>`;
}

export function forestFigureSvg(figure: ForestFigure): string {
  const height = ROOM.top + ROOM.bottom + ROW * figure.rows.length;
  const x = placeX(figure.x, LABELS);
  const reference =
    figure.reference === null
      ? ''
      : `<path class="diagonal" d="M${unit(x(figure.reference))} ${String(ROOM.top)}L${unit(x(figure.reference))} ${String(height - ROOM.bottom)}"/>`;
  const rows = figure.rows.map((row, i) => rowSvg(row, ROOM.top + ROW * (i + 0.5), x));
  return `<svg viewBox="0 0 ${String(SIZE.width)} ${String(height)}" role="img" aria-label="${escaped(figure.title)}">
${xAxis(figure.x, x, height)}
${reference}
${rows.join('\n')}
</svg>`;
}
