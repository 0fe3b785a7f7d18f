import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  signal,
} from '@angular/core';
import { ApiError } from '../../core/ward-api.ts';
import { fixed } from '../../words/figures.ts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { ReviewApi } from '../review-api.ts';

const MEGABYTE = 1e6;

/** The stays that are counted, with all that is charted of them, de-identified, as files for other programs. It says how much has come, and can be stopped. */
@Component({
  selector: 'endwatch-export-stays',
  template: `
    <h2 i18n="@@review-report.export">Take the stays out of the house</h2>
    <p i18n="@@review-report.export-means">
      De-identified: ids drawn anew, dates shifted by patient, names masked in reports where they
      are recognised. Read the reports before they leave the hospital. Each export is recorded.
    </p>
    <p class="act">
      <button
        class="button"
        type="button"
        [disabled]="busy()"
        (click)="save('exports/fhir')"
        i18n="@@review-report.export-fhir"
      >
        Save as FHIR (NDJSON)
      </button>
      <button
        class="button"
        type="button"
        [disabled]="busy()"
        (click)="save('exports/seismometer')"
        i18n="@@review-report.export-seismometer"
      >
        Save for seismometer (Parquet)
      </button>
      @if (busy()) {
        <progress aria-label="Saving" i18n-aria-label="@@review-report.export-saving"></progress>
        <button class="button" type="button" (click)="stop()" i18n="@@review-report.export-stop">
          Stop
        </button>
      }
      <span role="status">{{ words() }}</span>
    </p>
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 16px 16px;
      border: 1px solid var(--line);
      border-radius: 5px;
      background: var(--surface);
    }
    h2 {
      font-size: 15px;
      font-weight: 600;
    }
    p {
      max-width: 110ch;
      padding-block: 6px;
      color: var(--ink-quiet);
    }
    .act {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px;
    }
    progress {
      width: 160px;
      accent-color: var(--ink-soft);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportStays {
  private readonly api = inject(ReviewApi);
  private readonly query = inject(ReviewFilterState).text;
  private readonly asked = signal<AbortController | null>(null);
  private readonly came = signal(0);
  private readonly end = signal('');
  protected readonly busy = computed(() => this.asked() !== null);
  protected readonly words = computed(() => {
    if (!this.busy()) return this.end();
    const size = fixed(this.came() / MEGABYTE, 1);
    return $localize`:@@review-report.export-came:${size}:size: MB have come`;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.stop();
    });
  }

  protected stop(): void {
    this.asked()?.abort();
  }

  protected async save(view: string): Promise<void> {
    const mine = new AbortController();
    this.asked.set(mine);
    this.came.set(0);
    this.end.set('');
    try {
      await this.api.archive(view, this.query(), {
        ...{
          stop: mine.signal,
          came: (bytes: number) => {
            this.came.set(bytes);
          },
        },
      });
      this.end.set($localize`:@@review-report.export-saved:Saved.`);
    } catch (error) {
      const why = error instanceof ApiError ? error.title : '';
      this.end.set(
        mine.signal.aborted
          ? $localize`:@@review-report.export-stopped:Stopped: nothing was saved.`
          : $localize`:@@review-report.export-failed:Not saved. ${why}:why:`,
      );
    } finally {
      this.asked.set(null);
    }
  }
}
