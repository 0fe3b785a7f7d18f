import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../core/session.ts';
import { LanguageChoice } from '../ui/language-choice.ts';
import { ThemeToggle } from '../ui/theme-toggle.ts';
import { roleWord } from '../words/account-words.ts';

/** Between two tries to learn which ways in there are. */
const AGAIN_MS = 5_000;

/** Name and password; a demonstration offers its roles as well. */
@Component({
  selector: 'endwatch-sign-in',
  imports: [LanguageChoice, ThemeToggle],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn {
  protected readonly session = inject(Session);
  protected readonly roleWord = roleWord;
  private readonly router = inject(Router);

  /** Where the reader was going. */
  readonly to = input<string>();

  protected readonly username = signal('');
  protected readonly password = signal('');
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);

  private again: ReturnType<typeof setTimeout> | undefined;

  private readonly end = inject(DestroyRef);

  constructor() {
    this.end.onDestroy(() => {
      clearTimeout(this.again);
    });
    void this.readWays();
  }

  private async readWays(): Promise<void> {
    if ((await this.session.readWays()) || this.end.destroyed) return;
    this.again = setTimeout(() => void this.readWays(), AGAIN_MS);
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    await this.enter(() => this.session.signIn(this.username().trim(), this.password()));
  }

  protected async look(role: string): Promise<void> {
    await this.enter(() => this.session.enterDemo(role));
  }

  private async enter(attempt: () => Promise<string | null>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const problem = await attempt();
    this.busy.set(false);
    this.password.set('');
    if (problem !== null) {
      this.problem.set(problem);
      return;
    }
    const to = this.to() ?? '/';
    // Only to pages of ours, whatever somebody wrote into the address.
    const isOurs = to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/sign-in');
    await this.router.navigateByUrl(isOurs ? to : '/', { replaceUrl: true });
  }
}
