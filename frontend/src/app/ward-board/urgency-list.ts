import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import type { Alert, BoardRow } from '@endwatch/contracts';
import { Acknowledgement } from '../core/acknowledgement.ts';
import { ServerClock } from '../core/server-clock.ts';
import { WardStore } from '../core/ward-store.ts';
import { Arrow } from '../ui/arrow.ts';
import { Glide } from '../ui/glide.ts';
import { KeepFocus } from '../ui/keep-focus.ts';
import { BoardView } from './board-view.ts';
import { ListTools } from './list-tools.ts';
import { PatientRow } from './patient-row.ts';
import { SORTS, type SortKey } from './sort-rows.ts';
import type { Direction } from './walk-beds.ts';

/** What each column sorts by (null: nothing), its name and its class. */
const HEADS: readonly (readonly [SortKey | null, string, string])[] = [
  [null, '', 'star'],
  ['bed', $localize`:@@board.column.bed:Bed`, 'bed'],
  ['name', $localize`:@@board.column.name:Name`, 'name'],
  ['stay', $localize`:@@board.column.who:Age, sex, stay`, 'who'],
  ['urgency', $localize`:@@board.column.alert:Alert`, 'alert'],
  ['nihss', 'NIHSS', 'end-align'],
  ['change', '±', 'moved'],
  [null, $localize`:@@board.column.course:Course`, 'course'],
  [null, 'END', 'end'],
  ['risk', $localize`:@@board.column.risk-24:Risk in the next 24 h`, 'risk'],
  [null, $localize`:@@words.bp:BP`, 'age'],
  [null, $localize`:@@words.lab:Lab`, 'age'],
  [null, $localize`:@@words.ct:CT`, 'age'],
  ['examined', 'NIHSS', 'age'],
  [null, $localize`:@@board.column.missing:Missing`, 'missing'],
];

/** The ward as lines; only those in the window are built. */
@Component({
  selector: 'endwatch-urgency-list',
  imports: [
    CdkVirtualScrollViewport,
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    Arrow,
    Glide,
    KeepFocus,
    ListTools,
    PatientRow,
  ],
  templateUrl: './urgency-list.html',
  styleUrl: './urgency-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-hidden]': 'hidden()' },
})
export class UrgencyList {
  private readonly store = inject(WardStore);
  private readonly acknowledgement = inject(Acknowledgement);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);

  protected readonly view = inject(BoardView);

  /** Whether it can be sorted and filtered; not where it stands for the beds in place. */
  readonly tools = input(true);
  /** Patient ids in the order to show. */
  readonly patients = input.required<readonly string[]>();
  readonly rowHeight = input.required<number>();
  readonly current = input<string | null>(null);
  readonly acknowledge = output<{ alert: Alert; row: BoardRow }>();
  readonly walked = output<string>();

  protected readonly hidden = computed(() => [...this.view.hidden()].join(' '));
  protected readonly order = computed(() => this.patients().join());
  protected readonly heads = HEADS;
  protected readonly now = inject(ServerClock).now;
  protected readonly self = (_: number, patientId: string): string => patientId;

  walk(from: string | null, direction: Direction): void {
    const patients = this.patients();
    const index = from === null ? -1 : patients.indexOf(from);
    const last = patients.length - 1;
    const to = {
      first: 0,
      last,
      left: index,
      right: index,
      up: Math.max(0, index - 1),
      down: Math.min(last, index + 1),
    }[direction];
    const patientId = patients[to];
    if (patientId === undefined) return;
    this.scrollTo(to);
    this.walked.emit(patientId);
  }

  /** "NIHSS: sort by change of NIHSS, now descending". */
  protected sentence(key: SortKey, shown: string): string {
    const { by, descending } = this.view.sort();
    const words = SORTS.find((sort) => sort.key === key)?.words ?? key;
    const pressed = $localize`:@@board.sort-by:${shown}:column:: sort by ${words}:sort:`;
    if (by !== key) return pressed;
    return descending
      ? $localize`:@@board.descending:${pressed}:sort:, now descending`
      : $localize`:@@board.ascending:${pressed}:sort:, now ascending`;
  }

  protected row(patientId: string): BoardRow | undefined {
    return this.store.row(patientId)?.();
  }

  protected saving(row: BoardRow): boolean {
    return row.alerts.some((alert) => this.acknowledgement.isSaving(alert.id));
  }

  private scrollTo(index: number): void {
    const viewport = this.viewport();
    if (!viewport) return;
    const top = viewport.measureScrollOffset('top');
    const height = viewport.getViewportSize();
    const wanted = index * this.rowHeight();
    if (wanted < top || wanted + this.rowHeight() > top + height) {
      viewport.scrollToOffset(Math.max(0, wanted - height / 2));
    }
  }
}
