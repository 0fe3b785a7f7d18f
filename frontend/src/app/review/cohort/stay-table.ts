import {
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReviewStayRow } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';
import { NBSP, fixed } from '../../words/figures.ts';
import { inputWord } from '../../words/input-words.ts';
import { type StayOrder, type StaySort, sortStays } from './stay-order.ts';

const ROW = 40;
const VISIBLE = 560;
/** Rows beyond what can be seen, so that scrolling shows no gaps. */
const AHEAD = 8;

interface Column {
  readonly name: string;
  readonly sort: StaySort | null;
  readonly figure?: boolean;
}

/** Thousands of stays, of which only those in sight are drawn; all of them when it is printed. */
@Component({
  selector: 'endwatch-stay-table',
  imports: [RouterLink],
  templateUrl: './stay-table.html',
  styleUrl: './stay-table.scss',
  host: { '(window:beforeprint)': 'print(true)', '(window:afterprint)': 'print(false)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StayTable {
  private readonly app = inject(ApplicationRef);

  readonly rows = input.required<readonly ReviewStayRow[]>();
  readonly order = input.required<StayOrder>();
  readonly sort = output<StayOrder>();

  protected readonly columns: readonly Column[] = [
    { name: $localize`:@@review-cohort.column.admitted:Admitted`, sort: 'admittedAt' },
    { name: $localize`:@@review-cohort.column.discharged:Discharged`, sort: 'dischargedAt' },
    { name: $localize`:@@review-cohort.column.ward:Ward`, sort: 'ward' },
    { name: $localize`:@@review-cohort.column.age:Age`, sort: 'age', figure: true },
    { name: $localize`:@@review-cohort.column.sex:Sex`, sort: null },
    { name: 'NIHSS', sort: 'admissionNihss', figure: true },
    { name: 'END', sort: 'end' },
    { name: $localize`:@@review-cohort.column.treatment:Treatment`, sort: null },
    { name: $localize`:@@review-cohort.column.illnesses:Illnesses`, sort: null },
    {
      name: $localize`:@@review-cohort.column.examined:Examined`,
      sort: 'examinations',
      figure: true,
    },
    { name: $localize`:@@review-cohort.column.scores:Scores`, sort: 'scores', figure: true },
    { name: $localize`:@@review-cohort.column.alerts:Alerts`, sort: 'alerts', figure: true },
  ];
  protected readonly visible = VISIBLE;
  private readonly scrolled = signal(0);
  private readonly printing = signal(false);

  private readonly sorted = computed(() => sortStays(this.rows(), this.order()));
  protected readonly range = computed(() => {
    const total = this.sorted().length;
    if (this.printing()) return { from: 0, to: total };
    const from = Math.max(0, Math.floor(this.scrolled() / ROW) - AHEAD);
    return { from, to: Math.min(total, from + Math.ceil(VISIBLE / ROW) + 2 * AHEAD) };
  });
  protected readonly before = computed(() => this.range().from * ROW);
  protected readonly after = computed(() => (this.sorted().length - this.range().to) * ROW);
  protected readonly shown = computed(() => {
    const { from, to } = this.range();
    return this.sorted()
      .slice(from, to)
      .map((row, index) => ({ ...lineOf(row), rank: from + index + 2 }));
  });

  protected scroll({ target }: Event): void {
    if (target instanceof HTMLElement) this.scrolled.set(target.scrollTop);
  }

  protected by(sort: StaySort): void {
    const { sort: now, order } = this.order();
    const turned = order === 'desc' ? 'asc' : 'desc';
    this.sort.emit({ sort, order: sort === now ? turned : 'desc' });
  }

  protected direction(sort: StaySort | null): 'ascending' | 'descending' | null {
    if (sort === null || sort !== this.order().sort) return null;
    return this.order().order === 'asc' ? 'ascending' : 'descending';
  }

  /** The browser takes what it prints as soon as this returns. */
  protected print(all: boolean): void {
    this.printing.set(all);
    this.app.tick();
  }
}

const SEX: Readonly<Record<ReviewStayRow['sex'], string>> = {
  female: $localize`:@@review-cohort.sex.female:Female`,
  male: $localize`:@@review-cohort.sex.male:Male`,
  other: $localize`:@@review-cohort.sex.other:Other`,
  unknown: '–',
};

/** A row in words. */
function lineOf(row: ReviewStayRow) {
  return {
    ...{ row, admitted: dateAndTime(Date.parse(row.admittedAt)) },
    discharged:
      row.dischargedAt === null
        ? $localize`:@@review-cohort.in-hospital:in hospital`
        : leaving(row),
    sex: SEX[row.sex],
    end: endOf(row),
    treatments: row.treatments.map(inputWord).join(', ') || '–',
    conditions: row.conditions
      .filter((one) => one !== 'ischaemic-stroke')
      .map(inputWord)
      .join(', '),
  };
}

function leaving({ dischargedAt, died }: ReviewStayRow): string {
  const at = dateAndTime(Date.parse(dischargedAt ?? ''));
  return died ? $localize`:@@review-cohort.died:${at}:at:, died` : at;
}

const END_WORDS: Readonly<Record<ReviewStayRow['end']['type'], string>> = {
  none: $localize`:@@review-cohort.end.none:No`,
  'not-evaluable': $localize`:@@review-cohort.end.not-evaluable:Not evaluable`,
  early: $localize`:@@review-cohort.end.early:Early`,
  late: $localize`:@@review-cohort.end.late:Late`,
  suspected: $localize`:@@review-cohort.end.suspected:Suspected`,
};

function endOf({ end: { type, hours } }: ReviewStayRow): string {
  const word = END_WORDS[type];
  if (type === 'none' || type === 'not-evaluable' || hours === null) return word;
  const after = `${fixed(hours, hours < 10 ? 1 : 0)}${NBSP}h`;
  return $localize`:@@review-cohort.end.after:${word}:word: after ${after}:time:`;
}
