import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { KeptReport } from '@endwatch/contracts';
import { ApiError } from '../../core/ward-api.ts';
import { whole } from '../../words/figures.ts';
import { stays as staysOf } from '../counts.ts';
import { ReviewApi } from '../review-api.ts';
import { ReviewCaption } from '../review-caption.ts';
import { reviewView } from '../review-view.ts';
import { ViewState } from '../ui/view-state.ts';
import { composedWords, monthWord } from './month-words.ts';

/** Reports of months that are kept, and one of the month that is running. */
@Component({
  selector: 'endwatch-review-reports',
  imports: [RouterLink, ViewState],
  templateUrl: './reports-page.html',
  styleUrls: ['../quality/quality-page.scss', './reports-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportsPage {
  private readonly api = inject(ReviewApi);
  private readonly router = inject(Router);
  protected readonly view = reviewView(signal(''), (query, stop) =>
    this.api.read<KeptReport[]>('reports', query, stop),
  );
  protected readonly composing = signal(false);
  protected readonly problem = signal('');
  protected readonly rows = computed(() =>
    (this.view.value() ?? []).map((report) => ({
      ...{ month: report.month, name: monthWord(report.month), composed: composedWords(report) },
      ...{ stays: staysOf(report.stays), ends: whole(report.ends), model: report.modelVersion },
    })),
  );

  constructor() {
    const caption = inject(ReviewCaption);
    caption.subject.set($localize`:@@review-report.list-subject:Monthly reports, whole house`);
    inject(DestroyRef).onDestroy(() => {
      caption.subject.set(null);
    });
  }

  protected async compose(): Promise<void> {
    this.composing.set(true);
    this.problem.set('');
    try {
      const { month } = await this.api.composeReport();
      await this.router.navigate(['/review/reports', month]);
    } catch (error) {
      const why = error instanceof ApiError ? error.title : '';
      this.problem.set($localize`:@@review-report.not-composed:Not composed. ${why}:why:`);
    } finally {
      this.composing.set(false);
    }
  }
}
