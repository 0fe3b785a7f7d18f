import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EpochMs } from '@endwatch/clinical';
import { ACKNOWLEDGE_REASONS, type Alert } from '@endwatch/contracts';
import { Acknowledgement } from '../core/acknowledgement.ts';
import { ServerClock } from '../core/server-clock.ts';
import { Session } from '../core/session.ts';
import { AlertMark } from '../ui/alert-mark.ts';
import { Glide } from '../ui/glide.ts';
import { NoNameOnPaper } from '../ui/no-name-on-paper.ts';
import { age, ageOf } from '../words/ages.ts';
import {
  KIND_WORDS,
  PRIORITY_WORD,
  asksToExamine,
  holding,
  needsSomebody,
  reasonWord,
} from '../words/alert-words.ts';
import { bedWord } from '../words/patient-words.ts';
import { serverWords } from '../words/server-words.ts';
import type { Acknowledging } from './board-actions.ts';
import { type ActionItem, waitingCount } from './order-rows.ts';

/** More would not be read; the rest is counted. */
const SHOWN = 40;

interface QueueLine {
  readonly item: ActionItem;
  readonly bed: string;
  readonly word: string;
  readonly kind: string;
  readonly waited: string;
  readonly reason: string;
  /** What the button does, in words. */
  readonly acknowledge: string;
  readonly why: string;
  readonly held: string;
  readonly open: boolean;
  /** What the link to the form of an examination is called, where that is what is due. */
  readonly chart: string | null;
}

/** What somebody should do, most urgent first; below it what somebody already does. */
@Component({
  selector: 'endwatch-action-queue',
  imports: [AlertMark, Glide, NoNameOnPaper, RouterLink],
  templateUrl: './action-queue.html',
  styleUrl: './action-queue.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActionQueue {
  private readonly acknowledgement = inject(Acknowledgement);
  private readonly session = inject(Session);
  private readonly now = inject(ServerClock).now;
  protected readonly mayAct = computed(() => this.session.may('alert.act'));
  protected readonly mayExamine = computed(() => this.session.may('examination.write'));

  readonly items = input.required<readonly ActionItem[]>();
  /** The reader's own patients. */
  readonly mine = input<ReadonlySet<string>>(new Set());
  /** Whether patients may be opened from here. */
  readonly opens = input(true);
  readonly acknowledge = output<Acknowledging>();

  protected readonly reasons = ACKNOWLEDGE_REASONS;
  protected readonly words = reasonWord;
  /** Alert whose reasons are shown. */
  protected readonly choosing = signal<string | null>(null);

  protected readonly waiting = computed(() => waitingCount(this.items()));
  protected readonly beyond = computed(() => Math.max(0, this.items().length - SHOWN));
  /** What decides where the lines are. */
  protected readonly order = computed(() =>
    this.items()
      .slice(0, SHOWN)
      .map(({ alert, small }) => `${alert.id} ${String(small)}`)
      .join(),
  );
  protected readonly lines = computed(() =>
    this.items()
      .slice(0, SHOWN)
      .map((item) => lineOf(item, this.now())),
  );

  protected choose({ id }: Alert): void {
    this.choosing.update((shown) => (shown === id ? null : id));
  }

  protected because({ alert, row }: ActionItem, reason: string): void {
    this.choosing.set(null);
    this.acknowledge.emit({ alert, row, reason });
  }

  protected saving(alert: Alert): boolean {
    return this.acknowledgement.isSaving(alert.id);
  }
}

function lineOf(item: ActionItem, now: number): QueueLine {
  const { alert, row } = item;
  const bed = bedWord(row);
  const kind = KIND_WORDS[alert.kind];
  return {
    ...{ item, bed, kind },
    word: PRIORITY_WORD[alert.priority],
    acknowledge: $localize`:@@board.acknowledge-bed:Acknowledge ${bed}:bed:: ${kind}:kind:`,
    why: $localize`:@@reasons.for:Reasons for ${bed}:bed:: ${kind}:kind:`,
    waited: ageOf(alert.raisedAt, now),
    reason: serverWords(alert.reason),
    held: heldWords(alert, now),
    open: needsSomebody(alert),
    chart: asksToExamine(alert) ? $localize`:@@board.chart-bed:Chart NIHSS, ${bed}:bed:` : null,
  };
}

/** Who holds it and when it goes on to the next: "Nobody has it yet, escalates in 5 min". */
function heldWords(alert: Alert, now: EpochMs): string {
  if (alert.state === 'resolved') return holding(alert);
  const held =
    alert.holder === null ? $localize`:@@board.nobody-has-it:Nobody has it yet` : holding(alert);
  const goesOnAt = alert.escalatesAt === null ? now : Date.parse(alert.escalatesAt);
  if (!needsSomebody(alert) || goesOnAt <= now) return held;
  const left = age(now, goesOnAt);
  return alert.state === 'escalated'
    ? $localize`:@@board.goes-on-in:${held}:held:, goes on in ${left}:age:`
    : $localize`:@@board.escalates-in:${held}:held:, escalates in ${left}:age:`;
}
