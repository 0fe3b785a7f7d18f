import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  signal,
} from '@angular/core';
import type { DriftReview, ToldAlarm } from '@endwatch/contracts';
import { CalibrationAlarm } from '../../core/calibration-alarm.ts';
import { Definitions } from '../quality/definitions.ts';
import { SaveCsv } from '../quality/save-csv.ts';
import { SectionView } from '../quality/section-view.ts';
import { ReviewApi } from '../review-api.ts';
import { ReviewCaption } from '../review-caption.ts';
import { ViewState } from '../ui/view-state.ts';
import { reviewView } from '../review-view.ts';
import { driftSections } from './drift-sections.ts';
import { toldSection } from './told-section.ts';

/** Whether the patients and the forecast are still as they were. */
@Component({
  selector: 'endwatch-review-drift',
  imports: [Definitions, SaveCsv, SectionView, ViewState],
  templateUrl: './drift-page.html',
  styleUrl: '../quality/quality-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DriftPage {
  private readonly api = inject(ReviewApi);
  /** The tables are kept for the whole house: no filter is asked with. */
  protected readonly view = reviewView(signal(''), (query, stop) =>
    this.api.read<DriftReview>('drift', query, stop),
  );
  private readonly told = signal<ToldAlarm['alarm']>(null);

  protected readonly sections = computed(() => {
    const review = this.view.value();
    if (review === null) return [];
    const [chart, ...inputs] = driftSections(review);
    const told = this.told();
    return [chart, ...(told === null ? [] : [toldSection(told)]), ...inputs];
  });

  constructor() {
    // Without it the page has all that the alarm rests on; the next opening asks again.
    void inject(CalibrationAlarm)
      .read()
      .then((alarm) => {
        this.told.set(alarm);
      })
      .catch(() => undefined);
    const caption = inject(ReviewCaption);
    caption.subject.set($localize`:@@review-drift.subject:Drift, whole house`);
    inject(DestroyRef).onDestroy(() => {
      caption.subject.set(null);
    });
  }
}
