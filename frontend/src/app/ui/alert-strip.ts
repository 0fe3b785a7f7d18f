import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import type { Alert } from '@endwatch/contracts';
import { Session } from '../core/session.ts';
import { ageOf } from '../words/ages.ts';
import {
  PRIORITY_WORD,
  STATE_WORD,
  holding,
  needsSomebody,
  worstAlert,
} from '../words/alert-words.ts';
import { serverWords } from '../words/server-words.ts';
import { AlertMark } from './alert-mark.ts';

/** The worst open alert of one patient: shape, word, how long it has waited or who has it, and the button that takes it. */
@Component({
  selector: 'endwatch-alert-strip',
  imports: [AlertMark],
  templateUrl: './alert-strip.html',
  styleUrl: './alert-strip.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[class.waits]': 'open()',
    '[class.chip]': 'chip()',
    '[attr.data-priority]': 'worst()?.priority',
  },
})
export class AlertStrip {
  private readonly session = inject(Session);

  readonly alerts = input.required<readonly Alert[]>();
  readonly now = input.required<EpochMs>();
  readonly saving = input(false);
  /** A chip with its button beside it, for a line; otherwise a band across the top. */
  readonly chip = input(false);
  /** Says that somebody has it, not who: where there is no room. */
  readonly short = input(false);
  /** As it was then: nothing to press. */
  readonly past = input(false);
  readonly acknowledge = output<Alert>();

  protected readonly worst = computed(() => worstAlert(this.alerts()));
  protected readonly open = computed(() => {
    const alert = this.worst();
    return alert !== null && needsSomebody(alert);
  });
  protected readonly mayAct = computed(() => !this.past() && this.session.may('alert.act'));
  protected readonly more = computed(() => this.alerts().length - 1);
  protected readonly word = computed(() => PRIORITY_WORD[this.worst()?.priority ?? 'low']);
  protected readonly reason = computed(() => serverWords(this.worst()?.reason ?? ''));
  protected readonly buttonWords = computed(() =>
    this.saving()
      ? $localize`:@@alert.saving:Saving`
      : $localize`:@@alert.acknowledge-this:Acknowledge: ${this.reason()}:reason:`,
  );
  protected readonly tail = computed(() => {
    const alert = this.worst();
    if (alert === null) return '';
    if (this.open()) return ageOf(alert.raisedAt, this.now());
    return this.short() ? STATE_WORD[alert.state] : holding(alert);
  });
}
