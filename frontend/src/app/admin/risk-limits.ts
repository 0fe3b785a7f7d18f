import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import type {
  ReviewPolicy,
  RiskLimitsChange,
  RiskLimitsView,
  WardSummary,
  WhatIfReview,
} from '@endwatch/contracts';
import { ServerClock } from '../core/server-clock.ts';
import { WardApi, wordsOf } from '../core/ward-api.ts';
import { AboutLine } from '../review/quality/about-line.ts';
import { ReviewTableView } from '../review/quality/review-table.ts';
import { ReviewApi } from '../review/review-api.ts';
import { ViewState } from '../review/ui/view-state.ts';
import { reviewView } from '../review/review-view.ts';
import { moved, policyIn, samePolicy, whatIfQuery } from '../review/what-if/policy-query.ts';
import { PolicySliders } from '../review/what-if/policy-sliders.ts';
import { comparison, policyWords } from '../review/what-if/what-if-view.ts';
import { PageHead } from '../ui/page-head.ts';
import { Provenance } from '../ui/provenance.ts';
import { SettingVersions } from './setting-versions.ts';
import { WardChoice } from './ward-choice.ts';
import { versionHead } from './version-head.ts';

const PATH = '/api/settings/risk-limits';
const PREVIEW_DAYS = 14;
const DAY_MS = 86_400_000;
/** A slider on its way asks nothing; one that rests this long does. */
const REST_MS = 150;

/** When a forecast rings, in the house or on a ward, with what other limits would have cost and brought on the stays of the last fortnight. */
@Component({
  selector: 'endwatch-risk-limits',
  imports: [
    AboutLine,
    PageHead,
    PolicySliders,
    Provenance,
    ReviewTableView,
    SettingVersions,
    ViewState,
    WardChoice,
  ],
  templateUrl: './risk-limits.html',
  styleUrls: ['./admin.scss', './escalation.scss', './risk-limits.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RiskLimitsPage {
  private readonly api = inject(WardApi);
  private readonly reviews = inject(ReviewApi);
  private readonly since = dayOf(inject(ServerClock).now() - PREVIEW_DAYS * DAY_MS);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Of a proposal, from the address: `on=…&off=…&minimumMinutes=…&risingBy=…`. */
  readonly policy = input<string>();

  protected readonly wards = signal<readonly WardSummary[]>([]);
  /** Null = every ward that has none of its own. */
  protected readonly ward = signal<string | null>(null);
  protected readonly view = signal<RiskLimitsView | null>(null);
  protected readonly draft = signal<ReviewPolicy | null>(null);
  /** Nothing of another ward stands there as if it were this one's, while this one's is on its way. */
  protected readonly held = computed(() => {
    const view = this.view();
    return view?.ward === this.ward() ? view : null;
  });
  /** What the preview is asked for: the draft once it rests. */
  private readonly rested = signal<ReviewPolicy | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly saved = signal(false);
  protected readonly days = PREVIEW_DAYS;
  protected readonly policyWords = policyWords;

  protected readonly preview = reviewView(
    computed(() => {
      const policy = this.rested();
      return whatIfQuery(this.stays(), policy === null ? { preset: 'today' } : { policy });
    }),
    (query, stop) => this.reviews.read<WhatIfReview>('what-if', query, stop),
  );
  /** Of the ward, or of those that go by the house. */
  private readonly stays = computed(() => {
    const filter = new URLSearchParams({ from: this.since });
    const [ward, own] = [this.ward(), this.view()?.ownWards ?? []];
    const ids = this.wards().map(({ id }) => id);
    const wards = ward === null ? ids.filter((id) => !own.includes(id)) : [ward];
    if (ward !== null || own.length > 0) for (const id of wards) filter.append('ward', id);
    return filter.toString();
  });
  protected readonly table = computed(() => {
    const review = this.preview.value();
    return review && comparison(review.asked, review.today);
  });
  /** "Stroke unit, Intensive care". */
  protected readonly ownNames = computed(() => {
    const names = new Map(this.wards().map(({ id, name }) => [id, name]));
    return (this.view()?.ownWards ?? []).map((id) => names.get(id) ?? id).join(', ');
  });

  /** Whether the figures are those of the limits that the sliders show. */
  protected readonly isCurrent = computed(() => {
    const [draft, review] = [this.draft(), this.preview.value()];
    if (review === null || draft === null || this.preview.busy()) return false;
    return samePolicy(draft, review.asked.policy);
  });
  protected readonly isHolding = computed(() => {
    const [draft, view] = [this.draft(), this.view()];
    return draft === null || view === null || samePolicy(draft, view.limits);
  });

  protected readonly holdingWords = $localize`:@@admin.limits.hold:These limits hold now`;
  /** What holds once what is set here is taken back. */
  protected readonly back = computed(() => {
    if (this.view()?.own !== true) return null;
    return this.ward() === null
      ? $localize`:@@admin.limits.as-shipped:As the model is shipped`
      : $localize`:@@settings.to-house:As the house has it`;
  });
  protected readonly lines = computed(() =>
    (this.view()?.versions ?? []).map((version) => this.line(version)),
  );

  constructor() {
    void this.start().then(() => {
      const proposed = policyIn(this.policy() ?? '');
      if (proposed) this.show(proposed);
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  protected async choose(ward: string | null): Promise<void> {
    this.ward.set(ward);
    this.draft.set(null);
    this.saved.set(false);
    await this.exchange();
  }

  protected move(part: Partial<ReviewPolicy>): void {
    const draft = this.draft();
    if (draft === null) return;
    const next = moved(draft, part);
    this.saved.set(false);
    this.draft.set(next);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.rested.set(next);
    }, REST_MS);
  }

  protected async save(limits: ReviewPolicy | null): Promise<void> {
    if (!(await this.exchange({ ward: this.ward(), limits }))) return;
    this.saved.set(true);
    this.preview.again();
  }

  private line({ limits, ...version }: RiskLimitsView['versions'][number]): string {
    const back =
      this.ward() === null
        ? $localize`:@@admin.limits.line-shipped:as the model is shipped`
        : $localize`:@@settings.version.as-house:as the house has it`;
    const what = limits === null ? back : policyWords(limits);
    return `${versionHead(version)}: ${what}`;
  }

  private show(policy: ReviewPolicy): void {
    this.draft.set(policy);
    this.rested.set(policy);
  }

  private async start(): Promise<void> {
    this.wards.set(await this.api.wards().catch(() => []));
    await this.exchange();
  }

  private async exchange(change?: RiskLimitsChange): Promise<boolean> {
    this.problem.set(null);
    const ward = this.ward();
    const asked = change || ward === null ? '' : `?ward=${encodeURIComponent(ward)}`;
    const method = change ? 'PUT' : 'GET';
    try {
      const view = await this.api.send<RiskLimitsView>(PATH + asked, change, method);
      if (view.ward !== this.ward()) return false;
      this.view.set(view);
      this.show(view.limits);
      return true;
    } catch (error) {
      this.problem.set(wordsOf(error));
      return false;
    }
  }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
