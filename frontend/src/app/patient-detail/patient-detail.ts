import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Alert, PatientDetail } from '@endwatch/contracts';
import { Acknowledgement, type AlertAct } from '../core/acknowledgement.ts';
import { NewerPage } from '../core/newer-page.ts';
import { ServerClock } from '../core/server-clock.ts';
import { SeenMarks } from '../core/seen-marks.ts';
import { Session } from '../core/session.ts';
import { Shortcuts } from '../core/shortcuts.ts';
import { WardSocket } from '../core/ward-socket.ts';
import { WardStore } from '../core/ward-store.ts';
import { SoundControl } from '../sound/sound-control.ts';
import { AccountMenu } from '../ui/account-menu.ts';
import { ChangeFigure } from '../ui/change-figure.ts';
import { EndBadge } from '../ui/end-badge.ts';
import { ConnectionBand, LiveState } from '../ui/live-state.ts';
import { NoNameOnPaper } from '../ui/no-name-on-paper.ts';
import { Provenance } from '../ui/provenance.ts';
import { RiskFigure } from '../ui/risk-figure.ts';
import { StarButton } from '../ui/star-button.ts';
import { ThemeToggle } from '../ui/theme-toggle.ts';
import { dateAndTime, ageOf, when } from '../words/ages.ts';
import { needsSomebody } from '../words/alert-words.ts';
import { inputWord } from '../words/input-words.ts';
import { NO_BED, aboutPatient, stayWords, wardWord } from '../words/patient-words.ts';
import { serverWords } from '../words/server-words.ts';
import { followPatient } from './follow-patient.ts';
import { InputTable } from './input-table.ts';
import { ItemTableView } from './item-table/item-table.ts';
import { pageOnPaper } from './page-on-paper.ts';
import { PastBar } from './past/past-bar.ts';
import { PatientAlerts } from './patient-alerts.ts';
import { byState, horizonLines } from './patient-lines.ts';
import { PrintHead } from './print-head.ts';
import { PatientStore } from './patient-detail.store.ts';
import { ReportList } from './report-list.ts';
import { WhyForecast } from './why/why-forecast.ts';
import { StayChart } from './stay-chart/stay-chart.ts';

const WORDS = { wards: $localize`:@@board.wards:Wards`, none: $localize`:@@patient.none:None` };

/** One patient: what happened, what is forecast, what it rests on. */
@Component({
  selector: 'endwatch-patient-page',
  imports: [
    AccountMenu,
    ChangeFigure,
    ConnectionBand,
    EndBadge,
    InputTable,
    ItemTableView,
    LiveState,
    NoNameOnPaper,
    PastBar,
    PatientAlerts,
    PrintHead,
    Provenance,
    ReportList,
    RiskFigure,
    RouterLink,
    SoundControl,
    StarButton,
    StayChart,
    ThemeToggle,
    WhyForecast,
  ],
  providers: [PatientStore],
  templateUrl: './patient-detail.html',
  styleUrl: './patient-detail.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown)': 'pressed($event)' },
})
export class PatientPage {
  private readonly store = inject(PatientStore);
  private readonly session = inject(Session);
  private readonly shortcuts = inject(Shortcuts);
  private readonly ward = inject(WardStore);
  private readonly acknowledgement = inject(Acknowledgement);
  private readonly router = inject(Router);
  private readonly newerPage = inject(NewerPage);
  private readonly connection = inject(WardSocket).connection;

  /** Patient id, from the address. */
  readonly id = input.required<string>();

  /** The moment whose knowledge is shown, ISO 8601, from the address; none = now. */
  readonly at = input<string>();

  protected readonly presentTime = inject(ServerClock).now;
  protected readonly past = this.store.past;
  protected readonly presentDetail = this.store.present;
  /** The time that the page speaks of. */
  protected readonly now = computed(() => {
    const past = this.past();
    return past === null ? this.presentTime() : Date.parse(past.at);
  });
  protected readonly detail = this.store.detail;
  protected readonly trajectory = this.store.trajectory;
  protected readonly problem = this.store.problem;
  protected readonly mayExamine = computed(
    () => this.past() === null && this.session.may('examination.write'),
  );
  protected readonly namedOnPaper = this.session.namesOnPaper;
  protected readonly isFollowed = this.store.isFollowed;
  protected readonly notLive = computed(
    () => this.isFollowed() && this.connection().state !== 'live',
  );

