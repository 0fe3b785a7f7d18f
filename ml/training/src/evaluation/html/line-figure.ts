import { at } from '@endwatch/statistics';
import type { LineFigure, Point, Series } from '../document.ts';
import type { Place } from './axes.ts';
import { placeX, placeY, SIZE, unit, xAxis, yAxis } from './axes.ts';
import { escaped } from './escape.ts';

interface Places {
  readonly x: Place;
  readonly y: Place;
}

/** Colours, each with a dash pattern of its own so that a figure is read in grey too. */
const STYLES = 7;
export const styleOf = (index: number): string => `s${String(index % STYLES)}`;

function stepped(points: readonly Point[]): Point[] {
  return points.flatMap(([x, y], i): Point[] =>
    i === 0
      ? [[x, y]]
      : [
          [x, at(points, i - 1)[1]],
          [x, y],
        ],
  );
}

function path(points: readonly Point[], { x, y }: Places): string {
  return points
    .map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${unit(x(px))} ${unit(y(py))}`)
    .join('');
}

function band({ points, limits = [], kind }: Series, places: Places): string {
  const known = points.flatMap(([x], i) => {
    const limit = limits[i];
    return limit ? [{ x, limit }] : [];
  });
  if (known.length < 2) return '';
  const edge = (side: 0 | 1): Point[] => {
    const points_ = known.map(({ x, limit }): Point => [x, limit[side]]);
    return kind === 'step' ? stepped(points_) : points_;
  };
  return path([...edge(0), ...edge(1).reverse()], places) + 'Z';
}

/** Whiskers for single points. */
function whiskers({ points, limits = [] }: Series, { x, y }: Places): string {
  return points
    .flatMap(([px], i) => {
      const limit = limits[i];
      return limit
        ? [`M${unit(x(px))} ${unit(y(limit[0]))}L${unit(x(px))} ${unit(y(limit[1]))}`]
        : [];
    })
    .join('');
}

function drawn(series: Series, style: string, places: Places): string {
  const { kind, points } = series;
  if (kind === 'points') {
    const dots = points.map(
      ([x, y]) =>
        `<circle class="dot ${style}" cx="${unit(places.x(x))}" cy="${unit(places.y(y))}" r="4"/>`,
    );
    return `<path class="whisker ${style}" d="${whiskers(series, places)}"/>${dots.join('')}`;
  }
  const area = band(series, places);
  const line = path(kind === 'step' ? stepped(points) : points, places);
  return `${area === '' ? '' : `<path class="band ${style}" d="${area}"/>`}<path class="line ${style}" d="${line}"/>`;
}

function key(series: readonly Series[]): string {
  const items = series.map(({ name, kind }, i) => {
    const mark =
      kind === 'points'
        ? `<circle class="dot ${styleOf(i)}" cx="14" cy="6" r="4"/>`
        : `<path class="line ${styleOf(i)}" d="M1 6L27 6"/>`;
    return `<li><svg width="28" height="12" aria-hidden="true">${mark}</svg>${escaped(name)}</li>`;
  });
  return series.length < 2 ? '' : `<ul class="key">${items.join('')}</ul>`;
}

export function lineFigureSvg(figure: LineFigure): string {
  const places: Places = { x: placeX(figure.x), y: placeY(figure.y) };
  const lowest = Math.max(figure.x.from, figure.y.from);
  const highest = Math.min(figure.x.to, figure.y.to);
  const diagonal = figure.diagonal
    ? `<path class="diagonal" d="${path(
        [
          [lowest, lowest],
          [highest, highest],
        ],
        places,
      )}"/>`
    : '';
  return `${key(figure.series)}
<svg viewBox="0 0 ${String(SIZE.width)} ${String(SIZE.height)}" role="img" aria-label="${escaped(figure.title)}">
${xAxis(figure.x, places.x)}
${yAxis(figure.y, places.y)}
${diagonal}
${figure.series.map((series, i) => drawn(series, styleOf(i), places)).join('\n')}
</svg>`;
}
