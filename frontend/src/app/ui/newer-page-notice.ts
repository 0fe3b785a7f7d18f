import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { NewerPage } from '../core/newer-page.ts';

/** Says that this page is older than its server, or not whole, and offers the remedy. */
@Component({
  selector: 'endwatch-newer-page-notice',
  template: `
    <div role="status">
      @if (words(); as text) {
        <div class="notice">
          <p>
            <strong>{{ text.head }}</strong> {{ text.tail }}
          </p>
          <button class="button primary" type="button" (click)="newer.reload()" i18n="@@ui.reload">
            Reload
          </button>
        </div>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewerPageNotice {
  protected readonly newer = inject(NewerPage);
  protected readonly words = computed(() => {
    if (this.newer.available()) {
      return {
        head: $localize`:@@ui.newer.head:There is a newer version of this page.`,
        tail: $localize`:@@ui.newer.tail:It is fetched by itself once nobody has touched this one for a while.`,
      };
    }
    return this.newer.partMissing()
      ? {
          head: $localize`:@@ui.part-missing.head:A part of this page could not be fetched.`,
          tail: $localize`:@@ui.part-missing.tail:Try again, or reload.`,
        }
      : null;
  });
}
