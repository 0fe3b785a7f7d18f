import type { Language } from '@endwatch/contracts';
import { spokenLanguage } from '../core/language.ts';

interface Manner {
  /** For `Intl`. */
  readonly locale: string;
  /** Day and month, short. */
  readonly date: Intl.DateTimeFormatOptions;
}

const MANNERS: Readonly<Record<Language, Manner>> = {
  en: { locale: 'en-GB', date: { day: 'numeric', month: 'short' } },
  de: { locale: 'de-DE', date: { day: '2-digit', month: '2-digit' } },
};

/** A word that is small within a sentence: "HbA1c", "SpO₂" and "NIHSS" are not. */
const ORDINARY = /^\p{Lu}\p{Ll}*(?=[\s,;:(]|$)/u;

/** Words that stand alone, within a sentence: English begins them small, German keeps the capitals of its nouns. */
export function inSentence(words: string): string {
  return spokenLanguage() === 'en' ? words.replace(ORDINARY, (word) => word.toLowerCase()) : words;
}

/** How the reader's country writes dates, times and numbers: the one place where the pages ask for it. */
export const { locale: LOCALE, date: SHORT_DATE } = MANNERS[spokenLanguage()];
