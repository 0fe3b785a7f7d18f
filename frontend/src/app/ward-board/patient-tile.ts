import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type EpochMs, MINUTE } from '@endwatch/clinical';
import type { Alert, BoardRow } from '@endwatch/contracts';
import { AlertStrip } from '../ui/alert-strip.ts';
import { EndBadge } from '../ui/end-badge.ts';
import { NoNameOnPaper } from '../ui/no-name-on-paper.ts';
import { NoveltyMark } from '../ui/novelty-mark.ts';
import { RiskFigure } from '../ui/risk-figure.ts';
import { ChangeFigure } from '../ui/change-figure.ts';
import { Sparkline } from '../ui/sparkline.ts';
import { StarButton } from '../ui/star-button.ts';
import { needsSomebody, worstAlert } from '../words/alert-words.ts';
import { dataAges } from '../words/freshness.ts';
import { inputWord, missingPhrase } from '../words/input-words.ts';
import { bedWord, endWords, rowSentence, whoWords } from '../words/patient-words.ts';
import { serverWords } from '../words/server-words.ts';

const ROUGH_MS = 5 * MINUTE;

/** One bed. Knows nothing but its row and the time; says what was asked of it. */
@Component({
  selector: 'endwatch-patient-tile',
  imports: [
    AlertStrip,
    ChangeFigure,
    EndBadge,
    NgTemplateOutlet,
    NoNameOnPaper,
    NoveltyMark,
    RiskFigure,
    RouterLink,
    Sparkline,
    StarButton,
  ],
  templateUrl: './patient-tile.html',
  styleUrl: './patient-tile.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientTile {
  readonly row = input.required<BoardRow>();
  readonly now = input.required<EpochMs>();
  /** True for the one bed that the Tab key reaches; arrows reach the others. */
  readonly reachable = input(false);
  readonly saving = input(false);
  /** Whether the patient may be opened from here. */
  readonly opens = input(true);
  /** As it stood at `now`: nothing to press, and nothing of who looks at it today. */
  readonly past = input(false);
  readonly acknowledge = output<Alert>();

  /** For what changes by the day or is drawn in pixels: spares 500 tiles most of the work of each tick. */
  protected readonly roughly = computed(() => Math.floor(this.now() / ROUGH_MS) * ROUGH_MS);
  protected readonly bed = computed(() => bedWord(this.row()));
  protected readonly who = computed(() => whoWords(this.row(), this.roughly()));
  protected readonly sentence = computed(() => rowSentence(this.row(), this.roughly()));
  protected readonly ages = computed(() => dataAges(this.row(), this.now()));
  protected readonly missing = computed(() => this.row().risk?.missing ?? []);
  protected readonly missingNames = computed(() => this.missing().map(inputWord).join(', '));
  protected readonly missingWords = computed(() => missingPhrase(this.missing()));
  protected readonly outside = computed(() => this.row().risk?.outOfPopulation ?? []);
  protected readonly outsideWords = computed(() => this.outside().map(serverWords).join('; '));

  protected readonly hasEnd = computed(() => endWords(this.row().end, null) !== null);

  protected readonly worst = computed(() => worstAlert(this.row().alerts));
  protected readonly open = computed(() => {
    const alert = this.worst();
    return alert !== null && needsSomebody(alert);
  });
}
