import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EpochMs } from '@endwatch/clinical';
import type { StayHistory } from '@endwatch/contracts';
import { ServerClock } from '../../core/server-clock.ts';
import { addressOffPaper } from '../../ui/address-off-paper.ts';
import { dateAndTime } from '../../words/ages.ts';
import { endWords } from '../../words/end-words.ts';
import { serverWords } from '../../words/server-words.ts';
import { examinations, nOf } from '../counts.ts';
import { END_DEFINITION, RISK_DEFINITION } from '../definitions.ts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { PrintNotes } from '../print-notes.ts';
import { ReviewApi } from '../review-api.ts';
import { ReviewCaption } from '../review-caption.ts';
import { ReviewCatalogue } from '../review-catalogue.ts';
import { type ReviewView, reviewView } from '../review-view.ts';
import { ChartFrame, type Disguise } from '../ui/chart-frame.ts';
import { ViewState } from '../ui/view-state.ts';
import { AlertLog } from './alert-log.ts';
import { BoardThen } from './board-then.ts';
import { EndJudgement } from './end-judgement.ts';
import { KnownControl } from './known-control.ts';
import { OverviewBrush } from './overview-brush.ts';
import { StayDrawing } from './stay-drawing.ts';
import { REPORT, eventTable } from './stay-events.ts';
import { boundsOf, examinationMarks, momentsOf } from './stay-tracks.ts';
import { subjectWords } from './subject-words.ts';
import { ZoomButtons } from './zoom-buttons.ts';

/** Two axes that are never mixed. */
const KNOWLEDGE = {
  term: $localize`:@@review-stay.knowledge-term:Known at and true at`,
  text: $localize`:@@review-stay.knowledge:everything stands where it was true (effective time); what is shown is only what Endwatch knew at the moment of knowledge: what came later, corrections and retractions too, is not there.`,
};

