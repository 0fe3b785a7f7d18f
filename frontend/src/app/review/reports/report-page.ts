import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MonthReport } from '@endwatch/contracts';
import { ApiError } from '../../core/ward-api.ts';
import { END_DEFINITION, RISK_DEFINITION } from '../definitions.ts';
import { Definitions, said } from '../quality/definitions.ts';
import { SaveCsv } from '../quality/save-csv.ts';
import { SectionView } from '../quality/section-view.ts';
import { ReviewApi } from '../review-api.ts';
import { ReviewCaption } from '../review-caption.ts';
import { ReviewCatalogue } from '../review-catalogue.ts';
import { reviewView } from '../review-view.ts';
import { ViewState } from '../ui/view-state.ts';
import { reportNamed } from '../ward-names.ts';
import { composedWords, monthWord } from './month-words.ts';
import { besideSection, reportParts } from './report-sections.ts';

/** The report of a month, as it was composed; beside it what is known today, if asked for. */
@Component({
  selector: 'endwatch-review-report',
  imports: [Definitions, RouterLink, SaveCsv, SectionView, ViewState],
  templateUrl: './report-page.html',
  styleUrls: ['../quality/quality-page.scss', './report-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportPage {
  private readonly api = inject(ReviewApi);
  private readonly wardName = inject(ReviewCatalogue).wardName;
  readonly month = input.required<string>();

  protected readonly view = reviewView(this.month, (month, stop) =>
    this.api.read<MonthReport>(`reports/${encodeURIComponent(month)}`, '', stop),
  );
  protected readonly file = computed(() => `reports/${encodeURIComponent(this.month())}`);
  protected readonly title = computed(() => monthWord(this.month()));
  protected readonly composed = computed(() => {
    const report = this.view.value();
    return report && composedWords(report);
  });
  protected readonly model = computed(() => {
    const report = this.view.value();
    if (!report) return '';
    const { modelVersion: version, trainedOn } = report;
    return trainedOn === 'simulated'
      ? $localize`:@@review-report.model-simulated:Model ${version}:version:, trained on simulated patients: not for clinical decisions.`
      : $localize`:@@review-report.model-site:Model ${version}:version:, trained on patients of this hospital.`;
  });
  private readonly now = signal<MonthReport | null>(null);
  protected readonly asking = signal(false);
  protected readonly problem = signal('');
  protected readonly beside = computed(() => {
    const [report, now] = [this.view.value(), this.now()];
    return report && now?.month === report.month ? besideSection(report, now) : null;
  });
  protected readonly parts = computed(() => {
    const report = this.view.value();
    if (report === null) return [];
    let n = 0;
    return reportParts(reportNamed(report, this.wardName)).map(({ definitions, sections }) => ({
      definitions: said(definitions),
      sections: sections.map((section) => ({
        ...section,
        name: `report-${report.month}-${String((n += 1))}`,
      })),
    }));
  });
  protected readonly ofAll = [END_DEFINITION, RISK_DEFINITION];
  protected readonly definitions = computed(() => {
    const report = this.view.value();
    if (!report) return [];
    return [...this.ofAll, ...reportParts(report).flatMap(({ definitions }) => definitions)];
  });

  constructor() {
    const caption = inject(ReviewCaption);
    effect(() => {
      const words = $localize`:@@review-report.subject:Report of ${this.title()}:month:, whole house`;
      caption.subject.set([words, this.composed(), this.model()].filter(Boolean).join(' · '));
    });
    inject(DestroyRef).onDestroy(() => {
      caption.subject.set(null);
    });
  }

  protected async compare(): Promise<void> {
    this.asking.set(true);
    this.problem.set('');
    try {
      this.now.set(await this.api.read<MonthReport>(this.file(), 'figures=now'));
    } catch (error) {
      const why = error instanceof ApiError ? error.title : '';
      this.problem.set(
        $localize`:@@review-report.not-compared:Today’s figures could not be fetched. ${why}:why:`,
      );
    } finally {
      this.asking.set(false);
    }
  }
}
