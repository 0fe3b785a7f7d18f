import type { Language } from '@endwatch/contracts';
import { type Messages, speakAlso, spokenLanguage } from './language.ts';

const MESSAGES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Messages>>> = {
  de: async () => (await import('../../locale/de/review.ts')).messages,
};

/** Loads a part that words something of the quality review, its messages first; where they do not come it speaks English. */
export async function withReviewWords<Part>(part: () => Promise<Part>): Promise<Part> {
  const language = spokenLanguage();
  if (language !== 'en') {
    const messages = await MESSAGES[language]().catch(() => null);
    if (messages !== null) speakAlso(messages);
  }
  return part();
}
