import type { Rng } from '../random/rng.ts';

/** How often a house shortens and mistypes. */
export interface SlipRates {
  /** Share of expressions with a usual abbreviation that are written so. */
  readonly abbreviated: number;
  /** Share of words of `LEAST_LETTERS` or more that are mistyped. */
  readonly mistyped: number;
}

/** Expression → what it is shortened to. */
const ABBREVIATIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bmiddle cerebral artery\b/gi, ['MCA']],
  [/\bno evidence of\b/gi, ['no e/o']],
  [/\bhistory of\b/gi, ['h/o']],
  [/\bstatus post\b/gi, ['s/p']],
  [/\batrial fibrillation\b/gi, ['AF', 'afib']],
  [/\bintracranial hemorrhage\b/gi, ['ICH']],
  [/\bwithout\b/gi, ['w/o']],
  [/\bleft\b/gi, ['L', 'lt']],
  [/\bright\b/gi, ['R', 'rt']],
  [/\bproximal\b/gi, ['prox']],
  [/\bdistal\b/gi, ['dist']],
  [/\bterritory\b/gi, ['terr']],
  [/\bsignificant\b/gi, ['sig']],
  [/\bfollow-up\b/gi, ['f/u']],
  [/\bhaemorrhage\b/gi, ['haem']],
  [/\binfarct(ion)?\b/gi, ['inf']],
];

export const LEAST_LETTERS = 5;
const LONG_WORDS = new RegExp(`\\b[A-Za-z][a-z]{${String(LEAST_LETTERS - 1)},}\\b`, 'g');

/** Keys beside each other. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  ...{ a: 's', b: 'v', c: 'x', d: 'f', e: 'r', f: 'g', g: 'h', h: 'j', i: 'o', j: 'k', k: 'l' },
  ...{ l: 'k', m: 'n', n: 'b', o: 'p', p: 'o', q: 'w', r: 't', s: 'd', t: 'y', u: 'i', v: 'b' },
  ...{ w: 'e', x: 'c', y: 'u', z: 'x' },
};

/** Two letters swapped, one left out, one doubled, or the key beside it; the first letter stays. */
export function mistyped(rng: Rng, word: string): string {
  const at = rng.int(1, word.length - 2);
  const [before, letter, next] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? ''];
  const rest = word.slice(at + 1);
  const swapped = `${before}${next}${letter}${word.slice(at + 2)}`;
  return rng.pick([
    letter === next ? `${before}${rest}` : swapped,
    `${before}${rest}`,
    `${before}${letter}${letter}${rest}`,
    `${before}${NEIGHBOURS[letter] ?? letter}${rest}`,
  ]);
}

/** A line as it was typed: some expressions shortened, some words mistyped. */
export function typed(rng: Rng, line: string, rates: SlipRates): string {
  let text = line;
  for (const [expression, short] of ABBREVIATIONS) {
    text = text.replace(expression, (whole: string) =>
      rng.chance(rates.abbreviated) ? rng.pick(short) : whole,
    );
  }
  return text.replace(LONG_WORDS, (word) =>
    rng.chance(rates.mistyped) ? mistyped(rng, word) : word,
  );
}
