import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { HOUR, NIHSS_ITEMS, NIHSS_SCALE, type NihssItem } from '@endwatch/clinical';
import type { PatientDetail, Trajectory } from '@endwatch/contracts';
import { ServerClock } from '../core/server-clock.ts';
import { Session } from '../core/session.ts';
import { WardApi, wordsOf } from '../core/ward-api.ts';
import { PageHead } from '../ui/page-head.ts';
import { SaidDay } from '../ui/said-day.ts';
import { when } from '../words/ages.ts';
import { reasonWord } from '../words/alert-words.ts';
import { EXAMINE_WORDS, UNTESTABLE_REASONS } from '../words/examine-words.ts';
import { signed } from '../words/figures.ts';
import { NO_BED, aboutPatient } from '../words/patient-words.ts';
import { momentOf, wallTime } from '../words/wall-time.ts';
import { changeSince, leftOut, totalOf, wouldBeEnd, type Answers } from './draft.ts';
import { Examinations } from './examinations.ts';

type Assessment = Trajectory['assessments'][number];

/** Charts an examination: one hand on a phone, or digits on a keyboard. What is answered stays on this device until the server has it. */
@Component({
  selector: 'endwatch-examine',
  imports: [PageHead, RouterLink, SaidDay],
  templateUrl: './examine.html',
  styleUrl: './examine.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExaminePage {
  private readonly api = inject(WardApi);
  private readonly kept = inject(Examinations);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly now = inject(ServerClock).now;

  /** Patient id, from the address. */
  readonly id = input.required<string>();

  protected readonly patient = signal<PatientDetail | null>(null);
  /** Whom it is about, in words; the id while nobody has said. */
  protected readonly about = signal<string | null>(null);
  protected readonly course = signal<Trajectory | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly answers = signal<Answers>({});
  /** Null = now, when it is sent. */
  protected readonly at = signal<string | null>(null);
  protected readonly atLocal = computed(() => {
    const at = this.at();
    return at === null ? '' : wallTime(Date.parse(at));
  });
  protected readonly asking = signal<NihssItem | null>(null);
  private readonly state = signal<'open' | 'sending' | 'kept'>('open');
  /** What was kept may be sent, or refused, at any time. */
  protected readonly stage = computed(() => {
    if (this.state() !== 'kept') return this.state();
    const draft = this.kept.of(this.id());
    if (draft === null) return 'sent';
    return draft.finished ? 'kept' : 'open';
  });
  private clientId = crypto.randomUUID();

  protected readonly items = NIHSS_ITEMS;
  protected readonly words = EXAMINE_WORDS;
  protected readonly scale = NIHSS_SCALE;
  protected readonly reasons = UNTESTABLE_REASONS;
  protected readonly reasonWord = reasonWord;
  protected readonly noBed = NO_BED;
  protected readonly signed = signed;

  protected readonly last = computed(
    (): Assessment | null => this.course()?.assessments.at(-1) ?? null,
  );
  protected readonly first = computed(
    (): Assessment | null => this.course()?.assessments[0] ?? null,
  );
  protected readonly total = computed(() => totalOf(this.answers()));
  protected readonly missing = computed(() => leftOut(this.answers()));
  protected readonly sinceLast = computed(() => changeSince(this.answers(), this.last()));
  protected readonly sinceFirst = computed(() => changeSince(this.answers(), this.first()));
  protected readonly isEnd = computed(() => {
    const course = this.course();
    if (course === null) return false;
    const { admittedAt, definition } = course;
    const isOver = this.now() > Date.parse(admittedAt) + definition.windowHours * HOUR;
    return !isOver && wouldBeEnd(this.sinceFirst(), definition);
  });
  protected readonly refused = computed(() => this.kept.refused().get(this.id()) ?? null);

  constructor() {
    effect(() => {
      const id = this.id();
      // What is charted changes with every answer; the patient does not.
      untracked(() => {
        this.open(id);
      });
    });
    const { view } = inject(Session);
    effect(() => {
      const id = this.id();
      // Opened without a server: the patient comes when it answers.
      view();
      untracked(() => void this.fetch(id));
    });
  }

  protected answerOf(item: NihssItem): number | null {
    const answer = this.answers()[item];
    return typeof answer === 'number' ? answer : null;
  }

  protected untestableWords(item: NihssItem): string {
    const reason = this.untestable(item);
    return reason === null
      ? $localize`:@@examine.cannot-test:Cannot be tested`
      : reasonWord(reason);
  }

  protected untestable(item: NihssItem): string | null {
    const answer = this.answers()[item];
    return typeof answer === 'object' ? answer.un : null;
  }

  protected before(item: NihssItem): string {
    const score = this.last()?.items[item];
    return score === undefined ? '' : $localize`:@@examine.before:before: ${score}:score:`;
  }

  protected lastAge(): string {
    const last = this.last();
    return last === null ? '' : when(last.at, this.now());
  }

  protected answer(item: NihssItem, score: number): void {
    this.set(item, score);
  }

  protected untested(item: NihssItem, un: string): void {
    this.asking.set(null);
    this.set(item, { un });
  }

  /** Digits answer the item in hand; the next one is then in hand. */
  protected pressed(event: KeyboardEvent, item: NihssItem): void {
    const score = Number(event.key);
    if (event.key === '' || !Number.isInteger(score) || event.ctrlKey || event.metaKey) return;
    if (score < 0 || score > this.scale[item].maximum || !/^\d$/.test(event.key)) return;
    event.preventDefault();
    this.set(item, score);
  }

  protected setTime(text: string): void {
    const moment = momentOf(text);
    this.at.set(Number.isFinite(moment) ? new Date(moment).toISOString() : null);
    this.keep();
  }

  protected async finish(): Promise<void> {
    this.state.set('sending');
    // That it is sent later does not make it a later one.
    this.at.update((at) => at ?? new Date(this.now()).toISOString());
    const outcome = await this.kept.finish(this.draft());
    if (outcome === 'sent') await this.router.navigate(['/patients', this.id()]);
    else this.state.set(outcome === 'kept' ? 'kept' : 'open');
  }

  protected async discard(): Promise<void> {
    this.kept.drop(this.id());
    await this.router.navigate(['/patients', this.id()]);
  }

  private set(item: NihssItem, answer: number | { un: string }): void {
    this.answers.update((all) => ({ ...all, [item]: answer }));
    this.keep();
    const next = NIHSS_ITEMS[NIHSS_ITEMS.indexOf(item) + 1];
    const place = this.host.nativeElement.querySelector<HTMLElement>(
      `[data-item="${next ?? 'end'}"]`,
    );
    place?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    place?.focus({ preventScroll: true });
  }

  private keep(): void {
    this.kept.keep({ ...this.draft(), finished: false });
  }

  private draft(): Parameters<Examinations['finish']>[0] {
    const at = this.at();
    return {
      patientId: this.id(),
      about: this.about() ?? this.id(),
      at,
      examination: {
        ...{ clientId: this.clientId, items: this.answers() },
        at: at ?? new Date(this.now()).toISOString(),
      },
    };
  }

  private open(id: string): void {
    const draft = this.kept.of(id);
    if (draft === null) return;
    this.clientId = draft.examination.clientId as typeof this.clientId;
    this.about.set(draft.about);
    this.answers.set(draft.examination.items);
    this.at.set(draft.at);
    this.state.set(draft.finished ? 'kept' : 'open');
  }

  private async fetch(id: string): Promise<void> {
    try {
      const [patient, course] = await Promise.all([this.api.patient(id), this.api.trajectory(id)]);
      this.patient.set(patient);
      this.about.set(aboutPatient(patient));
      this.course.set(course);
      this.problem.set(null);
    } catch (error) {
      // An examination can be charted without them, and be sent later.
      const words = wordsOf(error);
      this.problem.set(words);
    }
  }
}
