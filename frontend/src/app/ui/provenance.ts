import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Which patients the forecast was learned from: said wherever one is shown. */
@Component({
  selector: 'endwatch-provenance',
  template: `
    @switch (trainedOn()) {
      @case ('simulated') {
        <p i18n="@@ui.simulated">Trained on simulated patients: not for clinical decisions</p>
      }
      @case ('site') {
        <p i18n="@@ui.of-site">Trained on patients of this hospital</p>
      }
    }
  `,
  styles: `
    :host {
      min-width: 0;
    }
    p {
      overflow: hidden;
      padding: 2px 8px;
      border: 1px dashed var(--line-strong);
      border-radius: 3px;
      color: var(--ink-soft);
      font-size: 12px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    /* It is said in full where there is no room for one line. */
    @media (max-width: 600px) {
      p {
        white-space: normal;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Provenance {
  readonly trainedOn = input<'simulated' | 'site' | null>(null);
}
