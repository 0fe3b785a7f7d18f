import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { wordsOf } from '../../core/ward-api.ts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { ReviewApi } from '../review-api.ts';

/** All figures of a page, as the server writes them, for a spreadsheet. */
@Component({
  selector: 'endwatch-save-csv',
  template: `
    <button class="button" type="button" (click)="save()" i18n="@@review.save-figures">
      Save the figures (CSV)
    </button>
    <span role="status">{{ problem() }}</span>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 12px;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveCsv {
  private readonly api = inject(ReviewApi);
  private readonly query = inject(ReviewFilterState).text;
  readonly view = input.required<string>();
  protected readonly problem = signal('');

  protected async save(): Promise<void> {
    this.problem.set('');
    try {
      await this.api.download(this.view(), this.query());
    } catch (error) {
      this.problem.set($localize`:@@review.not-saved:Not saved: ${wordsOf(error)}:why:.`);
    }
  }
}
