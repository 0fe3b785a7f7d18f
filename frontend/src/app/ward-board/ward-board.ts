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
import type { Alert, BoardRow } from '@endwatch/contracts';
import { Acknowledgement } from '../core/acknowledgement.ts';
import { Dialogs } from '../core/dialogs.ts';
import { Keepsake } from '../core/keepsake.ts';
import { Theme } from '../core/theme.ts';
import { WardSocket } from '../core/ward-socket.ts';
import { WardStore } from '../core/ward-store.ts';
import { ConnectionBand } from '../ui/live-state.ts';
import { needsSomebody, worstAlert } from '../words/alert-words.ts';
import { aboutPatient } from '../words/patient-words.ts';
import { ActionQueue } from './action-queue.ts';
import { BedGrid } from './bed-grid.ts';
import { BoardFooter } from './board-footer.ts';
import { BoardHeader, type BoardMode } from './board-header.ts';
import { PhoneWidth } from './phone-width.ts';
import { PointerRest } from './pointer-rest.ts';
import { UrgencyList } from './urgency-list.ts';
import { type Direction, directionOf } from './walk-beds.ts';
import { WardBoardStore } from './ward-board.store.ts';

const MODE_KEY = 'endwatch.board-mode';
/** A ward larger than this opens as a list: nobody finds a bed among so many tiles. */
const TILES_UP_TO = 120;
const DESK_ROW = 36;
const PHONE_ROW = 64;
const SKELETON_TILES = 28;

/** The ward board: beds in place or a list by urgency, what needs action beside it, and whether all that is live. */
@Component({
  selector: 'endwatch-ward-board',
  imports: [
    ActionQueue,
    BedGrid,
    BoardFooter,
    BoardHeader,
    ConnectionBand,
    RouterLink,
    UrgencyList,
  ],
  providers: [WardBoardStore, PointerRest],
  templateUrl: './ward-board.html',
  styleUrl: './ward-board.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown)': 'pressed($event)' },
})
export class WardBoard {
  private readonly rows = inject(WardStore);
  private readonly acknowledgement = inject(Acknowledgement);
  private readonly dialogs = inject(Dialogs);
  private readonly keepsake = inject(Keepsake);
  private readonly theme = inject(Theme);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly header = viewChild(BoardHeader);
  private readonly grid = viewChild(BedGrid);
  private readonly lines = viewChild(UrgencyList);
  private readonly chosenMode = signal<BoardMode | null>(asMode(this.keepsake.get(MODE_KEY)));
  private readonly chosenPatient = signal<string | null>(null);

  /** Bed on its way to the focus: keys may come faster than frames. */
  private walkingTo: string | null = null;

  /** Ward id, from the address. */
  readonly ward = input.required<string>();

  protected readonly board = inject(WardBoardStore);
  protected readonly connection = inject(WardSocket).connection;
  protected readonly phone = inject(PhoneWidth).phone;
  protected readonly shown = this.rows.ward;
  protected readonly patients = this.rows.patients;
  protected readonly live = computed(() => this.connection().state === 'live');
  protected readonly refused = computed(() => this.connection().state === 'refused');
  protected readonly skeleton = Array.from({ length: SKELETON_TILES }, (_, index) => index);
  protected readonly rowHeight = computed(() => (this.phone() ? PHONE_ROW : DESK_ROW));
  protected readonly mode = computed<BoardMode>(() => {
    const chosen = this.chosenMode();
    return chosen ?? (this.phone() || this.patients().length > TILES_UP_TO ? 'list' : 'beds');
  });
  /** On a phone beds in place are lines too, in the order of the beds. */
  protected readonly asTiles = computed(() => this.mode() === 'beds' && !this.phone());
  protected readonly listed = computed(() =>
    this.mode() === 'list' ? this.board.list() : this.board.inPlace(),
  );
  protected readonly current = computed(() => {
    const chosen = this.chosenPatient();
    if (chosen !== null && this.patients().includes(chosen)) return chosen;
    return this.asTiles()
      ? (this.board.places().find((place) => place.patientId !== null)?.patientId ?? null)
      : (this.listed()[0] ?? null);
  });

  constructor() {
    const title = inject(Title);
    effect(() => {
      const ward = this.ward();
      untracked(() => {
        this.rows.open(ward);
      });
    });
    effect(() => {
      if (this.board.search().trim() === '') return;
      const found = untracked(() => this.board.firstFound());
      if (found) this.tileOf(found.patientId)?.scrollIntoView({ block: 'nearest' });
    });
    effect(() => {
      const waiting = this.board.waiting();
      const name = this.shown()?.name ?? 'Ward board';
      title.setTitle(`${waiting > 0 ? `(${String(waiting)}) ` : ''}${name} · Endwatch`);
    });
  }

  protected setMode(mode: BoardMode): void {
    this.chosenMode.set(mode);
    this.keepsake.set(MODE_KEY, mode);
  }

  protected acknowledge({ alert, row }: { alert: Alert; row: BoardRow }): void {
    void this.acknowledgement.acknowledge(alert, aboutPatient(row));
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
        this.tileOf(patientId)?.querySelector<HTMLElement>('a.open')?.focus();
        this.walkingTo = null;
      },
      { injector: this.injector },
    );
  }

  protected showKeys(): void {
    void this.dialogs.showKeys();
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (this.document.querySelector('[role="dialog"]') !== null) return;
    const direction = directionOf(event.key);
    if (direction) this.walk(direction);
    else if (!this.act(event.key)) return;
    event.preventDefault();
  }

  private act(key: string): boolean {
    const actions: Readonly<Record<string, () => void>> = {
      '/': () => this.header()?.focusSearch(),
      '?': () => {
        this.showKeys();
      },
      l: () => {
        this.setMode(this.mode() === 'list' ? 'beds' : 'list');
      },
      t: () => {
        this.theme.toggle();
      },
      a: () => {
        this.acknowledgeCurrent();
      },
      Escape: () => {
        this.board.search.set('');
      },
    };
    const action = actions[key];
    action?.();
    return action !== undefined;
  }

  private walk(direction: Direction): void {
    const from = this.walkingTo ?? this.focusedPatient();
    if (this.asTiles()) this.grid()?.walk(from, direction);
    else this.lines()?.walk(from, direction);
  }

  private acknowledgeCurrent(): void {
    const patientId = this.walkingTo ?? this.focusedPatient();
    const row = patientId === null ? undefined : this.rows.row(patientId)?.();
    const alert = row ? worstAlert(row.alerts) : null;
    if (row && alert && needsSomebody(alert)) this.acknowledge({ alert, row });
  }

  private tileOf(patientId: string): HTMLElement | null {
    return this.host.querySelector(`[data-patient="${CSS.escape(patientId)}"]`);
  }

  private focusedPatient(): string | null {
    const tile = this.document.activeElement?.closest<HTMLElement>('[data-patient]');
    return tile?.dataset['patient'] ?? null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

function asMode(kept: string | null): BoardMode | null {
  return kept === 'beds' || kept === 'list' ? kept : null;
}
