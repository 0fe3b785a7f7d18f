import type { Word } from './words.ts';
import { normalised, SECTIONS, sectioned } from './words.ts';

/** Scripts that put no spaces between words. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const TOKEN = new RegExp(
  [
    '<[A-Za-z]+>',
    `[${UNSPACED}]\\p{M}*`,
    `(?:(?![${UNSPACED}])\\p{L})(?:(?![${UNSPACED}])[\\p{L}\\p{N}])*`,
    '\\p{N}+(?:[.,]\\p{N}+)?',
    '[.;?,。；？！，．]',
  ].join('|'),
  'gu',
);
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/** Chinese headings → the tags of the English ones. */
const ALL_SECTIONS: Readonly<Record<string, string>> = {
  ...SECTIONS,
  病史: '<history>',
  临床病史: '<history>',
  临床诊断: '<history>',
  检查方法: '<technique>',
  检查技术: '<technique>',
  对比: '<comparison>',
  比较: '<comparison>',
  检查所见: '<findings>',
  影像所见: '<findings>',
  影像表现: '<findings>',
  所见: '<findings>',
  印象: '<impression>',
  结论: '<impression>',
  诊断意见: '<impression>',
  影像诊断: '<impression>',
  建议: '<recommendation>',
  补充报告: '<addendum>',
  补充: '<addendum>',
};
const HEADING = /^[ \t]*(\p{L}[\p{L} ]{1,24})[:：]/gmu;

/** A clause ends at a comma in Chinese where English would put a full stop, and so does a negation; an enumeration (、) goes on. */
const COMMAS: ReadonlySet<string> = new Set([',', '，']);
const ENDS: ReadonlySet<string> = new Set(['.', ';', '?', '。', '；', '？', '！', '．']);

/** Characters of a token at most. */
const LONGEST = 3;

function written(token: string): string {
  if (COMMAS.has(token)) return ',';
  return ENDS.has(token) ? '.' : normalised(token.normalize('NFKC').toLowerCase());
}

function plainCharacters(text: string, from: number, to: number): Word[] {
  return Array.from(text.slice(from, to).matchAll(TOKEN), ({ 0: token, index }) => ({
    token: written(token),
    from: from + index,
    to: from + index + token.length,
  }));
}

/** Each character of a script without spaces by itself; everything else as in languages with them. */
export function charactersOf(text: string): Word[] {
  return sectioned(text, { heading: HEADING, sections: ALL_SECTIONS, plain: plainCharacters });
}

function canJoin(left: Word | undefined, right: Word | undefined): boolean {
  if (!left || !right || left.to !== right.from) return false;
  const length = Array.from(left.token + right.token).length;
  return length <= LONGEST && IS_UNSPACED.test(left.token) && IS_UNSPACED.test(right.token);
}

/** What two neighbours are together; null where they cannot be one token. */
function joined(left: Word | undefined, right: Word | undefined): string | null {
  return left && right && canJoin(left, right) ? left.token + right.token : null;
}

function joinAt(words: Word[], place: number): void {
  const [left, right] = [words[place], words[place + 1]];
  if (!left || !right) return;
  const token = left.token + right.token;
  words.splice(place, 2, { token, from: left.from, to: right.to });
}

/** Neighbours joined as they were when the vocabulary was learnt, the earliest learnt first (byte-pair encoding, Sennrich 2016, over characters). */
export function joinedCharacters(text: string, ids: ReadonlyMap<string, number>): Word[] {
  const words = charactersOf(text);
  for (;;) {
    let [earliest, place] = [Infinity, -1];
    for (let i = 0; i + 1 < words.length; i += 1) {
      const token = joined(words[i], words[i + 1]);
      const id = token === null ? Infinity : (ids.get(token) ?? Infinity);
      if (id < earliest) [earliest, place] = [id, i];
    }
    if (place < 0) return words;
    joinAt(words, place);
  }
}

/**
 * Runs of 2 and 3 characters worth a token of their own, in the order in which they are joined: each time the pair of neighbours that is in most texts, and
 * none that is in fewer than `leastTexts`; of equal ones the first by the alphabet.
 */
export function learnJoins(
  texts: readonly string[],
  { most, leastTexts }: { readonly most: number; readonly leastTexts: number },
): string[] {
  const read = texts.map(charactersOf);
  const counts = new PairCounts(read);
  const joins: string[] = [];
  while (joins.length < most) {
    const pair = counts.mostFrequent();
    if (pair === null || counts.textsWith(pair) < leastTexts) break;
    joins.push(pair);
    counts.join(pair);
  }
  return joins;
}

/** In which texts two neighbours stand. */
class PairCounts {
  readonly #texts: readonly Word[][];
  readonly #where = new Map<string, Set<number>>();

  constructor(texts: readonly Word[][]) {
    this.#texts = texts;
    texts.forEach((_, text) => {
      this.#count(text, (where) => where.add(text));
    });
  }

  textsWith(pair: string): number {
    return this.#where.get(pair)?.size ?? 0;
  }

  mostFrequent(): string | null {
    let [best, most] = ['', 0];
    for (const [pair, { size }] of this.#where) {
      if (size > most || (size === most && pair < best)) [best, most] = [pair, size];
    }
    return most === 0 ? null : best;
  }

  /** Joins the pair wherever it stands. */
  join(pair: string): void {
    for (const text of [...(this.#where.get(pair) ?? [])]) {
      this.#count(text, (where) => where.delete(text));
      const words = this.#texts[text] ?? [];
      for (let i = 0; i + 1 < words.length; i += 1) {
        if (joined(words[i], words[i + 1]) === pair) joinAt(words, i);
      }
      this.#count(text, (where) => where.add(text));
    }
    this.#where.delete(pair);
  }

  #count(text: number, change: (where: Set<number>) => void): void {
    const words = this.#texts[text] ?? [];
    for (let i = 0; i + 1 < words.length; i += 1) {
      const pair = joined(words[i], words[i + 1]);
      if (pair === null) continue;
      const where = this.#where.get(pair) ?? new Set<number>();
      change(where);
      if (where.size > 0) this.#where.set(pair, where);
      else this.#where.delete(pair);
    }
  }
}
