import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../core/session.ts';
import { LanguageChoice } from '../ui/language-choice.ts';
import { ThemeToggle } from '../ui/theme-toggle.ts';
import { roleWord } from '../words/account-words.ts';

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

  constructor() {
    void this.session.readWays();
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
