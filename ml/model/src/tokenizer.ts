/** Ids below are the same in every vocabulary. */
export const PADDING = 0;
export const UNKNOWN = 1;
export const NUMBER = 2;
const RESERVED = ['<pad>', '<unknown>', '<number>'] as const;

/** Headings of radiology reports, as they are written → one tag each, so that a word is not mistaken for a section. */
const SECTIONS: Readonly<Record<string, string>> = {
  history: '<history>',
  'clinical history': '<history>',
  'clinical information': '<history>',
  indication: '<history>',
  technique: '<technique>',
  procedure: '<technique>',
  exam: '<technique>',
  examination: '<technique>',
  comparison: '<comparison>',
  findings: '<findings>',
  report: '<findings>',
  impression: '<impression>',
  conclusion: '<impression>',
  opinion: '<impression>',
  assessment: '<impression>',
  recommendation: '<recommendation>',
  recommendations: '<recommendation>',
  addendum: '<addendum>',
};

const HEADING = /^[ \t]*([A-Za-z][A-Za-z ]{2,24}):/gm;
const TOKEN = /<[A-Za-z]+>|\p{L}[\p{L}\p{N}]*|\p{N}+(?:[.,]\p{N}+)?|[.;?]/gu;

/** Whole numbers that mean something by themselves (ASPECTS, scores); all others are one token. */
const LARGEST_NUMBER = 10;

/** A token and where in the text it stands, `to` exclusive. */
export interface Word {
  readonly token: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Words in lower case, section tags, small whole numbers as themselves and other numbers as `<number>`; sentence ends are kept, because a negation
 * does not reach past them.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let done = 0;
  for (const heading of text.matchAll(HEADING)) {
    const [whole, name = ''] = heading;
    const token = SECTIONS[name.trim().toLowerCase().replace(/ +/g, ' ')];
    if (token === undefined) continue;
    const to = heading.index + whole.length;
    words.push(...plainWords(text, done, heading.index), { token, from: heading.index, to });
    done = to;
  }
  words.push(...plainWords(text, done, text.length));
  return words;
}

function plainWords(text: string, from: number, to: number): Word[] {
  return Array.from(text.slice(from, to).matchAll(TOKEN), ({ 0: token, index }) => ({
    token: normalised(token.toLowerCase()),
    from: from + index,
    to: from + index + token.length,
  }));
}

export function tokenize(text: string): string[] {
  return wordsOf(text).map(({ token }) => token);
}

function normalised(token: string): string {
  if (token === ';' || token === '?') return '.';
  if (!/^\p{N}/u.test(token)) return token;
  const value = Number(token);
  return Number.isInteger(value) && value <= LARGEST_NUMBER ? String(value) : RESERVED[NUMBER];
}

/** Token → id, fixed when the model was trained. */
export interface Vocabulary {
  /** Position = id; the first three are reserved. */
  readonly tokens: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
}

export function vocabularyOf(tokens: readonly string[]): Vocabulary {
  if (RESERVED.some((token, id) => tokens[id] !== token)) {
    throw new RangeError(`a vocabulary begins with ${RESERVED.join(', ')}`);
  }
  return { tokens, ids: new Map(tokens.map((token, id) => [token, id])) };
}

export interface VocabularyLimits {
  readonly most: number;
  /** Least number of texts a token must appear in. */
  readonly leastTexts: number;
}

/** The most frequent tokens by number of texts they appear in; equal ones by the alphabet, so that the order of the texts does not matter. */
export function buildVocabulary(texts: Iterable<string>, limits: VocabularyLimits): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const token of new Set(tokenize(text))) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const reserved = new Set<string>(RESERVED);
  const words = [...counts]
    .filter(([token, n]) => n >= limits.leastTexts && !reserved.has(token))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([token]) => token);
  return vocabularyOf([...RESERVED, ...words.slice(0, limits.most - RESERVED.length)]);
}

/**
 * What a network of `length` places reads of a text. Of a longer one the beginning (history) and the end (impression, addendum) are kept: what is
 * left out is the middle of the findings.
 */
export function keptWords(text: string, length: number): Word[] {
  const words = wordsOf(text);
  const head = Math.floor(length / 2);
  return words.length <= length
    ? words
    : [...words.slice(0, head), ...words.slice(words.length - (length - head))];
}

/** Ids of a text, padded to `length`. */
export function encodeText(text: string, vocabulary: Vocabulary, length: number): Int32Array {
  const ids = new Int32Array(length).fill(PADDING);
  keptWords(text, length).forEach(({ token }, i) => {
    ids[i] = vocabulary.ids.get(token) ?? UNKNOWN;
  });
  return ids;
}
