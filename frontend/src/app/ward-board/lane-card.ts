import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DAY, type EpochMs } from '@endwatch/clinical';
import type { Alert, BoardRow } from '@endwatch/contracts';
import { AlertStrip } from '../ui/alert-strip.ts';
import { Arrow } from '../ui/arrow.ts';
import { ChangeFigure } from '../ui/change-figure.ts';
import { EndBadge } from '../ui/end-badge.ts';
import { NoNameOnPaper } from '../ui/no-name-on-paper.ts';
import { NoveltyMark } from '../ui/novelty-mark.ts';
import { StarButton } from '../ui/star-button.ts';
import { needsSomebody, worstAlert } from '../words/alert-words.ts';
import { percent } from '../words/figures.ts';
import { BAND_WORD, TREND_WORD, bedWord, rowSentence } from '../words/patient-words.ts';
import type { CardSize } from './fit-lanes.ts';

/** A patient in a lane: what the tile says first, in less room. */
@Component({
  selector: 'endwatch-lane-card',
  imports: [
    AlertStrip,
    Arrow,
    ChangeFigure,
    EndBadge,
    NoNameOnPaper,
    NoveltyMark,
    RouterLink,
    StarButton,
  ],
  templateUrl: './lane-card.html',
  styleUrl: './lane-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-size]': 'size()' },
})
export class LaneCard {
  readonly row = input.required<BoardRow>();
  readonly now = input.required<EpochMs>();
  readonly size = input.required<CardSize>();
  readonly reachable = input(false);
  readonly saving = input(false);
  readonly opens = input(true);
  readonly acknowledge = output<Alert>();

  protected readonly bed = computed(() => bedWord(this.row()));
  protected readonly sentence = computed(() => rowSentence(this.row(), this.now()));
  protected readonly worst = computed(() => worstAlert(this.row().alerts));
  protected readonly open = computed(() => {
    const alert = this.worst();
    return alert !== null && needsSomebody(alert);
  });
  protected readonly isEnd = computed(() =>
    ['confirmed', 'suspected'].includes(this.row().end.status),
  );
  /** A card has no room for a date: an END of days ago goes without its time. */
  protected readonly endUntimed = computed(() => {
    const { at } = this.row().end;
    return this.size() !== 'large' || (at !== null && this.now() - Date.parse(at) >= DAY);
  });
  protected readonly figure = computed(() => percent(this.row().risk?.next24h ?? 0));
  protected readonly band = computed(() => BAND_WORD[this.row().risk?.band ?? 'low']);
  protected readonly trend = computed(() => TREND_WORD[this.row().risk?.trend ?? 'steady']);
  protected readonly width = computed(() => (this.row().risk?.next24h ?? 0) * 100);
}
