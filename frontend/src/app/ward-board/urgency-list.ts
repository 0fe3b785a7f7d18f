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
import { Glide } from '../ui/glide.ts';
import { PatientRow } from './patient-row.ts';
import type { Direction } from './walk-beds.ts';

/** The ward as lines; only those in the window are built. */
@Component({
  selector: 'endwatch-urgency-list',
  imports: [
    CdkVirtualScrollViewport,
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    Glide,
    PatientRow,
  ],
  templateUrl: './urgency-list.html',
  styleUrl: './urgency-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UrgencyList {
  private readonly store = inject(WardStore);
  private readonly acknowledgement = inject(Acknowledgement);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);

  /** Patient ids in the order to show. */
  readonly patients = input.required<readonly string[]>();
  readonly rowHeight = input.required<number>();
  readonly current = input<string | null>(null);
  readonly acknowledge = output<{ alert: Alert; row: BoardRow }>();
  readonly walked = output<string>();

  protected readonly order = computed(() => this.patients().join());
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
