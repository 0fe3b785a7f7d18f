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

/** Words that begin a line, within a sentence: German keeps the capitals of its nouns. */
export function inSentence(words: string): string {
  return spokenLanguage() === 'en' ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** How the reader's country writes dates, times and numbers: the one place where the pages ask for it. */
export const { locale: LOCALE, date: SHORT_DATE } = MANNERS[spokenLanguage()];
