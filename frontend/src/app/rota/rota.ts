import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import {
  DUTIES,
  type DutyName,
  type Rota,
  type RotaPlan,
  type ShiftView,
  type WardSummary,
} from '@endwatch/contracts';
import { fieldsOf } from '../ui/fields-of.ts';
import { PageHead } from '../ui/page-head.ts';
import { SaidDay } from '../ui/said-day.ts';
import { ServerClock } from '../core/server-clock.ts';
import { Session } from '../core/session.ts';
import { WardApi, wordsOf } from '../core/ward-api.ts';
import { roleWord } from '../words/account-words.ts';
import { dutyWord } from '../words/on-call-words.ts';
import { RotaImportForm } from './rota-import.ts';
import { midnight } from '../words/wall-time.ts';
import { NOBODY, barWords, dayWord, gapWords, times } from './rota-words.ts';
import { rotaOf, startOf, weekOf, type Bar } from './week.ts';

const DAY = 86_400_000;
const SHOWN = 7;
/** Gaps that begin within this are told loudly. */
const SOON = DAY;

/** Who is on duty, a week at a time; gaps are told before they come. */
@Component({
  selector: 'endwatch-rota',
  imports: [PageHead, RotaImportForm, SaidDay],
  templateUrl: './rota.html',
  styleUrl: './rota.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RotaPage {
  private readonly api = inject(WardApi);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly now = inject(ServerClock).now;

  /** Whose rota, from the address; none: the one that holds for every ward without shifts of its own. */
  readonly ward = input<string>();

  protected readonly wards = signal<readonly WardSummary[]>([]);
  protected readonly importing = signal(false);
  protected readonly from = signal(midnight(Date.now()));
  protected readonly rota = signal<Rota | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly chosen = signal<readonly ShiftView[]>([]);
  protected readonly planning = signal(false);
  protected readonly duties = DUTIES;
  protected readonly dutyWord = dutyWord;
  protected readonly roleWord = roleWord;
  protected readonly barWords = barWords;
  protected readonly startOf = startOf;
  protected readonly dayWord = dayWord;
  protected readonly times = times;
  protected readonly nobody = $localize`:@@rota.nobody:Nobody`;

  protected readonly mayWrite = computed(() => this.session.may('rota.write'));
  protected readonly days = computed(() => {
    const rota = this.rota();
    return rota === null ? [] : weekOf(rotaOf(rota, this.ward() ?? null), this.from(), SHOWN);
  });
  protected readonly gaps = computed(() =>
    (this.rota()?.gaps ?? []).map((gap) => ({
      words: gapWords(gap),
      soon: Date.parse(gap.from) < this.now() + SOON,
    })),
  );

  protected readonly calendar = computed(() => `/api/rota/calendar.ics${this.asked()}`);
  private readonly asked = computed(() => {
    const ward = this.ward();
    return ward === undefined ? '' : `?${new URLSearchParams({ ward }).toString()}`;
  });

  constructor() {
    void this.loadWards();
    effect(() => {
      this.ward();
      untracked(() => {
        this.chosen.set([]);
        void this.fetch();
      });
    });
  }

  private async loadWards(): Promise<void> {
    try {
      this.wards.set(await this.api.wards());
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }

  protected show(ward: string): void {
    void this.router.navigate([], {
      ...{ queryParams: { ward: ward === '' ? null : ward }, queryParamsHandling: 'merge' },
      replaceUrl: true,
    });
  }

  protected imported(): void {
    this.importing.set(false);
    void this.fetch();
  }

  protected nowName(duty: DutyName): string {
    return this.rota()?.now[duty] ?? NOBODY;
  }

  protected isFilled(duty: DutyName): boolean {
    return Boolean(this.rota()?.now[duty]);
  }

  protected isChosen({ shift }: Bar): boolean {
    return shift !== null && this.chosen().some(({ id }) => id === shift.id);
  }

  /** One is covered or withdrawn; two are exchanged. */
  protected choose({ shift }: Bar): void {
    if (shift === null || !this.mayWrite()) return;
    this.chosen.update((before) => {
      const others = before.filter(({ id }) => id !== shift.id);
      return others.length < before.length ? others : [...others.slice(-1), shift];
    });
  }

  protected move(days: number): Promise<void> {
    this.from.update((at) => midnight(at, days));
    return this.fetch();
  }

  protected plan(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = fieldsOf(form);
    const people = new FormData(form).getAll('people').filter((one) => typeof one === 'string');
    const plan: RotaPlan = {
      ward: this.ward() ?? null,
      duty: field('duty') as DutyName,
      date: field('date'),
      days: Number(field('days')),
      starts: field('starts')
        .split(/[,\s]+/)
        .filter((one) => one !== ''),
      people,
    };
    return this.attempt(async () => {
      await this.api.send('/api/rota/shifts', plan);
      this.planning.set(false);
    });
  }

  protected cover(shift: ShiftView, event: Event): Promise<void> {
    event.preventDefault();
    const username = fieldsOf(event.target as HTMLFormElement)('username');
    return this.attempt(() =>
      this.api.send(`/api/rota/shifts/${encodeURIComponent(shift.id)}/cover`, { username }),
    );
  }

  protected swap(): Promise<void> {
    const [first, second] = this.chosen();
    if (!first || !second) return Promise.resolve();
    return this.attempt(() =>
      this.api.send('/api/rota/swaps', { first: first.id, second: second.id }),
    );
  }

  protected withdraw({ id }: ShiftView): Promise<void> {
    return this.attempt(() =>
      this.api.send(`/api/rota/shifts/${encodeURIComponent(id)}`, undefined, 'DELETE'),
    );
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await work();
      this.chosen.set([]);
    } catch (error) {
      this.problem.set(wordsOf(error));
      return;
    }
    await this.fetch();
  }

  private async fetch(): Promise<void> {
    const from = new Date(this.from()).toISOString();
    const to = new Date(midnight(this.from(), SHOWN)).toISOString();
    try {
      const ward = this.ward();
      const asked = new URLSearchParams({ from, to, ...(ward !== undefined && { ward }) });
      const rota = await this.api.send<Rota>(`/api/rota?${asked.toString()}`);
      // Somebody may have chosen another one meanwhile.
      if (ward === this.ward()) this.rota.set(rota);
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }
}
