import { Injectable, type Signal, computed, inject, signal } from '@angular/core';
import { Keepsake } from '../core/keepsake.ts';
import { Session } from '../core/session.ts';
import type { LaneName } from './lanes.ts';
import { type Sort, type SortKey, URGENT_FIRST, asSort, pressedSort } from './sort-rows.ts';

export type BoardMode = 'beds' | 'lanes' | 'list';
const MODES: readonly BoardMode[] = ['beds', 'lanes', 'list'];

/** Columns of the list that may be left out; bed, name, alert and NIHSS are always there. */
export const COLUMNS = [
  ['who', $localize`:@@board.column.who:Age, sex, stay`],
  ['course', $localize`:@@board.column.course:Course`],
  ['end', 'END'],
  ['risk', $localize`:@@board.sort.risk:Risk`],
  ['age', $localize`:@@board.column.ages:Ages of the data`],
  ['missing', $localize`:@@board.column.missing:Missing`],
] as const;
export type ColumnName = (typeof COLUMNS)[number][0];

const MODE_KEY = 'endwatch.board-mode';
const MINE_KEY = 'endwatch.board-mine';
const SORT_KEY = 'endwatch.list-sort';
const HIDDEN_KEY = 'endwatch.list-hidden';

/** How this reader wants the ward shown; kept in the browser. */
@Injectable()
export class BoardView {
  private readonly keepsake = inject(Keepsake);
  private readonly isWall = inject(Session).isWall;
  private readonly chosen = signal(MODES.find((mode) => mode === this.keepsake.get(MODE_KEY)));
  private readonly mineOnly = signal(this.keepsake.get(MINE_KEY) === 'yes');
  private readonly ticking = signal(false);
  private readonly sorted = signal<Sort>(asSort(this.keepsake.get(SORT_KEY)) ?? URGENT_FIRST);
  private readonly left = signal<ReadonlySet<ColumnName>>(
    knownColumns(this.keepsake.get(HIDDEN_KEY)),
  );

  /** Undefined until somebody chooses. */
  readonly mode: Signal<BoardMode | undefined> = this.chosen.asReadonly();
  /** A screen on the wall is nobody's, whoever chose what on that device before. */
  readonly onlyMine: Signal<boolean> = computed(() => this.mineOnly() && !this.isWall());
  /** The reader ticks their own. */
  readonly choosing: Signal<boolean> = computed(() => this.ticking() && this.onlyMine());
  readonly sort: Signal<Sort> = this.sorted.asReadonly();
  readonly hidden: Signal<ReadonlySet<ColumnName>> = this.left.asReadonly();
  readonly search = signal('');
  /** Of the list; not kept: after a reload everybody is there. */
  readonly lane = signal<LaneName | null>(null);

  readonly narrowed: Signal<boolean> = computed(() => this.onlyMine() || this.lane() !== null);

  setMode(mode: BoardMode): void {
    this.chosen.set(mode);
    this.keepsake.set(MODE_KEY, mode);
    if (mode !== 'list') this.lane.set(null);
  }

  setOnlyMine(yes: boolean): void {
    this.mineOnly.set(yes);
    this.ticking.set(false);
    this.keepsake.set(MINE_KEY, yes ? 'yes' : 'no');
  }

  sortBy(key: SortKey): void {
    this.setSort(pressedSort(this.sorted(), key));
  }

  setSort(sort: Sort): void {
    this.sorted.set(sort);
    this.keepsake.set(SORT_KEY, `${sort.by} ${sort.descending ? 'down' : 'up'}`);
  }

  show(column: ColumnName, yes: boolean): void {
    const next = new Set(this.left());
    if (yes) next.delete(column);
    else next.add(column);
    this.left.set(next);
    this.keepsake.set(HIDDEN_KEY, [...next].join(' '));
  }

  choose(yes: boolean): void {
    this.ticking.set(yes);
  }

  everybody(): void {
    this.setOnlyMine(false);
    this.lane.set(null);
  }
}

function knownColumns(kept: string | null): ReadonlySet<ColumnName> {
  const words = (kept ?? '').split(' ');
  return new Set(COLUMNS.map(([name]) => name).filter((name) => words.includes(name)));
}
