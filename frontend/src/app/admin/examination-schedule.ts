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
  ExaminationStep,
  WardSummary,
} from '@endwatch/contracts';
import { Attempts } from '../core/attempts.ts';
import { WardApi } from '../core/ward-api.ts';
import { PageHead } from '../ui/page-head.ts';
import { fixed } from '../words/figures.ts';
import { planProblem, planWords } from '../words/schedule-words.ts';
import { ScheduleSteps } from './schedule-steps.ts';
import { SettingVersions } from './setting-versions.ts';
import { WardChoice } from './ward-choice.ts';
import { versionHead } from './version-head.ts';

const PATH = '/api/settings/examination-schedule';
/** Somebody who types asks nothing; a schedule that rests this long does. */
const REST_MS = 250;
/** Neurological checks after intravenous thrombolysis (AHA/ASA): what one begins with. */
const BY_GUIDELINE: readonly ExaminationStep[] = [
  { fromHours: 0, everyHours: 0.25 },
  { fromHours: 2, everyHours: 0.5 },
  { fromHours: 8, everyHours: 1 },
];

/** How often an NIHSS examination is due, in the house or on a ward, with what that asks of the ward. */
@Component({
  selector: 'endwatch-examination-schedule',
  imports: [PageHead, ScheduleSteps, SettingVersions, WardChoice],
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
  /** Nothing of another ward stands there as if it were this one's, while this one's is on its way. */
  protected readonly held = computed(() => {
    const view = this.view();
    return view?.ward === this.ward() ? view : null;
  });
  private readonly attempts = new Attempts();
  protected readonly failed = this.attempts.problem;
  protected readonly saved = signal(false);
  protected readonly asksMore = computed(() => (this.draft()?.afterThrombolysis ?? []).length > 0);
  protected readonly stepLimits = { latest: 720, least: 0.5, most: 72, apart: 24 };
  protected readonly afterLimits = { latest: 23, least: 0.25, most: 12, apart: 2 };
  protected readonly afterName = $localize`:@@settings.schedule.after-name:After thrombolysis, `;
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

  private line({ plan, ...version }: ExaminationPlanView['versions'][number]): string {
    const back =
      this.ward() === null
        ? $localize`:@@settings.version.as-shipped:as shipped`
        : $localize`:@@settings.version.as-house:as the house has it`;
    return `${versionHead(version)}: ${plan === null ? back : planWords(plan)}`;
  }

  protected async choose(ward: string | null): Promise<void> {
    this.ward.set(ward);
    this.draft.set(null);
    this.saved.set(false);
    await this.exchange();
  }

  protected set(part: Partial<ExaminationPlan>): void {
    const draft = this.draft();
    if (draft === null) return;
    this.saved.set(false);
    this.draft.set({ ...draft, ...part });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), REST_MS);
  }

  protected askMore(more: boolean): void {
    this.set({ afterThrombolysis: more ? [...BY_GUIDELINE] : [] });
  }

  protected async save(plan: ExaminationPlan | null): Promise<void> {
    if (await this.exchange({ ward: this.ward(), plan })) this.saved.set(true);
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
  const pairs = (steps: readonly ExaminationStep[] = []): readonly number[][] =>
    steps.map(({ fromHours, everyHours }) => [fromHours, everyHours]);
  const key = (plan: ExaminationPlan): string =>
    JSON.stringify([
      ...[plan.firstWithinHours, plan.untilHours, plan.graceMinutes],
      ...[pairs(plan.steps), pairs(plan.afterThrombolysis)],
    ]);
  return key(a) === key(b);
}
