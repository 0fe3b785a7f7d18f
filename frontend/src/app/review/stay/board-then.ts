import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { BoardRow } from '@endwatch/contracts';
import { PatientTile } from '../../ward-board/patient-tile.ts';
import { dateAndTime } from '../../words/ages.ts';

/** The board as it was: the tile of this stay at the moment whose knowledge is shown. Of whom it is not said. */
@Component({
  selector: 'endwatch-board-then',
  imports: [PatientTile],
  templateUrl: './board-then.html',
  styleUrl: './board-then.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardThen {
  /** Null = on no board then. */
  readonly row = input.required<BoardRow | null>();
  /** ISO 8601. */
  readonly at = input.required<string>();

  protected readonly moment = computed(() => Date.parse(this.at()));
  protected readonly time = computed(() => dateAndTime(this.moment()));
}
