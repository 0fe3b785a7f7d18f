import { Injectable, effect, inject } from '@angular/core';
import type { Language, Preferences } from '@endwatch/contracts';
import { Keepsake } from './keepsake.ts';
import { keepLanguage, spokenLanguage } from './language.ts';
import { Session } from './session.ts';
import { WardApi } from './ward-api.ts';

/** Chosen at this browser, and the server does not know yet. */
const UNTOLD = 'endwatch.language-untold';

/**
 * The language in which somebody is written to. What is chosen at a browser is kept there and with the account; whoever has never chosen is
 * written to in the language that their page speaks. While the server cannot be reached this browser remembers to tell it.
 */
@Injectable({ providedIn: 'root' })
export class AccountLanguage {
  private readonly api = inject(WardApi);
  private readonly session = inject(Session);
  private readonly keepsake = inject(Keepsake);
  private account: string | null = null;

  constructor() {
    effect(() => {
      const view = this.session.view();
      // A screen on the wall is nobody's.
      const username = view === null || view.role === 'display' ? null : view.username;
      if (username === this.account) return;
      this.account = username;
      if (username !== null) void this.look().catch(() => undefined);
    });
  }

  /** Never rejects. The page has to be loaded anew to speak it. */
  async choose(language: Language): Promise<void> {
    keepLanguage(language);
    this.keepsake.set(UNTOLD, 'true');
    if (this.account !== null) await this.tell(language).catch(() => undefined);
  }

  private async look(): Promise<void> {
    const untold = this.keepsake.get(UNTOLD) === 'true';
    if (untold || (await this.api.send<Preferences>('/api/preferences')).language === null) {
      await this.tell(spokenLanguage());
    }
  }

  private async tell(language: Language): Promise<void> {
    await this.api.send('/api/preferences', { language }, 'PUT');
    this.keepsake.set(UNTOLD, 'false');
  }
}
