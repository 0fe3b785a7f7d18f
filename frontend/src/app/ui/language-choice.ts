import { ChangeDetectionStrategy, Component, DOCUMENT, inject } from '@angular/core';
import type { Language } from '@endwatch/contracts';
import { AccountLanguage } from '../core/account-language.ts';
import { LANGUAGES, spokenLanguage } from '../core/language.ts';

/** The languages, each in its own words, kept for this device and with the account. Another one loads the page anew. */
@Component({
  selector: 'endwatch-language-choice',
  template: `
    <div role="group" aria-label="Language" i18n-aria-label="@@account.language">
      @for (one of languages; track one.code) {
        <button
          type="button"
          [lang]="one.code"
          [attr.aria-pressed]="one.code === spoken"
          (click)="choose(one.code)"
        >
          {{ one.name }}
        </button>
      }
    </div>
  `,
  styles: `
    div {
      display: flex;
      gap: 4px;
    }
    button {
      min-height: 32px;
      padding: 0 8px;
      border: 0;
      border-radius: 4px;
      background: none;
      color: var(--ink-quiet);
    }
    button[aria-pressed='true'] {
      color: var(--ink);
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 4px;
    }
    @media (pointer: coarse) {
      button {
        min-height: 44px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LanguageChoice {
  private readonly document = inject(DOCUMENT);
  private readonly account = inject(AccountLanguage);

  protected readonly spoken = spokenLanguage();
  protected readonly languages = Object.entries(LANGUAGES).map(([code, name]) => ({
    code: code as Language,
    name,
  }));

  protected async choose(language: Language): Promise<void> {
    if (language === this.spoken) return;
    await this.account.choose(language);
    this.document.location.reload();
  }
}
