import type { Language } from '@endwatch/contracts';
import { type Messages, speak, wantedLanguage } from './app/core/language.ts';

/** Longer than this nobody waits for a translation: the board comes in English. */
const PATIENCE_MS = 4_000;

const MESSAGES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Messages>>> = {
  de: async () => (await import('./locale/de/index.ts')).messages,
};

/** Before anything of the application is loaded: its constants are worded once, when they are first read. */
async function learn(language: Language): Promise<void> {
  if (language === 'en') return;
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const messages = await Promise.race([MESSAGES[language](), late]).catch(() => null);
  if (messages === null) return;
  speak(language, messages);
  document.documentElement.lang = language;
}

async function begin(): Promise<void> {
  await learn(wantedLanguage());
  await (await import('./start.ts')).start();
}

begin().catch((error: unknown) => {
  // Nothing of the page runs at this point: the browser's own console is the only place left to speak.
  reportError(error);
});
