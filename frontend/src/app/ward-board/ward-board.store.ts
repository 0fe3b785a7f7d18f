import {
  DestroyRef,
  Injectable,
  type Signal,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import type { BoardRow } from '@endwatch/contracts';
import { WardStore } from '../core/ward-store.ts';
import {
  type ActionItem,
  actionItems,
  compareUrgency,
  holdQueue,
  holdStill,
  matchesSearch,
  waitingCount,
} from './order-rows.ts';
import { PointerRest } from './pointer-rest.ts';
import { type Place, placeRows, rememberBeds } from './place-rows.ts';

const REORDER_MS = 2_000;

/** What the board makes of the ward's rows: places, the list's order, the queue. */
@Injectable()
export class WardBoardStore {
  private readonly store = inject(WardStore);
  private readonly rest = inject(PointerRest);
  private readonly knownBeds = signal<readonly string[]>([]);
  private readonly reorder = signal(0);
  private pendingReorder: ReturnType<typeof setTimeout> | null = null;

  readonly search = signal('');

  readonly places: Signal<readonly Place[]> = computed(() => {
    this.store.patients();
    return placeRows(this.store.rows(), this.knownBeds());
  });

  /** Every open alert; follows alarms, not values. */
  readonly actions: Signal<readonly ActionItem[]> = computed(() => {
    this.store.alarmRevision();
    return actionItems(this.store.rows());
  });
  readonly waiting: Signal<number> = computed(() => waitingCount(this.actions()));

  /** `actions` in an order that stands still while the pointer is at work. */
  readonly queue: Signal<readonly ActionItem[]> = linkedSignal<
    { wanted: readonly ActionItem[]; free: boolean },
    readonly ActionItem[]
  >({
    source: () => ({ wanted: this.actions(), free: this.rest.rested() }),
    computation: ({ wanted, free }, before) =>
      free || !before ? wanted : holdQueue(before.value, wanted),
  }).asReadonly();

  private readonly wantedOrder = computed(() => {
    this.store.patients();
    this.store.alarmRevision();
    this.reorder();
    return this.store
      .rows()
      .sort(compareUrgency)
      .map((row) => row.patientId);
  });

  /** Most urgent first; stands still while the pointer is at work among the rows. */
  private readonly order = linkedSignal<
    { wanted: readonly string[]; free: boolean },
    readonly string[]
  >({
    source: () => ({ wanted: this.wantedOrder(), free: this.rest.rested() }),
    computation: ({ wanted, free }, before) =>
      free || !before ? wanted : holdStill(before.value, wanted),
  });

  readonly list: Signal<readonly string[]> = computed(() => {
    const search = this.search();
    if (search.trim() === '') return this.order();
    return this.order().filter((id) => {
      const row = this.store.row(id);
      return row !== undefined && matchesSearch(untracked(row), search);
    });
  });

  /** Same patients in the order of their beds. */
  readonly inPlace: Signal<readonly string[]> = computed(() => {
    const search = this.search();
    return this.places()
      .map((place) => place.patientId)
      .filter((id) => id !== null)
      .filter((id) => {
        const row = this.store.row(id);
        return row !== undefined && matchesSearch(untracked(row), search);
      });
  });

  readonly trainedOn: Signal<'simulated' | 'site' | null> = computed(() => {
    this.store.patients();
    const models = this.store.rows().map((row) => row.risk?.model.trainedOn);
    if (models.includes('simulated')) return 'simulated';
    return models.includes('site') ? 'site' : null;
  });

  constructor() {
    effect(() => {
      const places = this.places();
      const known = untracked(this.knownBeds);
      const beds = rememberBeds(places);
      if (beds.length > known.length) this.knownBeds.set(beds);
    });
    effect(() => {
      // Another ward has other beds.
      if (this.store.ward() === null) this.knownBeds.set([]);
    });
    // Risks move all the time; the order follows them at a pace that can be read.
    effect(() => {
      this.store.revision();
      this.pendingReorder ??= setTimeout(() => {
        this.pendingReorder = null;
        this.reorder.update((n) => n + 1);
      }, REORDER_MS);
    });
    inject(DestroyRef).onDestroy(() => {
      if (this.pendingReorder !== null) clearTimeout(this.pendingReorder);
    });
  }

  /** First patient the search finds, in the order of the beds. */
  firstFound(): BoardRow | null {
    const rows = this.places()
      .map((place) => (place.patientId === null ? undefined : this.store.row(place.patientId)))
      .filter((row) => row !== undefined)
      .map((row) => untracked(row));
    return rows.find((row) => matchesSearch(row, this.search())) ?? null;
  }
}
