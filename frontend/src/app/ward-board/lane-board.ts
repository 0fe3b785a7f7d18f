import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import type { Alert, BoardRow } from '@endwatch/contracts';
import { Acknowledgement } from '../core/acknowledgement.ts';
import { ServerClock } from '../core/server-clock.ts';
import { WardStore } from '../core/ward-store.ts';
import { Glide } from '../ui/glide.ts';
import { KeepFocus } from '../ui/keep-focus.ts';
import type { GridRoom } from './fit-grid.ts';
import { fitLanes } from './fit-lanes.ts';
import { LaneCard } from './lane-card.ts';
import { LANES, type LaneName, type Lanes } from './lanes.ts';
import { matchesSearch } from './order-rows.ts';
import { type Direction, stepInLanes } from './walk-beds.ts';

/** The ward in lanes by urgency: what was seen, what is foretold, what is due, and who is quiet. */
@Component({
  selector: 'endwatch-lane-board',
  imports: [Glide, KeepFocus, LaneCard],
  templateUrl: './lane-board.html',
  styleUrl: './lane-board.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LaneBoard {
  private readonly store = inject(WardStore);
  private readonly acknowledgement = inject(Acknowledgement);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly room = signal<GridRoom>({ width: 0, height: 0 });

  readonly lanes = input.required<Lanes>();
  readonly search = input('');
  readonly current = input<string | null>(null);
  /** Whether patients may be opened from here. */
  readonly opens = input(true);
  readonly acknowledge = output<{ alert: Alert; row: BoardRow }>();
  readonly walked = output<string>();

  protected readonly all = LANES;
  protected readonly now = inject(ServerClock).now;
  protected readonly order = computed(() =>
    LANES.map(({ name }) => this.lanes()[name].join()).join('|'),
  );
  protected readonly fit = computed(() => {
    const lanes = this.lanes();
    const counts = LANES.map(({ name }) => [name, lanes[name].length]);
    return fitLanes(Object.fromEntries(counts) as Record<LaneName, number>, this.room());
  });
  protected readonly template = computed(() => {
    const { columns } = this.fit();
    return LANES.map(({ name }) => `minmax(0, ${String(columns[name])}fr)`).join(' ');
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const measure = (): void => {
        this.room.set({ width: this.host.clientWidth, height: this.host.clientHeight - 16 });
      };
      measure();
      const observer = new ResizeObserver(measure);
      observer.observe(this.host);
      destroyed.onDestroy(() => {
        observer.disconnect();
      });
    });
  }

  walk(from: string | null, direction: Direction): void {
    const { columns } = this.fit();
    const to = stepInLanes(
      LANES.map(({ name }) => ({ patients: this.lanes()[name], columns: columns[name] })),
      { from, direction },
    );
    if (to !== null) this.walked.emit(to);
  }

  protected row(patientId: string): BoardRow | undefined {
    return this.store.row(patientId)?.();
  }

  protected dimmed(row: BoardRow): boolean {
    return !matchesSearch(row, this.search());
  }

  protected saving(row: BoardRow): boolean {
    return row.alerts.some((alert) => this.acknowledgement.isSaving(alert.id));
  }
}
