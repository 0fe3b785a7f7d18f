import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  signal,
} from '@angular/core';
import type {
  ExaminationPlan,
  ExaminationPlanChange,
  ExaminationPlanPreview,
  ExaminationPlanTrial,
  ExaminationPlanView,
  WardSummary,
} from '@endwatch/contracts';
import { Attempts } from '../core/attempts.ts';
import { WardApi } from '../core/ward-api.ts';
import { PageHead } from '../ui/page-head.ts';
import { dateAndTime } from '../words/ages.ts';
import { fixed } from '../words/figures.ts';
import { planProblem, planWords } from '../words/schedule-words.ts';
import { SettingVersions } from './setting-versions.ts';
import { WardChoice } from './ward-choice.ts';

const PATH = '/api/settings/examination-schedule';
/** Somebody who types asks nothing; a schedule that rests this long does. */
const REST_MS = 250;
const MOST_STEPS = 8;

/** How often an NIHSS examination is due, in the house or on a ward, with what that asks of the ward. */
@Component({
  selector: 'endwatch-examination-schedule',
  imports: [PageHead, SettingVersions, WardChoice],
  templateUrl: './examination-schedule.html',
  styleUrls: ['./admin.scss', './escalation.scss', './examination-schedule.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExaminationSchedulePage {
  private readonly api = inject(WardApi);
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly wards = signal<readonly WardSummary[]>([]);
  /** Null = every ward that has none of its own. */
  protected readonly ward = signal<string | null>(null);
  protected readonly view = signal<ExaminationPlanView | null>(null);
  protected readonly draft = signal<ExaminationPlan | null>(null);
  protected readonly preview = signal<ExaminationPlanPreview | null>(null);
  private readonly attempts = new Attempts();
  protected readonly failed = this.attempts.problem;
  protected readonly saved = signal(false);
  protected readonly mostSteps = MOST_STEPS;
  protected readonly planWords = planWords;
  protected readonly days = ['1', '2', '3', '4', '5', '6', '7', '8+'];

  protected readonly wrong = computed(() => {
    const draft = this.draft();
    return draft === null ? null : planProblem(draft);
  });
  protected readonly isHolding = computed(() => {
    const [draft, view] = [this.draft(), this.view()];
    return draft === null || view === null || isSame(draft, view.plan);
  });

  protected readonly holdingWords = $localize`:@@settings.schedule.holds:This schedule holds now`;
  /** What holds once what is set here is taken back. */
  protected readonly back = computed(() => {
    if (this.view()?.own !== true) return null;
    return this.ward() === null
      ? $localize`:@@settings.take-back:As shipped`
      : $localize`:@@settings.to-house:As the house has it`;
  });
  protected readonly lines = computed(() =>
    (this.view()?.versions ?? []).map((version) => this.line(version)),
  );

  constructor() {
    void this.start();
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  protected figure(value: number): string {
    return fixed(value, Number.isInteger(value) ? 0 : 1);
  }

  private line({ at, by, plan }: ExaminationPlanView['versions'][number]): string {
    const back =
      this.ward() === null
        ? $localize`:@@settings.version.as-shipped:as shipped`
        : $localize`:@@settings.version.as-house:as the house has it`;
    return `${dateAndTime(Date.parse(at))}, ${by}: ${plan === null ? back : planWords(plan)}`;
  }

  protected fromWords(at: number): string {
    return $localize`:@@settings.schedule.from-label:Step ${at + 1}:step:: from hour`;
  }

  protected everyWords(at: number): string {
    return $localize`:@@settings.schedule.every-label:Step ${at + 1}:step:: every so many hours`;
  }

  protected removeWords(at: number): string {
    return $localize`:@@settings.schedule.remove-label:Remove step ${at + 1}:step:`;
  }

  protected async choose(ward: string | null): Promise<void> {
    this.ward.set(ward);
    this.saved.set(false);
    await this.exchange();
  }

  protected set(part: Partial<Omit<ExaminationPlan, 'steps'>>): void {
    this.change((plan) => ({ ...plan, ...part }));
  }

  protected setStep(at: number, part: Partial<ExaminationPlan['steps'][number]>): void {
    this.change((plan) => ({
      ...plan,
      steps: plan.steps.map((step, n) => (n === at ? { ...step, ...part } : step)),
    }));
  }

  protected addStep(): void {
    this.change((plan) => {
      const last = plan.steps.at(-1) ?? { fromHours: -24, everyHours: 4 };
      return { ...plan, steps: [...plan.steps, { ...last, fromHours: last.fromHours + 24 }] };
    });
  }

  protected removeStep(at: number): void {
    this.change((plan) => ({ ...plan, steps: plan.steps.filter((_, n) => n !== at) }));
  }

  protected async save(plan: ExaminationPlan | null): Promise<void> {
    if (await this.exchange({ ward: this.ward(), plan })) this.saved.set(true);
  }

  private change(change: (plan: ExaminationPlan) => ExaminationPlan): void {
    const draft = this.draft();
    if (draft === null) return;
    this.saved.set(false);
    this.draft.set(change(draft));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), REST_MS);
  }

  private async start(): Promise<void> {
    this.wards.set(await this.api.wards().catch(() => []));
    await this.exchange();
  }

  /** What the draft would ask for; what was asked of a draft before it is not shown any more. */
  private async ask(): Promise<void> {
    const [plan, ward] = [this.draft(), this.ward()];
    if (plan === null || planProblem(plan) !== null) return;
    const trial: ExaminationPlanTrial = { ward, plan };
    await this.attempts.run(async () => {
      const preview = await this.api.send<ExaminationPlanPreview>(`${PATH}/preview`, trial);
      if (this.draft() === plan) this.preview.set(preview);
    });
  }

  private exchange(change?: ExaminationPlanChange): Promise<boolean> {
    const ward = this.ward();
    const asked = change || ward === null ? '' : `?ward=${encodeURIComponent(ward)}`;
    return this.attempts.run(async () => {
      const method = change ? 'PUT' : 'GET';
      const view = await this.api.send<ExaminationPlanView>(PATH + asked, change, method);
      if (view.ward !== this.ward()) return;
      this.view.set(view);
      this.draft.set(view.plan);
      await this.ask();
    });
  }
}

function isSame(a: ExaminationPlan, b: ExaminationPlan): boolean {
  const key = ({ firstWithinHours, steps, untilHours, graceMinutes }: ExaminationPlan): string =>
    JSON.stringify([
      ...[firstWithinHours, untilHours, graceMinutes],
      ...steps.map(({ fromHours, everyHours }) => [fromHours, everyHours]),
    ]);
  return key(a) === key(b);
}
