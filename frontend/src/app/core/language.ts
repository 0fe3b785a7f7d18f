import { loadTranslations } from '@angular/localize';
import type { Language } from '@endwatch/contracts';

/** Languages of the pages, each named as its speakers call it. English is written in the code, the others in `locale`. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const satisfies Record<
  Language,
  string
>;

const KEY = 'endwatch.language';

/** Texts by the ids of the messages. */
export type Messages = Readonly<Record<string, string>>;
let spoken: Messages = {};

/** What was chosen on this device, else the first language of the browser that there is. */
export function wantedLanguage(): Language {
  const wanted = [kept(), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}

/** From here on the page speaks this language: before anything that words its constants is loaded. */
export function speak(language: Language, messages: Messages): void {
  spoken = messages;
  loadTranslations(messages);
  $localize.locale = language;
}

/** The same of a part of the pages, before anything of that part is loaded. */
export function speakAlso(messages: Messages): void {
  spoken = { ...spoken, ...messages };
  loadTranslations(messages);
}

/** For what is asked for by an id that is made while the page runs; undefined where the language has none. */
export function messageOf(id: string): string | undefined {
  return Object.hasOwn(spoken, id) ? spoken[id] : undefined;
}

/** What the page speaks: English also where the wanted messages did not come. */
export function spokenLanguage(): Language {
  const code = $localize.locale;
  return isLanguage(code) ? code : 'en';
}

/** Keeps the choice for this device. The page has to be loaded anew to speak it. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage may be forbidden: then the browser's own languages decide.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function isLanguage(code: string | undefined): code is Language {
  return code !== undefined && Object.hasOwn(LANGUAGES, code);
}
