import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import type { PatientDetail } from '@endwatch/contracts';
import { dateAndTime, when } from '../words/ages.ts';
import { IMAGING_REPORT, statusWord } from '../words/input-words.ts';

/** Imaging reports as they read now; what they said before is one tap away. */
@Component({
  selector: 'endwatch-report-list',
  template: `
    @for (report of reports(); track report.id) {
      <article>
        <h3>{{ report.title ?? untitled }}</h3>
        <p class="quiet">{{ ago(report.effectiveAt) }} · {{ status(report.status) }}</p>
        <p class="text">{{ report.text }}</p>
        @if (report.versions.length > 1) {
          <details>
            <summary i18n="@@patient.versions">{{ report.versions.length }} versions</summary>
            @for (version of report.versions; track version.version) {
              <div class="version">
                <p class="quiet">
                  {{ received(version.receivedAt) }} · {{ status(version.status) }}
                </p>
                <p class="text">{{ version.text }}</p>
              </div>
            }
          </details>
        }
      </article>
    } @empty {
      <p class="quiet" i18n="@@patient.no-report">No report has arrived.</p>
    }
  `,
  styles: `
    article + article {
      margin-block-start: 14px;
      padding-block-start: 14px;
      border-block-start: 1px solid var(--line);
    }
    h3 {
      font-size: 13px;
      font-weight: 600;
    }
    .quiet {
      color: var(--ink-quiet);
      font-size: 12px;
    }
    .text {
      padding-block-start: 6px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    details {
      padding-block-start: 8px;
    }
    summary {
      padding-block: 6px;
      color: var(--ink-soft);
      font-weight: 600;
      cursor: pointer;
    }
    .version {
      padding: 6px 0 6px 12px;
      border-inline-start: 2px solid var(--line);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportList {
  protected readonly untitled = IMAGING_REPORT;
  protected readonly status = statusWord;

  readonly reports = input.required<PatientDetail['reports']>();
  readonly now = input.required<EpochMs>();

  protected ago(at: string): string {
    return when(at, this.now());
  }

  protected received(at: string): string {
    return dateAndTime(Date.parse(at));
  }
}
