import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import type { Proposal, ReviewPolicy, WhatIfPreset, WhatIfReview } from '@endwatch/contracts';
import { WardApi, wordsOf } from '../../core/ward-api.ts';
import { fixed, whole } from '../../words/figures.ts';
import { nOf, stays } from '../counts.ts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { AboutLine } from '../quality/about-line.ts';
import { Definitions } from '../quality/definitions.ts';
import { ReviewTableView } from '../quality/review-table.ts';
import { SaveCsv } from '../quality/save-csv.ts';
import { SectionView } from '../quality/section-view.ts';
import type { Section } from '../quality/section.ts';
import { ReviewApi } from '../review-api.ts';
import { ViewState } from '../ui/view-state.ts';
import { reviewView } from '../review-view.ts';
import { PolicySliders } from './policy-sliders.ts';
import { type Tried, moved, samePolicy, whatIfQuery } from './policy-query.ts';
import { comparison, policyWords, tradePlot, tradeTable } from './what-if-view.ts';

/** A slider on its way asks nothing; one that rests this long does. */
const REST_MS = 150;
/** The curve takes the server longer: it waits until one has settled. */
const SETTLED_MS = 700;

/** What another alert policy would have cost and brought. Nothing is changed from here. */
@Component({
  selector: 'endwatch-review-what-if',
  imports: [
    ...[AboutLine, Definitions, PolicySliders, ReviewTableView, SaveCsv, SectionView, ViewState],
  ],
  templateUrl: './what-if-page.html',
  styleUrls: ['../quality/quality-page.scss', './what-if-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhatIfPage {
  private readonly reviews = inject(ReviewApi);
  private readonly api = inject(WardApi);
  private readonly filter = inject(ReviewFilterState).text;
  private readonly tried = signal<Tried>({ preset: 'today' });
  private readonly settled = signal<Tried>({ preset: 'today' });
  private timers: ReturnType<typeof setTimeout>[] = [];

  protected readonly view = reviewView(
    computed(() => whatIfQuery(this.filter(), this.tried())),
    (query, stop) => this.reviews.read<WhatIfReview>('what-if', query, stop),
  );
  protected readonly curve = reviewView(
    computed(() => whatIfQuery(this.filter(), this.settled(), true)),
    (query, stop) => this.reviews.read<WhatIfReview>('what-if', query, stop),
  );
  /** Where the sliders stand: ahead of the answer while one moves them. */
  protected readonly draft = linkedSignal<ReviewPolicy | null>(
    () => this.view.value()?.asked.policy ?? null,
  );
  protected readonly table = computed(() => {
    const review = this.view.value();
    return review && comparison(review.asked, review.today);
  });
  /** Whether the figures are those of the policy the sliders show. */
  protected readonly isCurrent = computed(() => {
    const [draft, review] = [this.draft(), this.view.value()];
    return review !== null && draft !== null && samePolicy(draft, review.asked.policy);
  });
  protected readonly isToday = computed(() => {
    const review = this.view.value();
    return review !== null && samePolicy(review.asked.policy, review.today.policy);
  });
  protected readonly trade = computed((): Section | null => {
    const review = this.curve.value();
    if (review === null) return null;
    const plot = tradePlot(review);
    return {
      heading: $localize`:@@review-what-if.trade.title:The trade: END found against alerts`,
      n: nOf(stays(review.stays)),
      counts: $localize`:@@review-what-if.trade.counts:Other thresholds with the other settings as tried, on the same stored scores. Reckoned afterwards: nobody was told.`,
      table: tradeTable(review),
      ...(plot
        ? { plot }
        : {
            empty: $localize`:@@review-what-if.trade.too-few:Too few END to judge: there is no curve to be drawn.`,
          }),
    };
  });
  protected readonly policyWords = policyWords;
  protected readonly whole = whole;
  protected readonly fixed = fixed;
  protected readonly note = signal('');
  protected readonly busy = signal(false);
  protected readonly said = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.timers.forEach(clearTimeout);
    });
  }

  protected move(part: Partial<ReviewPolicy>): void {
    const policy = this.draft();
    if (policy === null) return;
    const next = moved(policy, part);
    this.draft.set(next);
    this.ask({ policy: next }, REST_MS);
  }

  protected choose(preset: WhatIfPreset): void {
    this.ask({ preset }, 0);
  }

  protected async propose(): Promise<void> {
    const review = this.view.value();
    if (review === null || !this.isCurrent()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const body = { policy: review.asked.policy, note: this.note().trim() };
      const query = this.filter();
      await this.api.send<Proposal>(
        `/api/review/proposals${query === '' ? '' : `?${query}`}`,
        body,
      );
      this.said.set(policyWords(review.asked.policy));
      this.note.set('');
    } catch (error) {
      this.problem.set(wordsOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private ask(tried: Tried, afterMs: number): void {
    this.said.set(null);
    this.timers.forEach(clearTimeout);
    this.timers = [
      setTimeout(() => {
        this.tried.set(tried);
      }, afterMs),
      setTimeout(() => {
        this.settled.set(tried);
      }, SETTLED_MS),
    ];
  }
}
