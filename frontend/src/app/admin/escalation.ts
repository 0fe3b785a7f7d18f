import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import {
  ESCALATION_TARGETS,
  ESCALATION_KEYS,
  type EscalationTargetName,
  type Escalation,
  type EscalationName,
  type EscalationView,
  type WardSummary,
} from '@endwatch/contracts';
import { Attempts } from '../core/attempts.ts';
import { InOrder } from '../core/in-order.ts';
import { WardApi } from '../core/ward-api.ts';
import { PageHead } from '../ui/page-head.ts';
import { KIND_WORDS } from '../words/alert-words.ts';
import { dutyWord } from '../words/on-call-words.ts';
import { SettingVersions } from './setting-versions.ts';
import { WardChoice } from './ward-choice.ts';
import { versionHead } from './version-head.ts';

type Rule = Escalation[EscalationName];
/** As three shifts a day commonly end; only an offer. */
const SHIFTS = ['07:00', '15:00', '23:00'];
const MOST_SHIFTS = 6;
/** Not the browser's own field: that writes afternoons as its language does. */
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Who is told when nobody takes an alert, for the house or a ward. */
@Component({
  selector: 'endwatch-escalation',
  imports: [PageHead, SettingVersions, WardChoice],
  templateUrl: './escalation.html',
  styleUrls: ['./admin.scss', './escalation.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EscalationPage {
  private readonly api = inject(WardApi);

  protected readonly wards = signal<readonly WardSummary[]>([]);
  /** Null = every ward that has none of its own. */
  protected readonly ward = signal<string | null>(null);
  protected readonly view = signal<EscalationView | null>(null);
  protected readonly draft = signal<Escalation | null>(null);
  private readonly attempts = new Attempts();
  private readonly order = new InOrder();
  protected readonly problem = this.attempts.problem;
  protected readonly saved = signal(false);
  protected readonly keys = ESCALATION_KEYS;
  protected readonly targets = ESCALATION_TARGETS;
  protected readonly mostShifts = MOST_SHIFTS;
  protected readonly dutyWord = dutyWord;

  protected readonly isHolding = computed(
    () => JSON.stringify(this.draft()) === JSON.stringify(this.view()?.value),
  );
  protected readonly holdingWords = $localize`:@@settings.holds:This holds now`;
  /** What holds once what is set here is taken back. */
  protected readonly back = computed(() => {
    if (this.view()?.own !== true) return null;
    return this.ward() === null
      ? $localize`:@@settings.take-back:As shipped`
      : $localize`:@@settings.to-house:As the house has it`;
  });
  protected readonly lines = computed(() =>
    (this.view()?.versions ?? []).map(({ value, ...version }) => {
      const head = versionHead(version);
      return value === null
        ? $localize`:@@admin.escalation.taken-back:${head}:head:: taken back`
        : head;
    }),
  );

  constructor() {
    void this.attempts.run(async () => {
      this.wards.set(await this.api.wards());
    });
    effect(() => void this.fetch(this.ward()));
  }

  protected readonly zone = computed(() => this.view()?.timeZone ?? '');

  protected kind(key: EscalationName): string {
    return key === 'end-suspected'
      ? $localize`:@@admin.escalation.end-suspected:Deterioration, to be confirmed`
      : KIND_WORDS[key];
  }

  protected minutesWords(step: number, key: EscalationName): string {
    return $localize`:@@admin.escalation.minutes-of:Minutes of step ${step + 1}:step:, ${this.kind(key)}:kind:`;
  }

  protected whomWords(step: number, key: EscalationName): string {
    return $localize`:@@admin.escalation.whom:Whom step ${step + 1}:step: tells, ${this.kind(key)}:kind:`;
  }

  protected endWords(shift: number): string {
    return $localize`:@@admin.escalation.end-of:End of shift ${shift + 1}:shift:`;
  }

  protected removeEndWords(shift: number): string {
    return $localize`:@@admin.escalation.remove-end:Remove end of shift ${shift + 1}:shift:`;
  }

  protected step(key: EscalationName, at: number, change: { to?: string; minutes?: string }): void {
    this.change(key, (rule) => ({
      ...rule,
      steps: rule.steps.map((step, n) => {
        if (n !== at) return step;
        const to = (change.to as EscalationTargetName | undefined) ?? step.to;
        return {
          to,
          minutes: change.minutes === undefined ? step.minutes : Number(change.minutes),
        };
      }),
    }));
  }

  protected add(key: EscalationName): void {
    this.change(key, (rule) => ({
      ...rule,
      steps: [...rule.steps, { to: 'first-on-call' as const, minutes: 15 }],
    }));
  }

  protected remove(key: EscalationName, at: number): void {
    this.change(key, (rule) => {
      const steps = rule.steps.filter((_, n) => n !== at);
      return { ...rule, steps, repeatMinutes: steps.length === 0 ? null : rule.repeatMinutes };
    });
  }

  protected after(
    key: EscalationName,
    what: 'repeatMinutes' | 'remindMinutes',
    text: string,
  ): void {
    this.change(key, (rule) => ({ ...rule, [what]: text === '' ? null : Number(text) }));
  }

  /** Both times or neither: half of it is kept on the page until the other is there. */
  protected quiet(from: string, to: string): void {
    if ((from === '') !== (to === '') || !this.areTimes(from, to)) return;
    this.saved.set(false);
    const quietHours = from === '' ? null : { from, to };
    this.draft.update((draft) => draft && { ...draft, quietHours });
  }

  protected setEnd(at: number, time: string): void {
    if (!this.areTimes(time)) return;
    this.changeEnds((ends) =>
      time === '' ? ends.filter((_, n) => n !== at) : ends.map((end, n) => (n === at ? time : end)),
    );
  }

  protected addEnd(): void {
    this.changeEnds((ends) => [...ends, SHIFTS.find((time) => !ends.includes(time)) ?? '12:00']);
  }

  private areTimes(...times: readonly string[]): boolean {
    const bad = times.find((time) => time !== '' && !CLOCK.test(time));
    this.attempts.refuse(
      bad === undefined
        ? null
        : $localize`:@@admin.escalation.no-time:"${bad}:text:" is no time; write it as 22:00`,
    );
    return bad === undefined;
  }

  private changeEnds(change: (ends: readonly string[]) => string[]): void {
    this.saved.set(false);
    this.draft.update((draft) => draft && { ...draft, shiftEnds: change(draft.shiftEnds) });
  }

  protected save(value: Escalation | null): Promise<boolean> {
    return this.attempts.run(async () => {
      const body = { ward: this.ward(), value };
      const view = await this.api.send<EscalationView>('/api/settings/escalation', body, 'PUT');
      if (body.ward !== this.ward()) return;
      this.show(view);
      this.saved.set(true);
    });
  }

  private change(key: EscalationName, change: (rule: Rule) => Rule): void {
    this.saved.set(false);
    this.draft.update((draft) => draft && { ...draft, [key]: change(draft[key]) });
  }

  private fetch(ward: string | null): Promise<boolean> {
    this.saved.set(false);
    this.draft.set(null);
    const asked = ward === null ? '' : `?ward=${encodeURIComponent(ward)}`;
    return this.attempts.run(async () => {
      const isNewest = this.order.ask();
      const view = await this.api.send<EscalationView>(`/api/settings/escalation${asked}`);
      // Somebody may have chosen another ward meanwhile.
      if (ward === this.ward() && isNewest()) this.show(view);
    });
  }

  private show(view: EscalationView): void {
    this.view.set(view);
    this.draft.set(view.value);
  }
}
