/** What a text is read as: tokens with their places in it, in the way of languages that put spaces between words. */

/** Stands for every number that means nothing by itself. */
export const NUMBER_TOKEN = '<number>';

/** Headings of radiology reports, as they are written → one tag each, so that a word is not mistaken for a section. */
export const SECTIONS: Readonly<Record<string, string>> = {
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
  return sectioned(text, { heading: HEADING, sections: SECTIONS, plain: plainWords });
}

/** How a language heads its sections, and how it is read between the headings. */
export interface Reading {
  /** Its first group is the name. */
  readonly heading: RegExp;
  readonly sections: Readonly<Record<string, string>>;
  readonly plain: (text: string, from: number, to: number) => Word[];
}

export function sectioned(text: string, { heading, sections, plain }: Reading): Word[] {
  const words: Word[] = [];
  let done = 0;
  for (const found of text.matchAll(heading)) {
    const [whole, name = ''] = found;
    const token = sections[name.trim().toLowerCase().replace(/ +/g, ' ')];
    if (token === undefined) continue;
    const to = found.index + whole.length;
    words.push(...plain(text, done, found.index), { token, from: found.index, to });
    done = to;
  }
  words.push(...plain(text, done, text.length));
  return words;
}

function plainWords(text: string, from: number, to: number): Word[] {
  return Array.from(text.slice(from, to).matchAll(TOKEN), ({ 0: token, index }) => ({
    token: normalised(token.toLowerCase()),
    from: from + index,
    to: from + index + token.length,
  }));
}

/** Of a token in lower case. */
export function normalised(token: string): string {
  if (token === ';' || token === '?') return '.';
  if (!/^\p{N}/u.test(token)) return token;
  const value = Number(token);
  return Number.isInteger(value) && value <= LARGEST_NUMBER ? String(value) : NUMBER_TOKEN;
}
