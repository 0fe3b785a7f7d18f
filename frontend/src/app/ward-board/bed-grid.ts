import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import type { Alert, BoardRow } from '@endwatch/contracts';
import { Acknowledgement } from '../core/acknowledgement.ts';
import { ServerClock } from '../core/server-clock.ts';
import { WardStore } from '../core/ward-store.ts';
import { matchesSearch } from './order-rows.ts';
import { GRID_GAP, type GridRoom, LARGEST_TILE_WIDTH, fitGrid } from './fit-grid.ts';
import { PatientTile } from './patient-tile.ts';
import type { Place } from './place-rows.ts';
import { type Direction, stepInGrid } from './walk-beds.ts';

/** Above this many beds only those near the window are built. */
const BUILD_ALL = 80;
const ROWS_AROUND = 1;
/** At first; all at once would hold the page for too long. */
const TILES_PER_FRAME = 8;

/** The beds in their places. */
@Component({
  selector: 'endwatch-bed-grid',
  imports: [PatientTile],
  templateUrl: './bed-grid.html',
  styleUrl: './bed-grid.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(scroll)': 'scrolled()' },
})
export class BedGrid {
  private readonly store = inject(WardStore);
  private readonly acknowledgement = inject(Acknowledgement);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly room = signal<GridRoom>({ width: 0, height: 0 });
  private readonly scrollTop = signal(0);

  readonly places = input.required<readonly Place[]>();
  readonly search = input('');
  /** Patient whose tile the Tab key reaches. */
  readonly current = input<string | null>(null);
  /** Whether patients may be opened from here. */
  readonly opens = input(true);
  readonly acknowledge = output<{ alert: Alert; row: BoardRow }>();
  readonly walked = output<string>();

  protected readonly now = inject(ServerClock).now;
  protected readonly fit = computed(() => fitGrid(this.places().length, this.room()));
  private readonly rowHeight = computed(() => this.fit().tileHeight + GRID_GAP);
  protected readonly maxWidth = computed(
    () => this.fit().columns * (LARGEST_TILE_WIDTH + GRID_GAP) - GRID_GAP,
  );
  private readonly windowed = computed(() => this.places().length > BUILD_ALL);
  private readonly firstRow = computed(() => {
    if (!this.windowed()) return 0;
    return Math.max(0, Math.floor(this.scrollTop() / this.rowHeight()) - ROWS_AROUND);
  });
  private readonly grown = signal(TILES_PER_FRAME);
  protected readonly built = computed(() => this.nearby().slice(0, this.grown()));
  private readonly nearby = computed(() => {
    if (!this.windowed()) return this.places();
    const { columns } = this.fit();
    const rows = Math.ceil(this.room().height / this.rowHeight()) + 2 * ROWS_AROUND + 1;
    return this.places().slice(this.firstRow() * columns, (this.firstRow() + rows) * columns);
  });
  protected readonly above = computed(() => this.firstRow() * this.rowHeight());
  protected readonly total = computed(() =>
    this.windowed() ? Math.ceil(this.places().length / this.fit().columns) * this.rowHeight() : 0,
  );

  constructor() {
    const destroyed = inject(DestroyRef);
    effect(() => {
      if (this.grown() < this.nearby().length)
        requestAnimationFrame(() => {
          this.grown.update((tiles) => tiles + TILES_PER_FRAME);
        });
    });
    afterNextRender(() => {
      const measure = (): void => {
        const style = getComputedStyle(this.host);
        const padding = Number.parseFloat(style.paddingBlockStart) * 2 || 0;
        this.room.set({
          width: this.host.clientWidth - padding,
          height: this.host.clientHeight - padding,
        });
      };
      measure();
      const observer = new ResizeObserver(measure);
      observer.observe(this.host);
      destroyed.onDestroy(() => {
        observer.disconnect();
      });
    });
  }

  /** Moves the focus one bed on; where the bed is not built yet, after scrolling there. */
  walk(from: string | null, direction: Direction): void {
    const places = this.places();
    const index = places.findIndex((place) => place.patientId === from);
    const to = stepInGrid(places, { index, direction, columns: this.fit().columns });
    const patientId = places[to]?.patientId;
    if (patientId === undefined || patientId === null) return;
    if (this.windowed()) {
      const top = Math.floor(to / this.fit().columns) * this.rowHeight();
      if (top < this.scrollTop() || top > this.scrollTop() + this.room().height - this.rowHeight())
        this.host.scrollTop = Math.max(0, top - this.rowHeight());
      this.scrolled();
    }
    this.walked.emit(patientId);
  }

  protected scrolled(): void {
    if (this.windowed()) this.scrollTop.set(this.host.scrollTop);
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
