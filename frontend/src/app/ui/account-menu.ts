import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mayDo, type Right, type WardSummary } from '@endwatch/contracts';
import { Session } from '../core/session.ts';
import { WardApi } from '../core/ward-api.ts';
import { roleWord } from '../words/account-words.ts';
import { LanguageChoice } from './language-choice.ts';

interface Place {
  readonly right: Right;
  readonly to: string;
  readonly name: string;
}

const PLACES: readonly Place[] = [
  { right: 'alert.act', to: '/on-call', name: $localize`:@@account.place.on-call:On call` },
  { right: 'rota.read', to: '/rota', name: $localize`:@@account.place.rota:On-call rota` },
  { right: 'review.read', to: '/review', name: $localize`:@@account.place.review:Quality review` },
  {
    right: 'settings.manage',
    to: '/admin/escalation',
    name: $localize`:@@account.place.escalation:Escalation`,
  },
  {
    right: 'settings.manage',
    to: '/admin/limits',
    name: $localize`:@@account.place.limits:Alert limits`,
  },
  {
    right: 'settings.manage',
    to: '/admin/end',
    name: $localize`:@@account.place.end:Definition of END`,
  },
  {
    right: 'settings.manage',
    to: '/admin/examinations',
    name: $localize`:@@account.place.examinations:Examination schedule`,
  },
  {
    right: 'settings.manage',
    to: '/admin/wards',
    name: $localize`:@@account.place.wards:Wards and beds`,
  },
  {
    right: 'settings.manage',
    to: '/admin/wall',
    name: $localize`:@@account.place.wall:Screens on the wall`,
  },
  {
    right: 'settings.manage',
    to: '/admin/proposals',
    name: $localize`:@@account.place.proposals:Proposals`,
  },
  {
    right: 'accounts.manage',
    to: '/admin/accounts',
    name: $localize`:@@account.place.accounts:Accounts and tokens`,
  },
  { right: 'audit.read', to: '/admin/audit', name: $localize`:@@account.place.audit:Audit` },
];

/** Who is signed in; what else they may open, and the way out. */
@Component({
  selector: 'endwatch-account-menu',
  imports: [RouterLink, LanguageChoice],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly api = inject(WardApi);
  private readonly known = signal<readonly WardSummary[]>([]);

  protected readonly roleWord = roleWord;
  protected readonly who = this.session.view;
  protected readonly buttonWords = computed(
    () => $localize`:@@account.button:Account: ${this.who()?.name}:name:`,
  );
  protected readonly wards = computed(() => {
    const wards = this.who()?.wards ?? null;
    if (wards === null) return $localize`:@@account.every-ward:Every ward`;
    return wards.map((id) => this.known().find((ward) => ward.id === id)?.name ?? id).join(', ');
  });
  protected readonly others = computed(() =>
    this.session.ways().demo.filter((role) => role !== this.who()?.role),
  );
  /** Where one works, and where the house is set up. */
  protected readonly places = computed((): readonly (readonly Place[])[] => {
    const who = this.who();
    if (who === null) return [];
    const own = PLACES.filter(({ right }) => mayDo(who.role, right));
    const isSetUp = ({ to }: Place): boolean => to.startsWith('/admin/');
    return [own.filter((place) => !isSetUp(place)), own.filter(isSetUp)];
  });

  /** A ward is called what it is called there; by its id until that is known, and where it cannot be asked. */
  protected async nameWards(): Promise<void> {
    if ((this.who()?.wards ?? null) === null || this.known().length > 0) return;
    try {
      this.known.set(await this.api.wards());
    } catch {
      // The ids say enough; the next opening asks again.
    }
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
  }

  /** The page is drawn anew: what may be done on it differs. */
  protected async become(role: string): Promise<void> {
    if ((await this.session.enterDemo(role)) === null) await this.router.navigateByUrl('/');
  }
}
