import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  afterNextRender,
  Injector,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import type { BoardRow } from '@endwatch/contracts';
import { Session } from '../core/session.ts';
import { Shortcuts } from '../core/shortcuts.ts';
import { StayIn } from '../core/stay-in.ts';
import { WardSocket } from '../core/ward-socket.ts';
import { WardStore } from '../core/ward-store.ts';
import { ConnectionBand } from '../ui/live-state.ts';
import { boardActionOf } from '../words/board-keys.ts';
import { ActionQueue } from './action-queue.ts';
import { BedGrid } from './bed-grid.ts';
import { type Acknowledging, BoardActions } from './board-actions.ts';
import { BoardFooter } from './board-footer.ts';
import { BoardHeader } from './board-header.ts';
import { type BoardMode, BoardView } from './board-view.ts';
import { LaneBoard } from './lane-board.ts';
import { LANES, type Lanes } from './lanes.ts';
import { NarrowedNote } from './narrowed-note.ts';
import { NoticeLook } from './notice-look.ts';
import { PhoneWidth } from './phone-width.ts';
import { PointerRest } from './pointer-rest.ts';
import { TickMine } from './tick-mine.ts';
import { UrgencyList } from './urgency-list.ts';
import { type Direction, directionOf } from './walk-beds.ts';
import { WardBoardStore } from './ward-board.store.ts';

/** A ward larger than this opens as a list: nobody finds a bed among so many tiles. */
const TILES_UP_TO = 120;
const DESK_ROW = 36;
const PHONE_ROW = 64;
const SKELETON_TILES = 28;

/** The ward board: beds in place, lanes by urgency or a list, what needs action beside it, and whether all that is live. */
@Component({
  selector: 'endwatch-ward-board',
  imports: [
    ActionQueue,
    BedGrid,
    BoardFooter,
    BoardHeader,
    ConnectionBand,
    LaneBoard,
    NarrowedNote,
    RouterLink,
    TickMine,
    UrgencyList,
  ],
  providers: [WardBoardStore, BoardActions, BoardView, PointerRest, NoticeLook],
  templateUrl: './ward-board.html',
  styleUrl: './ward-board.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown)': 'pressed($event)', '[class.wall]': 'wall()' },
})
export class WardBoard {
  private readonly rows = inject(WardStore);
  private readonly acts = inject(BoardActions);
  private readonly router = inject(Router);
  private readonly shortcuts = inject(Shortcuts);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly header = viewChild(BoardHeader);
  private readonly grid = viewChild(BedGrid);
  private readonly lanes = viewChild(LaneBoard);
  private readonly lines = viewChild(UrgencyList);
  private readonly ticks = viewChild(TickMine);
  private readonly chosenPatient = signal<string | null>(null);

  /** Bed on its way to the focus: keys may come faster than frames. */
  private walkingTo: string | null = null;

  /** Ward id, from the address. */
  readonly ward = input.required<string>();

  protected readonly board = inject(WardBoardStore);
  protected readonly view = inject(BoardView);
  /** A screen on the wall: nothing to press. */
  protected readonly wall = inject(Session).isWall;
  protected readonly connection = inject(WardSocket).connection;
  protected readonly phone = inject(PhoneWidth).phone;
  protected readonly shown = this.rows.ward;
  protected readonly patients = this.rows.patients;
  protected readonly unnamed = $localize`:@@board.ward:Ward`;
  protected readonly live = computed(() => this.connection().state === 'live');
  /** What is not the reader's to see is not drawn, though it was. */
  protected readonly refused = computed(() => {
    const connection = this.connection();
    return connection.state === 'refused' && (!connection.passing || this.shown() === null);
  });
  protected readonly skeleton = Array.from({ length: SKELETON_TILES }, (_, index) => index);
  protected readonly rowHeight = computed(() => (this.phone() ? PHONE_ROW : DESK_ROW));
  protected readonly mode = computed<BoardMode>(() => {
    if (this.wall()) return 'beds';
    const chosen = this.view.mode();
    return chosen ?? (this.phone() || this.patients().length > TILES_UP_TO ? 'list' : 'beds');
  });
  /** On a phone beds in place are lines too, in the order of the beds. */
  protected readonly asTiles = computed(() => this.mode() === 'beds' && !this.phone());
  protected readonly listed = computed(() =>
    this.mode() === 'list' ? this.board.list() : this.board.inPlace(),
  );
  private readonly reachable = computed(() => {
    if (this.mode() === 'lanes') return patientsIn(this.board.lanes());
    if (!this.asTiles()) return this.listed();
    return this.board.places().flatMap(({ patientId }) => (patientId === null ? [] : [patientId]));
  });
  /** Patient whom the Tab key reaches. */
  protected readonly current = computed(() => {
    const chosen = this.chosenPatient();
    const reachable = this.reachable();
    return chosen !== null && reachable.includes(chosen) ? chosen : (reachable[0] ?? null);
  });