/** One stay, as it was and as it was known. */
@Component({
  selector: 'endwatch-stay-page',
  imports: [
    AlertLog,
    BoardThen,
    ChartFrame,
    EndJudgement,
    KnownControl,
    OverviewBrush,
    RouterLink,
    StayDrawing,
    ViewState,
    ZoomButtons,
  ],
  templateUrl: './stay-page.html',
  styleUrl: './stay-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StayPage {
  private readonly api = inject(ReviewApi);
  private readonly catalogue = inject(ReviewCatalogue);
  private readonly state = inject(ReviewFilterState);
  protected readonly reportWord = REPORT;
  protected readonly serverWords = serverWords;
  protected readonly endWords = endWords;
  private readonly now = inject(ServerClock).now;

  /** From the address. */
  readonly patientId = input.required<string>();

  protected readonly moment = computed<EpochMs | null>(() => {
    const at = Date.parse(this.state.param('knownAt') ?? '');
    return Number.isNaN(at) ? null : at;
  });
  /** All that is known now: it says which stay it is and which moments there are. */
  protected readonly whole: ReviewView<StayHistory> = reviewView(
    computed(() => this.address(null)),
    (address, stop) => this.fetch(address, stop),
  );
  private readonly then: ReviewView<StayHistory | null> = reviewView(
    computed(() => (this.moment() === null ? '' : this.address(this.moment()))),
    (address, stop) => (address === '' ? Promise.resolve(null) : this.fetch(address, stop)),
  );
  protected readonly waiting = computed(() => this.moment() !== null && this.then.busy());
  protected readonly nothingThen = computed(() =>
    this.moment() === null ? null : this.then.problem(),
  );
  /** Never the one knowledge under the words of the other. */
  protected readonly shown = computed(() =>
    this.moment() === null ? this.whole.value() : this.then.value(),
  );
  protected readonly moments = computed(() => {
    const whole = this.whole.value();
    return whole ? momentsOf(whole) : [];
  });
  protected readonly bounds = computed(() => {
    const whole = this.whole.value();
    return whole ? boundsOf(whole, this.opened) : { from: 0, to: 1 };
  });
  protected readonly window = linkedSignal(() => this.bounds());
  protected readonly overview = computed(() => {
    const whole = this.whole.value();
    return whole ? examinationMarks(whole) : [];
  });
  protected readonly subject = computed(() => {
    const whole = this.whole.value();
    return whole ? subjectWords(whole, this.catalogue.wardName) : null;
  });
  protected readonly n = computed(() => {
    const shown = this.shown();
    return shown ? nOf(examinations(shown.examinations.length)) : '';
  });
  /** Of what is drawn, not of what is asked for: while one waits they differ. */
  protected readonly definition = computed(() => {
    const at = this.shown()?.knownAt ?? null;
    return at === null
      ? $localize`:@@review-stay.definition-now:Everything stands where it was true. All that is known now, also what came late and what was corrected.`
      : $localize`:@@review-stay.definition-then:Everything stands where it was true. Only what was known at ${this.time(at)}:time: (dashed vertical line).`;
  });
  protected readonly disguise = computed((): Disguise => ({
    definition:
      (this.shown()?.knownAt ?? null) === null
        ? $localize`:@@review-stay.saved-now:Everything stands where it was true, in hours from admission. All that was known when it was saved, also what came late and what was corrected.`
        : $localize`:@@review-stay.saved-then:Everything stands where it was true, in hours from admission. Only what was known at one moment (dashed vertical line).`,
    counts: $localize`:@@review-stay.saved-whom:One stay, de-identified: no names, no dates.`,
    csv: () => {
      const [patient = '', query = ''] = this.address(this.moment()).split('?');
      return this.api.download(`stays/${patient}`, query);
    },
  }));
  protected readonly table = computed(() => {
    const shown = this.shown();
    return shown ? eventTable(shown) : { columns: [], rows: [] };
  });
  protected readonly others = computed(() =>
    (this.whole.value()?.stays ?? []).map(({ admittedAt }) => ({
      ...{ admittedAt, words: dateAndTime(Date.parse(admittedAt)) },
      here: admittedAt === this.whole.value()?.admittedAt,
    })),
  );
  /** The axis does not grow while one looks at it. */
  protected readonly opened = this.now();

  constructor() {
    const caption = inject(ReviewCaption);
    effect(() => {
      caption.subject.set(this.subject() ?? $localize`:@@review-stay.one:One stay`);
    });
    inject(DestroyRef).onDestroy(() => {
      caption.subject.set(null);
    });
    addressOffPaper('/review');
    inject(PrintNotes).show(signal([END_DEFINITION, RISK_DEFINITION, KNOWLEDGE]));
  }

  protected know(moment: EpochMs | null): void {
    const knownAt = moment === null ? null : new Date(moment).toISOString();
    void this.state.setParams({ knownAt }, { instead: true });
  }

  /** By the same knowledge as all below it. */
  protected end({ end }: StayHistory): string {
    const at = end.at === null ? '' : this.time(end.at);
    if (end.status === 'confirmed') return `END ${at}`.trimEnd();
    if (end.status !== 'suspected') return $localize`:@@review-stay.no-end:No END`;
    return `${$localize`:@@review-stay.end-suspected:END suspected`} ${at}`.trimEnd();
  }

  protected time(at: string): string {
    return dateAndTime(Date.parse(at));
  }

  private fetch(address: string, stop: AbortSignal): Promise<StayHistory> {
    const [patient = '', query = ''] = address.split('?');
    return this.api.read(`stays/${patient}`, query, stop);
  }

  private address(moment: EpochMs | null): string {
    const asked = new URLSearchParams();
    const admittedAt = this.state.param('admittedAt');
    if (admittedAt !== null) asked.set('admittedAt', admittedAt);
    if (moment !== null) asked.set('knownAt', new Date(moment).toISOString());
    return `${encodeURIComponent(this.patientId())}?${asked.toString()}`;
  }
}
