import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** The end of every page of a setting: saving what was set, taking it back, and who set what before. */
@Component({
  selector: 'endwatch-setting-versions',
  template: `
    <div class="save">
      <button
        class="button primary"
        type="button"
        [disabled]="!ready()"
        (click)="save.emit()"
        i18n="@@settings.save"
      >
        Save as a new version
      </button>
      @if (back(); as words) {
        <button class="button" type="button" (click)="takeBack.emit()">{{ words }}</button>
      }
      @if (saved()) {
        <span role="status" i18n="@@settings.saved">Saved</span>
      } @else if (holding(); as words) {
        <span role="status">{{ words }}</span>
      }
    </div>
    @if (lines().length > 0) {
      <section>
        <h2 i18n="@@settings.versions">Versions</h2>
        <ul>
          @for (line of lines(); track $index) {
            <li>{{ line }}</li>
          }
        </ul>
      </section>
    }
  `,
  styleUrls: ['./admin.scss', './setting-versions.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingVersions {
  /** Whether what is set may be saved. */
  readonly ready = input(true);
  readonly saved = input(false);
  /** Said where what is set is what holds already. */
  readonly holding = input<string | null>(null);
  /** What holds again once it is taken back; null = there is nothing to take back. */
  readonly back = input<string | null>(null);
  /** Newest first. */
  readonly lines = input.required<readonly string[]>();
  readonly save = output();
  readonly takeBack = output();
}
