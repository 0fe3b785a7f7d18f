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
import type { Alert, BoardRow, Handover } from '@endwatch/contracts';
import { ApiError, WardApi } from '../core/ward-api.ts';
import { PageHead } from '../ui/page-head.ts';
import { dateAndTime } from '../words/ages.ts';
import { KIND_WORDS, PRIORITY_WORD, STATE_WORD, holding } from '../words/alert-words.ts';
import { percent, signed } from '../words/figures.ts';
import { inputWord } from '../words/input-words.ts';
import { bedWord, endWords, whoWords } from '../words/patient-words.ts';

type Patient = Handover['patients'][number];
/** Missing inputs named; the rest is counted. */
const NAMED = 3;

/** The sheet that one shift hands to the next: on the screen, and on A4. */
@Component({
  selector: 'endwatch-handover',
  imports: [PageHead, RouterLink],
  templateUrl: './handover.html',
  styleUrl: './handover.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandoverPage {
  private readonly api = inject(WardApi);

  readonly ward = input.required<string>();
  protected readonly hours = signal(12);
  protected readonly sheet = signal<Handover | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly choices = [8, 12, 24];
  protected readonly kindWords = KIND_WORDS;
  protected readonly stateWord = STATE_WORD;
  protected readonly priorityWord = PRIORITY_WORD;

  protected readonly heading = computed(() => `Handover · ${this.sheet()?.ward.name ?? ''}`);
  /** Patients with something to say, and those without. */
  protected readonly parts = computed(() => {
    const patients = this.sheet()?.patients ?? [];
    return { busy: patients.filter(isNews), calm: patients.filter((one) => !isNews(one)) };
  });
  protected readonly model = computed(() => {
    const risk = this.sheet()?.patients.find(({ row }) => row.risk !== null)?.row.risk;
    if (!risk) return null;
    const trained =
      risk.model.trainedOn === 'simulated'
        ? 'trained on simulated patients: not for clinical decisions'
        : 'trained on patients of this site';
    return `Risk: model ${risk.model.version}, ${trained}`;
  });

  constructor() {
    effect(() => void this.fetch(this.ward(), this.hours()));
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
    if (total === null) return 'not charted';
    const parts = [
      nihssBefore === null ? '' : `${signed(total - nihssBefore)} in this shift`,
      admissionTotal === null ? '' : `${signed(total - admissionTotal)} since admission`,
    ];
    return `${String(total)} (${parts.filter((part) => part !== '').join(', ')})`;
  }

  protected risk({ row, riskBefore }: Patient): string {
    if (row.risk === null) return row.noRiskReason ?? 'none';
    const before = riskBefore === null ? '' : `, was ${percent(riskBefore)}`;
    return `${percent(row.risk.next24h)} in 24 h${before}`;
  }

  protected missing({ risk }: BoardRow): string {
    const names = (risk?.missing ?? []).map(inputWord);
    const more = names.length - NAMED;
    return names.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
  }

  protected held(alert: Alert): string {
    return holding(alert);
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
      this.problem.set(error instanceof ApiError ? error.title : 'The answer could not be read');
    }
  }
}

function isNews({ row, alerts, reports, nihssBefore }: Patient): boolean {
  const moved = nihssBefore !== null && nihssBefore !== row.nihss.total;
  return moved || alerts.length > 0 || reports.length > 0 || row.alerts.length > 0;
}