  protected readonly bed = computed(() =>
    this.withDetail((detail) => (detail.bed === null ? NO_BED : aboutPatient(detail))),
  );
  protected readonly who = computed(() => this.withDetail((one) => stayWords(one, this.now())));
  protected readonly admitted = computed(() =>
    this.withDetail(({ admittedAt }) => dateAndTime(Date.parse(admittedAt))),
  );
  protected readonly words = WORDS;
  protected readonly wardName = computed(() => wardWord(this.detail()?.ward?.name ?? ''));
  protected readonly told = serverWords;
  protected readonly word = inputWord;
  protected readonly nihssWords = computed(() => {
    const at = this.detail()?.nihss.at ?? null;
    return at === null
      ? $localize`:@@patient.nihss-not-charted:NIHSS, not charted`
      : $localize`:@@patient.nihss-ago:NIHSS, ${ageOf(at, this.now())}:age: ago`;
  });
  /** Where this patient has no forecast now, the chart still shows past ones: of the ward's model. Unknown is told as the one to distrust. */
  protected readonly trainedOn = computed(() => {
    const own = this.detail()?.risk?.model.trainedOn;
    if (own !== undefined || (this.trajectory()?.risk.length ?? 0) === 0) return own ?? null;
    this.ward.patients();
    return this.ward.rows().find((row) => row.risk)?.risk?.model.trainedOn ?? 'simulated';
  });
  protected readonly missing = computed(() => (this.detail()?.risk?.missing ?? []).map(inputWord));
  protected readonly alerts = computed(() => (this.detail()?.alerts ?? []).toSorted(byState));
  protected readonly horizons = computed(() => horizonLines(this.detail()?.risk ?? null));

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.load(id));
    });
    effect(() => {
      const [id, at] = [this.id(), this.at() ?? null];
      untracked(() => void this.store.look(id, at));
    });
    effect(() => {
      const ward = this.detail()?.ward?.id;
      if (ward !== undefined)
        untracked(() => {
          this.ward.open(ward);
        });
    });
    const marks = inject(SeenMarks);
    effect(() => {
      if (marks.noveltyOf(this.id()) !== null) marks.look(this.id());
    });
    pageOnPaper(this.detail);
    followPatient(this.id, () => void this.store.load(this.id()));
  }

  protected acknowledge(alert: Alert): void {
    this.act(alert, { what: 'acknowledge' });
  }

  protected act(alert: Alert, act: AlertAct): void {
    const detail = this.detail();
    if (!detail) return;
    void this.acknowledgement
      .act(alert, aboutPatient(detail), act)
      .then((stored) => (stored === null ? undefined : this.store.load(this.id())));
  }

  /** Shows another moment; the address says which. */
  protected async go(to: string | null): Promise<void> {
    const now = new Date(this.presentTime()).toISOString();
    const at =
      to === 'before-now' ? await this.store.lastChange(this.id(), now).catch(() => null) : to;
    await this.router.navigate([], { queryParams: { at }, replaceUrl: true });
  }

  protected retry(): void {
    void this.store.load(this.id());
    void this.store.look(this.id(), this.at() ?? null);
  }

  protected reload(): void {
    this.newerPage.reload();
  }

  protected ago(at: string): string {
    return when(at, this.now());
  }

  protected pressed(event: KeyboardEvent): void {
    if (!this.shortcuts.isMeant(event)) return;
    if (event.key === 'Escape') this.leave();
    else if (event.key === 'a') this.acknowledgeWorst();
  }

  /** The past for the present, the present for the board. */
  private leave(): void {
    const ward = this.detail()?.ward?.id;
    if (this.past() !== null) void this.go(null);
    else if (ward !== undefined) void this.router.navigate(['/wards', ward]);
  }

  private acknowledgeWorst(): void {
    const open = this.alerts().find(needsSomebody);
    if (open && this.past() === null && this.session.may('alert.act')) this.acknowledge(open);
  }

  private withDetail(words: (detail: PatientDetail) => string): string {
    const detail = this.detail();
    return detail ? words(detail) : '';
  }
}
