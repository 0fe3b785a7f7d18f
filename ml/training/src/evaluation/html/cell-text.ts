import type { Interval } from '@endwatch/statistics';
import type { Cell, Format } from '../document.ts';
import { isInterval } from '../document.ts';

const NONE = '–';

function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** Minus and not hyphen, and no minus before nothing. */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  if (Number(text) === 0) return text.replace('-', '');
  return text.replace('-', '−');
}

function pValue(value: number): string {
  return value < 0.001 ? '< .001' : fixed(value, 3);
}

export function numberText(value: number, format: Format): string {
  switch (format) {
    case 'text':
      return String(value);
    case 'count':
      return grouped(value);
    case 'share':
      return `${fixed(100 * value, 1)} %`;
    case 'score':
      return fixed(value, 3);
    case 'ratio':
      return fixed(value, 2);
    case 'p':
      return pValue(value);
    case 'hours':
      return `${fixed(value, Number.isInteger(value) ? 0 : 1)} h`;
    case 'points':
      return fixed(value, 1);
  }
}

/** "to", because a dash beside a minus is hard to read; a unit is said once. */
function intervalText([lower, upper]: Interval, format: Format): string {
  const from = numberText(lower, format);
  const bare = format === 'share' ? from.replace(' %', '') : from;
  return `${bare} to ${numberText(upper, format)}`;
}

export function cellText(cell: Cell | undefined, format: Format): string {
  if (cell === undefined || cell === null) return NONE;
  if (typeof cell === 'string') return cell;
  if (isInterval(cell)) return intervalText(cell, format);
  return numberText(cell, format);
}
