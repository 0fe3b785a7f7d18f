import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import {
  ROLES,
  type AccountChange,
  type AccountView,
  type ChangedAccount,
  type MadeToken,
  type NewAccount,
  type NewToken,
  type Role,
  type TokenView,
  type WardSummary,
} from '@endwatch/contracts';
import { Attempts } from '../core/attempts.ts';
import { WardApi } from '../core/ward-api.ts';
import { Session } from '../core/session.ts';
import { accountWords, calledIn, roleWord } from '../words/account-words.ts';
import { dateAndTime } from '../words/ages.ts';
import { serverWords } from '../words/server-words.ts';
import { fieldsOf } from '../ui/fields-of.ts';
import { PageHead } from '../ui/page-head.ts';
import { Pagers } from './pagers.ts';

/** A password or token, to be read once. */
interface Shown {
  readonly what: string;
  readonly secret: string;
}

/** Accounts of people, displays and programs; tokens of programs. */
@Component({
  selector: 'endwatch-accounts',
  imports: [PageHead, Pagers],
  templateUrl: './accounts.html',
  styleUrl: './admin.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Accounts {
  private readonly api = inject(WardApi);
  protected readonly session = inject(Session);

  protected readonly accounts = signal<readonly AccountView[]>([]);
  protected readonly tokens = signal<readonly TokenView[]>([]);
  protected readonly wards = signal<readonly WardSummary[]>([]);
  private readonly attempts = new Attempts();
  protected readonly problem = this.attempts.problem;
  protected readonly shown = signal<Shown | null>(null);
  protected readonly roles = ROLES;
  protected readonly roleWord = roleWord;
  protected readonly accountWords = accountWords;
  /** Endwatch itself names the account and the token of programs beside it. */
  protected readonly serverWords = serverWords;
  protected readonly nameOf = computed(() => calledIn(this.accounts()));
  protected readonly goodTokens = computed(() =>
    this.tokens().filter(({ revokedAt }) => revokedAt === null),
  );

  constructor() {
    void this.attempts.run(() => this.fetch());
  }

  protected create(event: Event): Promise<boolean> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = fieldsOf(form);
    const chosen = new FormData(form).getAll('wards').filter((one) => typeof one === 'string');
    const account: NewAccount = {
      username: field('username'),
      name: field('name'),
      role: field('role') as Role,
      wards: chosen.length === 0 ? null : chosen,
    };
    return this.attempts.run(async () => {
      const made = await this.api.send<ChangedAccount>('/api/accounts', account);
      this.show(
        $localize`:@@admin.accounts.password-of:Password of ${made.username}:user:`,
        made.password,
      );
      form.reset();
      await this.fetch();
    });
  }

  protected change(account: AccountView, change: AccountChange): Promise<boolean> {
    return this.attempts.run(async () => {
      const path = `/api/accounts/${encodeURIComponent(account.username)}`;
      const changed = await this.api.send<ChangedAccount>(path, change, 'PATCH');
      this.show(
        $localize`:@@admin.accounts.password-of:Password of ${changed.username}:user:`,
        changed.password,
      );
      await this.fetch();
    });
  }

  protected makeToken(event: Event): Promise<boolean> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = fieldsOf(form);
    const token: NewToken = {
      username: field('username'),
      label: field('label'),
    };
    return this.attempts.run(async () => {
      const made = await this.api.send<MadeToken>('/api/accounts/tokens', token);
      this.show($localize`:@@admin.tokens.token:Token "${made.label}:label:"`, made.token);
      form.reset();
      await this.fetch();
    });
  }

  protected revoke({ id }: TokenView): Promise<boolean> {
    return this.attempts.run(async () => {
      await this.api.send(`/api/accounts/tokens/${encodeURIComponent(id)}`, undefined, 'DELETE');
      await this.fetch();
    });
  }

  protected wardNames(wards: readonly string[] | null): string {
    if (wards === null) return $localize`:@@admin.every-ward:Every ward`;
    const names = new Map(this.wards().map(({ id, name }) => [id, name]));
    return wards.map((id) => names.get(id) ?? id).join(', ');
  }

  protected time(iso: string): string {
    return dateAndTime(Date.parse(iso));
  }

  private show(what: string, secret: string | null): void {
    if (secret !== null) this.shown.set({ what, secret });
  }

  private async fetch(): Promise<void> {
    const [accounts, tokens, wards] = await Promise.all([
      this.api.send<AccountView[]>('/api/accounts'),
      this.api.send<TokenView[]>('/api/accounts/tokens'),
      this.api.wards(),
    ]);
    this.accounts.set(accounts);
    this.tokens.set(tokens);
    this.wards.set(wards);
  }
}
