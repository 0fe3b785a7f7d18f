import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { ServerClock } from '../core/server-clock.ts';
import { Session } from '../core/session.ts';
import { Shortcuts } from '../core/shortcuts.ts';
import { SoundControl } from '../sound/sound-control.ts';
import { AccountMenu } from '../ui/account-menu.ts';
import { LiveState } from '../ui/live-state.ts';
import { Provenance } from '../ui/provenance.ts';
import { ThemeToggle } from '../ui/theme-toggle.ts';
import { clockTime } from '../words/ages.ts';
import { counted } from '../words/figures.ts';
import { PATIENTS } from '../words/patient-words.ts';
import { BoardView, type BoardMode } from './board-view.ts';
import { OutageChecks } from './outage-checks.ts';

const MODES: readonly (readonly [BoardMode, string, string])[] = [
  ['beds', $localize`:@@board.mode.beds:Beds`, 'b'],
  ['lanes', $localize`:@@board.mode.lanes:Lanes`, 'u'],
  ['list', $localize`:@@board.mode.list:List`, 'l'],
];

@Component({
  selector: 'endwatch-board-header',
  imports: [
    RouterLink,
    AccountMenu,
    LiveState,
    OutageChecks,
    Provenance,
    SoundControl,
    ThemeToggle,
  ],
  templateUrl: './board-header.html',
  styleUrl: './board-header.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardHeader {
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');

  /** Its name. */
  readonly ward = input.required<string>();
  readonly wardId = input.required<string>();
  readonly patients = input.required<number>();
  readonly waiting = input.required<number>();
  readonly trainedOn = input<'simulated' | 'site' | null>(null);
  /** How many of them are the reader's own. */
  readonly mine = input(0);
  readonly mode = input.required<BoardMode>();
  readonly wall = input(false);
  readonly found = output();
  readonly help = output();

  private readonly session = inject(Session);
  protected readonly keys = inject(Shortcuts).single;
  protected readonly view = inject(BoardView);
  protected readonly modes = MODES;
  protected readonly mayReadPatients = computed(() => this.session.may('patient.read'));
  private readonly now = inject(ServerClock).now;
  protected readonly time = computed(() => clockTime(this.now()));
  protected readonly count = computed(() => counted(this.patients(), ...PATIENTS));

  focusSearch(): void {
    this.field()?.nativeElement.focus();
    this.field()?.nativeElement.select();
  }

  protected leaveSearch(): void {
    this.view.search.set('');
    this.field()?.nativeElement.blur();
  }
}
