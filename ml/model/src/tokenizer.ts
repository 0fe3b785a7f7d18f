import { charactersOf, joinedCharacters, learnJoins } from './characters.ts';
import type { Word } from './words.ts';
import { NUMBER_TOKEN, wordsOf } from './words.ts';

/** Ids below are the same in every vocabulary. */
export const PADDING = 0;
export const UNKNOWN = 1;
const RESERVED = ['<pad>', '<unknown>', NUMBER_TOKEN] as const;

/** Words: what stands between spaces. Characters: for languages that have none, runs of 1 to 3 characters. */
export type TokenMode = 'words' | 'characters';

/** Token → id, fixed when the model was trained. */
export interface Vocabulary {
  readonly mode: TokenMode;
  /** Position = id; the first three are reserved. */
  readonly tokens: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
}

export function vocabularyOf(tokens: readonly string[], mode: TokenMode = 'words'): Vocabulary {
  if (RESERVED.some((token, id) => tokens[id] !== token)) {
    throw new RangeError(`a vocabulary begins with ${RESERVED.join(', ')}`);
  }
  return { mode, tokens, ids: new Map(tokens.map((token, id) => [token, id])) };
}

export interface VocabularyLimits {
  readonly most: number;
  /** Least number of texts a token must appear in. */
  readonly leastTexts: number;
}

/** Tokens of a text as a vocabulary has it read, with their places. */
export function tokensOf(text: string, { mode, ids }: Vocabulary): Word[] {
  return mode === 'words' ? wordsOf(text) : joinedCharacters(text, ids);
}

/** Without a vocabulary, words. */
export function tokenize(text: string, vocabulary?: Vocabulary): string[] {
  const words = vocabulary ? tokensOf(text, vocabulary) : wordsOf(text);
  return words.map(({ token }) => token);
}

/**
 * The most frequent tokens by number of texts they appear in; equal ones by the alphabet, so that the order of the texts does not matter. Of characters
 * the runs that are worth a token follow, as far as there is room.
 */
export function buildVocabulary(
  texts: Iterable<string>,
  limits: VocabularyLimits,
  mode: TokenMode = 'words',
): Vocabulary {
  const all = [...texts];
  const counts = new Map<string, number>();
  const read = mode === 'words' ? wordsOf : charactersOf;
  for (const text of all) {
    const tokens = new Set(read(text).map(({ token }) => token));
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const reserved = new Set<string>(RESERVED);
  const words = [...counts]
    .filter(([token, n]) => n >= limits.leastTexts && !reserved.has(token))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([token]) => token);
  const single = [...RESERVED, ...words.slice(0, limits.most - RESERVED.length)];
  if (mode === 'words') return vocabularyOf(single);
  const room = { ...limits, most: limits.most - single.length };
  return vocabularyOf([...single, ...learnJoins(all, room)], mode);
}

/**
 * What a network of `length` places reads of a text. Of a longer one the beginning (history) and the end (impression, addendum) are kept: what is
 * left out is the middle of the findings.
 */
export function keptWords(text: string, vocabulary: Vocabulary, length: number): Word[] {
  const words = tokensOf(text, vocabulary);
  const head = Math.floor(length / 2);
  return words.length <= length
    ? words
    : [...words.slice(0, head), ...words.slice(words.length - (length - head))];
}

/** Ids of a text, padded to `length`. */
export function encodeText(text: string, vocabulary: Vocabulary, length: number): Int32Array {
  const ids = new Int32Array(length).fill(PADDING);
  keptWords(text, vocabulary, length).forEach(({ token }, i) => {
    ids[i] = vocabulary.ids.get(token) ?? UNKNOWN;
  });
  return ids;
}
