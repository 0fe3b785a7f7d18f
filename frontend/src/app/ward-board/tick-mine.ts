import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import type { BoardRow } from '@endwatch/contracts';
import { MyPatients } from '../core/my-patients.ts';
import { ServerClock } from '../core/server-clock.ts';
import { WardStore } from '../core/ward-store.ts';
import { NoNameOnPaper } from '../ui/no-name-on-paper.ts';
import { whoWords } from '../words/patient-words.ts';
import { BoardView } from './board-view.ts';
import type { Direction } from './walk-beds.ts';

/** The patients of a ward in the order of their beds, to tick one's own; instead of a board that nobody is on. */
@Component({
  selector: 'endwatch-tick-mine',
  imports: [NoNameOnPaper],
  templateUrl: './tick-mine.html',
  styleUrl: './tick-mine.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TickMine {
  private readonly store = inject(WardStore);
  private readonly own = inject(MyPatients);
  private readonly now = inject(ServerClock).now;

  protected readonly view = inject(BoardView);

  /** Patient ids in the order of the beds. */
  readonly patients = input.required<readonly string[]>();
  readonly mine = input.required<number>();
  readonly walked = output<string>();
  readonly finished = output();

  protected readonly show = computed(() =>
    this.mine() > 1
      ? $localize`:@@board.tick.show-many:Show my ${this.mine()}:count: patients`
      : $localize`:@@board.tick.show:Show only mine`,
  );

  constructor() {
    const document = inject(DOCUMENT);
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      // Whoever came by a key stood on a tile that is gone.
      if (document.activeElement !== document.body) return;
      host.querySelector('input')?.focus({ preventScroll: true });
    });
  }

  walk(from: string | null, direction: Direction): void {
    const patients = this.patients();
    const index = from === null ? -1 : patients.indexOf(from);
    const last = patients.length - 1;
    const steps = { up: -1, left: -1, down: 1, right: 1, first: -last - 1, last: last + 1 };
    const to = Math.min(last, Math.max(0, index + steps[direction]));
    const patientId = patients[to];
    if (patientId !== undefined) this.walked.emit(patientId);
  }

  protected row(patientId: string): BoardRow | undefined {
    return this.store.row(patientId)?.();
  }

  protected isMine(row: BoardRow): boolean {
    return this.own.isMine(row);
  }

  protected who(row: BoardRow): string {
    return whoWords(row, this.now());
  }

  /** The list stays until the reader has done with it. */
  protected tick(row: BoardRow): void {
    this.view.choose(true);
    this.own.toggle(row);
  }

  protected finish(event: Event): void {
    event.preventDefault();
    if (this.mine() === 0) return;
    this.view.choose(false);
    this.finished.emit();
  }
}
