import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { ExaminationStep } from '@endwatch/contracts';

const MOST_STEPS = 8;

/** What steps of one list may be, in hours. */
export interface StepLimits {
  readonly latest: number;
  readonly least: number;
  readonly most: number;
  /** From the beginning of one step to that of another that is added. */
  readonly apart: number;
}

/** The steps of a schedule: each from an hour on, every so many hours. */
@Component({
  selector: 'endwatch-schedule-steps',
  templateUrl: './schedule-steps.html',
  styleUrls: ['./admin.scss', './escalation.scss', './schedule-steps.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScheduleSteps {
  readonly steps = input.required<readonly ExaminationStep[]>();
  /** Of every field, before its own: which list it belongs to. */
  readonly name = input('');
  readonly limits = input.required<StepLimits>();
  readonly edited = output<ExaminationStep[]>();

  protected readonly mostSteps = MOST_STEPS;

  protected fromWords(at: number): string {
    return this.name() + $localize`:@@settings.schedule.from-label:Step ${at + 1}:step:: from hour`;
  }

  protected everyWords(at: number): string {
    return (
      this.name() +
      $localize`:@@settings.schedule.every-label:Step ${at + 1}:step:: every so many hours`
    );
  }

  protected removeWords(at: number): string {
    return this.name() + $localize`:@@settings.schedule.remove-label:Remove step ${at + 1}:step:`;
  }

  protected set(at: number, part: Partial<ExaminationStep>): void {
    this.edited.emit(this.steps().map((step, n) => (n === at ? { ...step, ...part } : step)));
  }

  protected add(): void {
    const { apart } = this.limits();
    const last = this.steps().at(-1) ?? { fromHours: -apart, everyHours: 4 };
    this.edited.emit([...this.steps(), { ...last, fromHours: last.fromHours + apart }]);
  }

  protected remove(at: number): void {
    this.edited.emit(this.steps().filter((_, n) => n !== at));
  }
}
