import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CalibrationAlarm } from '../core/calibration-alarm.ts';
import { day } from '../words/ages.ts';

/** Tells an administrator of the calibration alarm on whatever page they are, until they have opened it. */
@Component({
  selector: 'endwatch-calibration-alarm-notice',
  imports: [RouterLink],
  template: `
    <div role="status">
      @if (words(); as text) {
        <div class="notice">
          <p>
            <strong>{{ text }}</strong>
            {{ about }}
          </p>
          <a class="button primary" routerLink="/review/drift" i18n="@@ui.calibration.open"
            >Open the control chart</a
          >
          <button
            class="button"
            type="button"
            (click)="alarm.putOff()"
            i18n="@@ui.calibration.later"
          >
            Later
          </button>
        </div>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalibrationAlarmNotice {
  protected readonly alarm = inject(CalibrationAlarm);
  protected readonly about = $localize`:@@ui.calibration.about:The forecasts of this house no longer fit what comes.`;
  protected readonly words = computed(() => {
    const alarm = this.alarm.unseen();
    if (alarm === null) return null;
    const week = day(Date.parse(alarm.week));
    return alarm.direction === 'more'
      ? $localize`:@@ui.calibration.more:More END than forecast, week of ${week}:week:.`
      : $localize`:@@ui.calibration.fewer:Fewer END than forecast, week of ${week}:week:.`;
  });
}
