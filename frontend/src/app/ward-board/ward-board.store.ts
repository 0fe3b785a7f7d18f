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
import { MyPatients } from '../core/my-patients.ts';
import { ServerClock } from '../core/server-clock.ts';
import { WardStore } from '../core/ward-store.ts';
import { BoardView } from './board-view.ts';
import { type Lanes, fillLanes, holdLanes, keepInLanes, laneOf, sameLanes } from './lanes.ts';
import {
  type ActionItem,
  actionItems,
  holdQueue,
  holdStill,
  matchesSearch,
  waitingCount,
} from './order-rows.ts';
import { PointerRest } from './pointer-rest.ts';
import { type Place, placeRows, rememberBeds } from './place-rows.ts';
import { compareBy } from './sort-rows.ts';

const REORDER_MS = 2_000;

/** What the board makes of the ward's rows: places, the list's order, the queue. */
@Injectable()
export class WardBoardStore {
  private readonly store = inject(WardStore);
  private readonly rest = inject(PointerRest);
  private readonly view = inject(BoardView);
  private readonly own = inject(MyPatients);
  private readonly now = inject(ServerClock).now;
  private readonly knownBeds = signal<readonly string[]>([]);
  private readonly reorder = signal(0);
  private pendingReorder: ReturnType<typeof setTimeout> | null = null;

  private readonly everyPlace: Signal<readonly Place[]> = computed(() => {
    this.store.patients();
    return placeRows(this.store.rows(), this.knownBeds(), this.store.ward()?.beds);
  });

  /** Patient ids of the reader's own on this ward. */
  readonly mine: Signal<ReadonlySet<string>> = computed(() => {
    this.store.patients();
    this.own.all();
    const rows = this.store.rows().filter((row) => this.own.isMine(row));
    return new Set(rows.map((row) => row.patientId));
  });

  /** Somebody who has ticked nobody yet would look at an empty board. */
  readonly ticking: Signal<boolean> = computed(
    () => this.view.onlyMine() && (this.view.choosing() || this.mine().size === 0),
  );

  readonly places: Signal<readonly Place[]> = computed(() => {
    if (!this.view.onlyMine()) return this.everyPlace();
    const mine = this.mine();
    return this.everyPlace().filter(({ patientId }) => patientId !== null && mine.has(patientId));
  });

  /** In the order of their beds, as the search has it. */
  readonly everybody: Signal<readonly string[]> = computed(() =>
    this.everyPlace()
      .map((place) => place.patientId)
      .filter((id) => id !== null)
      .filter((id) => this.isFound(id)),
  );

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
      .sort(compareBy(this.view.sort()))
      .map((row) => row.patientId);
  });

  /** As the reader sorts it; stands still while the pointer is at work among the rows, but follows a press on a column. */
  private readonly order = linkedSignal<
    { wanted: readonly string[]; free: boolean; sort: unknown },
    readonly string[]
  >({
    source: () => ({
      ...{ wanted: this.wantedOrder(), free: this.rest.rested(), sort: this.view.sort() },
    }),
    computation: ({ wanted, free, sort }, before) =>
      free || before === undefined || before.source.sort !== sort
        ? wanted
        : holdStill(before.value, wanted),
  });

  readonly list: Signal<readonly string[]> = computed(() => {
    const lane = this.view.lane();
    if (lane !== null) this.reorder();
    return this.order().filter((id) => this.isListed(id, lane));
  });

  /** Same patients in the order of their beds. */
  readonly inPlace: Signal<readonly string[]> = computed(() =>
    this.places()
      .map((place) => place.patientId)
      .filter((id) => id !== null)
      .filter((id) => this.isListed(id, null)),
  );

  private readonly wantedLanes = computed(
    () => {
      this.store.patients();
      this.store.alarmRevision();
      this.reorder();
      return fillLanes(this.store.rows(), this.now());
    },
    { equal: sameLanes },
  );
  private readonly stillLanes = linkedSignal<{ wanted: Lanes; free: boolean }, Lanes>({
    source: () => ({ wanted: this.wantedLanes(), free: this.rest.rested() }),
    computation: ({ wanted, free }, before) =>
      free || !before ? wanted : holdLanes(before.value, wanted),
  });

  /** Who is in which lane; nobody moves while a hand is at work. */
  readonly lanes: Signal<Lanes> = computed(
    () => {
      const lanes = this.stillLanes();
      if (!this.view.onlyMine()) return lanes;
      const mine = this.mine();
      return keepInLanes(lanes, (id) => mine.has(id));
    },
    { equal: sameLanes },
  );

  readonly trainedOn: Signal<'simulated' | 'site' | null> = computed(() => {
    // Scores come after patients: who had none when the board came up has one later.
    this.store.revision();
    const models = this.store.rows().map((row) => row.risk?.model.trainedOn);
    if (models.includes('simulated')) return 'simulated';
    return models.includes('site') ? 'site' : null;
  });

  constructor() {
    effect(() => {
      const places = this.everyPlace();
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
    return rows.find((row) => matchesSearch(row, this.view.search())) ?? null;
  }

  private isListed(patientId: string, lane: ReturnType<typeof laneOf> | null): boolean {
    const cell = this.store.row(patientId);
    if (cell === undefined || (this.view.onlyMine() && !this.mine().has(patientId))) return false;
    const row = untracked(cell);
    if (lane !== null && laneOf(row, untracked(this.now)) !== lane) return false;
    return matchesSearch(row, this.view.search());
  }

  private isFound(patientId: string): boolean {
    const cell = this.store.row(patientId);
    return cell !== undefined && matchesSearch(untracked(cell), this.view.search());
  }
}
