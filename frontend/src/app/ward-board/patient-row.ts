import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EpochMs } from '@endwatch/clinical';
import type { Alert, BoardRow } from '@endwatch/contracts';
import { AlertStrip } from '../ui/alert-strip.ts';
import { Arrow } from '../ui/arrow.ts';
import { ChangeFigure } from '../ui/change-figure.ts';
import { EndBadge } from '../ui/end-badge.ts';
import { NoNameOnPaper } from '../ui/no-name-on-paper.ts';
import { NoveltyMark } from '../ui/novelty-mark.ts';
import { Sparkline } from '../ui/sparkline.ts';
import { StarButton } from '../ui/star-button.ts';
import { percent } from '../words/figures.ts';
import { dataAges } from '../words/freshness.ts';
import { missingNames } from '../words/input-words.ts';
import { BAND_WORD, bedWord, rowSentence, whoWords } from '../words/patient-words.ts';
import { noForecast } from '../words/server-words.ts';
import { PhoneWidth } from './phone-width.ts';

/** One line of the list: the tile's figures side by side on a desk, 64 px high in the hand. */
@Component({
  selector: 'endwatch-patient-row',
  imports: [
    AlertStrip,
    Arrow,
    ChangeFigure,
    EndBadge,
    NoNameOnPaper,
    NoveltyMark,
    RouterLink,
    Sparkline,
    StarButton,
  ],
  templateUrl: './patient-row.html',
  styleUrl: './patient-row.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientRow {
  readonly row = input.required<BoardRow>();
  readonly now = input.required<EpochMs>();
  readonly reachable = input(false);
  readonly saving = input(false);
  readonly acknowledge = output<Alert>();

  protected readonly phone = inject(PhoneWidth).phone;
  protected readonly bed = computed(() => bedWord(this.row()));
  protected readonly who = computed(() => whoWords(this.row(), this.now()));
  protected readonly sentence = computed(() => rowSentence(this.row(), this.now()));
  protected readonly ages = computed(() => dataAges(this.row(), this.now()));
  protected readonly missing = computed(() => missingNames(this.row().risk?.missing ?? []));
  protected readonly figure = computed(() => {
    const risk = this.row().risk;
    return risk ? percent(risk.next24h) : '–';
  });
  protected readonly band = computed(() => {
    const risk = this.row().risk;
    return risk ? BAND_WORD[risk.band] : noForecast(this.row().noRiskReason);
  });
  protected readonly width = computed(() => (this.row().risk?.next24h ?? 0) * 100);
}
