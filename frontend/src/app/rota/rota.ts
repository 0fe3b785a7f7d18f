import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import {
  DUTIES,
  type DutyName,
  type Rota,
  type RotaPlan,
  type ShiftView,
} from '@endwatch/contracts';
import { fieldsOf } from '../ui/fields-of.ts';
import { PageHead } from '../ui/page-head.ts';
import { ServerClock } from '../core/server-clock.ts';
import { Session } from '../core/session.ts';
import { ApiError, WardApi } from '../core/ward-api.ts';
import { clockTime, dateAndTime, day } from '../words/ages.ts';
import { dutyWord } from '../words/on-call-words.ts';
import { weekOf, type Bar } from './week.ts';

const DAY = 86_400_000;
const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'short' });
const SHOWN = 7;
/** Gaps that begin within this are told loudly. */
const SOON = DAY;

/** Who is on duty, a week at a time; gaps are told before they come. */
@Component({
  selector: 'endwatch-rota',
  imports: [PageHead],
  templateUrl: './rota.html',
  styleUrl: './rota.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RotaPage {
  private readonly api = inject(WardApi);
  protected readonly session = inject(Session);
  protected readonly now = inject(ServerClock).now;

  protected readonly from = signal(midnight(Date.now()));
  protected readonly rota = signal<Rota | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly chosen = signal<readonly ShiftView[]>([]);
  protected readonly planning = signal(false);
  protected readonly duties = DUTIES;
  protected readonly dutyWord = dutyWord;

  protected readonly mayWrite = computed(() => this.session.may('rota.write'));
  protected readonly days = computed(() => {
    const rota = this.rota();
    return rota === null ? [] : weekOf(rota, this.from(), SHOWN);
  });
  protected readonly gaps = computed(() =>
    (this.rota()?.gaps ?? []).map((gap) => ({
      words: `Nobody is ${dutyWord(gap.duty)} ${span(Date.parse(gap.from), Date.parse(gap.to))}`,
      soon: Date.parse(gap.from) < this.now() + SOON,
    })),
  );

  constructor() {
    void this.fetch();
  }

  protected nowName(duty: DutyName): string {
    return this.rota()?.now[duty] ?? 'nobody';
  }

  protected dayWord(at: number): string {
    return `${WEEKDAY.format(at)} ${day(at)}`;
  }

  protected barWords({ shift, from, to }: Bar): string {
    const who = shift === null ? 'nobody' : shift.name;
    const how = shift === null || shift.origin === 'planned' ? '' : `, ${shift.origin}`;
    return `${who}${how}, ${span(from, to)}`;
  }

  protected times({ from, to }: Bar): string {
    return `${clockTime(from)} – ${clockTime(to)}`;
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
    this.from.update((at) => midnight(at + days * DAY + DAY / 2));
    return this.fetch();
  }

  protected plan(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = fieldsOf(form);
    const people = new FormData(form).getAll('people').filter((one) => typeof one === 'string');
    const plan: RotaPlan = {
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
    const to = new Date(this.from() + SHOWN * DAY).toISOString();
    try {
      const asked = new URLSearchParams({ from, to });
      this.rota.set(await this.api.send<Rota>(`/api/rota?${asked.toString()}`));
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }
}

function wordsOf(error: unknown): string {
  return error instanceof ApiError ? error.title : 'The answer could not be read';
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function span(from: number, to: number): string {
  return `${dateAndTime(from)} – ${dateAndTime(to)}`;
}
