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

export function cellText(cell: Cell | undefined, format: Format): string {
  if (cell === undefined || cell === null) return NONE;
  if (typeof cell === 'string') return cell;
  if (isInterval(cell)) return cell.map((one) => numberText(one, format)).join(' to ');
  return numberText(cell, format);
}