  constructor() {
    const title = inject(Title);
    inject(NoticeLook);
    inject(StayIn);
    effect(() => {
      const ward = this.ward();
      untracked(() => {
        this.rows.open(ward);
      });
    });
    effect(() => {
      if (this.view.search().trim() === '') return;
      const found = untracked(() => this.board.firstFound());
      if (found) this.tileOf(found.patientId)?.scrollIntoView({ block: 'nearest' });
    });
    effect(() => {
      const waiting = this.board.waiting();
      const name = this.shown()?.name ?? $localize`:@@board.title:Ward board`;
      title.setTitle(`${waiting > 0 ? `(${String(waiting)}) ` : ''}${name} · Endwatch`);
    });
  }

  protected acknowledge(asked: Acknowledging): void {
    this.acts.acknowledge(asked);
  }

  protected openFound(): void {
    const row = this.board.firstFound();
    if (row) void this.router.navigate(['/patients', row.patientId]);
  }

  protected walkTo(patientId: string): void {
    this.chosenPatient.set(patientId);
    this.walkingTo = patientId;
    afterNextRender(
      () => {
        this.tileOf(patientId)?.querySelector<HTMLElement>('a.open, input')?.focus();
        this.walkingTo = null;
      },
      { injector: this.injector },
    );
  }

  protected toFirst(): void {
    const [first] = this.reachable();
    if (first !== undefined) this.walkTo(first);
  }

  protected showKeys(): void {
    this.acts.showKeys();
  }

  protected pressed(event: KeyboardEvent): void {
    if (!this.shortcuts.isMeant(event)) return;
    const direction = directionOf(event.key);
    if (direction && isInQueue(event.target)) return;
    if (direction) this.walk(direction);
    else {
      const action = boardActionOf(event.key);
      if (action === null || (this.wall() && action !== 'quiet')) return;
      this.acts.run(action, {
        ...{ row: this.focusedRow(), mode: this.mode() },
        focusSearch: () => this.header()?.focusSearch(),
      });
    }
    event.preventDefault();
  }

  private walk(direction: Direction): void {
    const from = this.walkingTo ?? this.focusedPatient();
    (this.grid() ?? this.lanes() ?? this.lines() ?? this.ticks())?.walk(from, direction);
  }

  private focusedRow(): BoardRow | undefined {
    const patientId = this.walkingTo ?? this.focusedPatient();
    return patientId === null ? undefined : this.rows.row(patientId)?.();
  }

  private tileOf(patientId: string): HTMLElement | null {
    return this.host.querySelector(`[data-patient="${CSS.escape(patientId)}"]`);
  }

  private focusedPatient(): string | null {
    const tile = this.document.activeElement?.closest<HTMLElement>('[data-patient]');
    return tile?.dataset['patient'] ?? null;
  }
}

/** There the same keys scroll. */
function isInQueue(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('endwatch-action-queue') !== null;
}

function patientsIn(lanes: Lanes): string[] {
  return LANES.flatMap(({ name }) => lanes[name]);
}
