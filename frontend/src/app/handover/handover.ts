import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { isByMachine, type Alert, type BoardRow, type Handover } from '@endwatch/contracts';
import { Session } from '../core/session.ts';
import { WardApi, wordsOf } from '../core/ward-api.ts';
import { AlertMark } from '../ui/alert-mark.ts';
import { NoNameOnPaper } from '../ui/no-name-on-paper.ts';
import { PageHead } from '../ui/page-head.ts';
import { dateAndTime } from '../words/ages.ts';
import { KIND_WORDS, PRIORITY_WORD, STATE_WORD, holding } from '../words/alert-words.ts';
import { counted, percent, signed } from '../words/figures.ts';
import { inputWord } from '../words/input-words.ts';
import { bedWord, endWords, wardWord, whoWords } from '../words/patient-words.ts';
import { serverWords } from '../words/server-words.ts';
import { isNews, wasAdmitted } from './is-news.ts';

type Patient = Handover['patients'][number];
const NOT_CHARTED = $localize`:@@handover.not-charted:not charted`;
const PATIENTS = [
  $localize`:@@handover.patient:patient`,
  $localize`:@@handover.patients:patients`,
] as const;
/** Missing inputs named; the rest is counted. */
const NAMED = 3;

/** The sheet that one shift hands to the next: on the screen, and on A4. */
@Component({
  selector: 'endwatch-handover',
  imports: [AlertMark, NoNameOnPaper, PageHead, RouterLink],
  templateUrl: './handover.html',
  styleUrl: './handover.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandoverPage {
  private readonly api = inject(WardApi);

  readonly ward = input.required<string>();
  protected readonly named = inject(Session).namesOnPaper;
  protected readonly hours = signal(12);
  protected readonly sheet = signal<Handover | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly choices = [8, 12, 24];
  protected readonly kindWords = KIND_WORDS;
  protected readonly serverWords = serverWords;
  protected readonly priorityWord = PRIORITY_WORD;
  protected readonly reportWord = $localize`:@@handover.report:Report`;

  protected readonly heading = computed(
    () => $localize`:@@handover.title:Handover · ${wardWord(this.sheet()?.ward.name ?? '')}:ward:`,
  );
  /** Patients with something to say, and those without. */
  protected readonly parts = computed(() => {
    const sheet = this.sheet();
    if (sheet === null) return { busy: [], calm: [] };
    const { patients, from } = sheet;
    const busy = patients.filter((one) => isNews(one, from));
    return { busy, calm: patients.filter((one) => !busy.includes(one)) };
  });
  protected readonly model = computed(() => {
    const risk = this.sheet()?.patients.find(({ row }) => row.risk !== null)?.row.risk;
    if (!risk) return null;
    const { version, trainedOn } = risk.model;
    return trainedOn === 'simulated'
      ? $localize`:@@handover.model-simulated:Risk: model ${version}:version:, trained on simulated patients: not for clinical decisions`
      : $localize`:@@handover.model-real:Risk: model ${version}:version:, trained on patients of this site`;
  });

  constructor() {
    effect(() => void this.fetch(this.ward(), this.hours()));
  }

  protected patients({ patients }: Handover): string {
    const [one, many] = PATIENTS;
    return counted(patients.length, one, many);
  }

  protected wardName({ ward }: Handover): string {
    return wardWord(ward.name);
  }

  protected bed(row: BoardRow): string {
    return bedWord(row);
  }

  protected who(row: BoardRow): string {
    return whoWords(row, this.at());
  }

  protected time(iso: string): string {
    return dateAndTime(Date.parse(iso));
  }

  protected end(row: BoardRow): string | null {
    return endWords(row.end, this.at());
  }

  protected nihss({ row, nihssBefore }: Patient): string {
    const { total, admissionTotal } = row.nihss;
    if (total === null) return NOT_CHARTED;
    const parts = [
      nihssBefore === null
        ? ''
        : $localize`:@@handover.in-shift:${signed(total - nihssBefore)}:change: in this shift`,
      admissionTotal === null
        ? ''
        : $localize`:@@handover.since-admission:${signed(total - admissionTotal)}:change: since admission`,
    ];
    const known = parts.filter((part) => part !== '').join(', ');
    return known === '' ? String(total) : `${String(total)} (${known})`;
  }

  protected risk({ row, riskBefore }: Patient): string {
    if (row.risk === null) {
      return serverWords(row.noRiskReason ?? '') || $localize`:@@handover.no-risk:none`;
    }
    const now = percent(row.risk.next24h);
    return riskBefore === null
      ? $localize`:@@handover.risk-now:${now}:now: in 24 h`
      : $localize`:@@handover.risk-was:${now}:now: in 24 h, was ${percent(riskBefore)}:before:`;
  }

  /** Null where it was before this shift. */
  protected admitted(row: BoardRow): string | null {
    const from = this.sheet()?.from ?? '';
    return wasAdmitted(row, from) ? this.time(row.admittedAt) : null;
  }

  protected next({ nihss: { nextDueAt } }: BoardRow): string {
    return nextDueAt ? this.time(nextDueAt) : $localize`:@@handover.none-due:none due`;
  }

  protected calm(patient: Patient): string {
    const total = patient.row.nihss.total ?? NOT_CHARTED;
    return $localize`:@@handover.calm-line:NIHSS ${total}:total:, risk ${this.risk(patient)}:risk:, next examination: ${this.next(patient.row)}:next:`;
  }

  protected missing({ risk }: BoardRow): string {
    const names = (risk?.missing ?? []).map(inputWord);
    const more = names.length - NAMED;
    const named = names.slice(0, NAMED).join(', ');
    return more > 0 ? $localize`:@@handover.more:${named}:names: and ${more}:count: more` : named;
  }

  protected held(alert: Alert): string {
    return holding(alert);
  }

  /** What happened by itself was nobody's doing. */
  protected became(alert: Patient['alerts'][number]): string {
    const word = STATE_WORD[alert.to];
    return isByMachine(alert) ? word : `${word}, ${alert.by}`;
  }

  protected print(): void {
    window.print();
  }

  private at(): number {
    return Date.parse(this.sheet()?.at ?? '');
  }

  private async fetch(ward: string, hours: number): Promise<void> {
    this.problem.set(null);
    try {
      const path = `/api/wards/${encodeURIComponent(ward)}/handover?hours=${String(hours)}`;
      this.sheet.set(await this.api.send<Handover>(path));
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }
}
