import type { SwarmFigure } from '../document.ts';
import { placeX, ROOM, SIZE, unit, xAxis } from './axes.ts';
import { escaped } from './escape.ts';

const ROW = 30;
/** Room for the labels of the rows. */
const LABELS = 200;
/** Dots nearer to each other than this are stacked. */
const NEAR = 4;
const MOST_STACKED = 6;

type Row = SwarmFigure['rows'][number];

/** Five levels from low to high, and one for no value. */
function classOf(level: number | null): string {
  return level === null ? 'v-none' : `v${String(Math.min(4, Math.floor(level * 5)))}`;
}

/** Dots that would cover each other go up and down by turns. */
function dotsSvg({ dots }: Row, middle: number, x: (value: number) => number): string {
  const stacked = new Map<number, number>();
  return dots
    .map(({ x: value, level }) => {
      const bin = Math.round(x(value) / NEAR);
      const height = stacked.get(bin) ?? 0;
      stacked.set(bin, height + 1);
      const step = Math.min(MOST_STACKED * 2, height);
      const offset = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * 2;
      return `<circle class="${classOf(level)}" cx="${unit(x(value))}" cy="${unit(middle + offset)}" r="1.8"/>`;
    })
    .join('');
}

export function swarmFigureSvg(figure: SwarmFigure): string {
  const height = ROOM.top + ROOM.bottom + ROW * figure.rows.length;
  const x = placeX(figure.x, LABELS);
  const zero = unit(x(0));
  const rows = figure.rows.map((row, i) => {
    const middle = ROOM.top + ROW * (i + 0.5);
    return `<text class="tick" x="${String(LABELS - 10)}" y="${unit(middle + 4)}" text-anchor="end">${escaped(row.label)}</text>${dotsSvg(row, middle, x)}`;
  });
  return `<ul class="key"><li><svg width="28" height="12" aria-hidden="true"><circle class="v0" cx="14" cy="6" r="4"/></svg>lowest values</li><li><svg width="28" height="12" aria-hidden="true"><circle class="v4" cx="14" cy="6" r="4"/></svg>highest values</li><li><svg width="28" height="12" aria-hidden="true"><circle class="v-none" cx="14" cy="6" r="4"/></svg>no order (report, several values)</li></ul>
<svg viewBox="0 0 ${String(SIZE.width)} ${String(height)}" role="img" aria-label="${escaped(figure.title)}">
${xAxis(figure.x, x, height)}
<path class="diagonal" d="M${zero} ${String(ROOM.top)}L${zero} ${String(height - ROOM.bottom)}"/>
${rows.join('\n')}
</svg>`;
}
