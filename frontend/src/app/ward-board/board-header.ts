import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { ServerClock } from '../core/server-clock.ts';
import { Session } from '../core/session.ts';
import { AccountMenu } from '../ui/account-menu.ts';
import { LiveState } from '../ui/live-state.ts';
import { Provenance } from '../ui/provenance.ts';
import { ThemeToggle } from '../ui/theme-toggle.ts';
import { clockTime } from '../words/ages.ts';
import { counted } from '../words/figures.ts';
import { OutageChecks } from './outage-checks.ts';

export type BoardMode = 'beds' | 'list';

@Component({
  selector: 'endwatch-board-header',
  imports: [RouterLink, AccountMenu, LiveState, OutageChecks, Provenance, ThemeToggle],
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
  readonly search = model('');
  readonly mode = model<BoardMode>('beds');
  readonly found = output();
  readonly help = output();

  private readonly session = inject(Session);
  protected readonly mayReadPatients = computed(() => this.session.may('patient.read'));
  private readonly now = inject(ServerClock).now;
  protected readonly time = computed(() => clockTime(this.now()));
  protected readonly count = computed(() => counted(this.patients(), 'patient'));

  focusSearch(): void {
    this.field()?.nativeElement.focus();
    this.field()?.nativeElement.select();
  }

  protected leaveSearch(): void {
    this.search.set('');
    this.field()?.nativeElement.blur();
  }
}
