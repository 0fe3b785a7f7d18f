/** Small words that English reports cannot do without, and words of the field for those written in fragments; neighbouring languages use few of them. */
const ENGLISH = new Set(
  [
    'the of and not with without are was were there to in on for at or by from this that has have been left right seen evidence acute',
    'bleed blood brain dense density vessels artery shift swelling bigger extension patent fill filling flow clot nil old plain blocked',
    'today weak droop head repeat progress again still only before than given stroke',
  ]
    .join(' ')
    .split(' '),
);
const WORD = /\p{L}+/gu;
const LATIN = /^\p{Script=Latin}+$/u;

const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Fewer words say nothing about the language. */
const LEAST_WORDS = 12;
const LEAST_LETTERS = 24;
/** English reports have these words at 15 % and more; those in languages near it seldom at 5 % ("in", "on", "was"). */
const LEAST_SHARE = 0.1;
const LEAST_LATIN = 0.5;

/** A language that a model can be said to have learned. */
export type KnownLanguage = 'en' | 'zh';

/** Japanese has Chinese characters too, and its own letters between them. */
function isChinese(text: string, letters: number): boolean {
  const count = (script: RegExp): number => text.match(script)?.length ?? 0;
  return count(HAN) >= 0.9 * letters && count(KANA) === 0;
}

/** Whether a report is in English or Chinese; null where it is too short to say. By letters first: a language without spaces is one long word. */
export function reportLanguage(text: string): KnownLanguage | 'other' | null {
  const words = text.toLowerCase().match(WORD) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  if (letters === 0) return null;
  const latin = words.filter((word) => LATIN.test(word));
  const latinLetters = latin.reduce((sum, word) => sum + word.length, 0);
  if (letters >= LEAST_LETTERS && latinLetters < LEAST_LATIN * letters)
    return isChinese(text, letters - latinLetters) ? 'zh' : 'other';
  if (words.length < LEAST_WORDS) return null;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  return english >= LEAST_SHARE * words.length ? 'en' : 'other';
}
