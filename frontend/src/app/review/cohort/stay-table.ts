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
import { NBSP } from '../../words/figures.ts';
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
    { name: 'Admitted', sort: 'admittedAt' },
    { name: 'Discharged', sort: 'dischargedAt' },
    { name: 'Ward', sort: 'ward' },
    { name: 'Age', sort: 'age', figure: true },
    { name: 'Sex', sort: null },
    { name: 'NIHSS', sort: 'admissionNihss', figure: true },
    { name: 'END', sort: 'end' },
    { name: 'Treatment', sort: null },
    { name: 'Illnesses', sort: null },
    { name: 'Examined', sort: 'examinations', figure: true },
    { name: 'Scores', sort: 'scores', figure: true },
    { name: 'Alerts', sort: 'alerts', figure: true },
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
  ...{ female: 'Female', male: 'Male', other: 'Other', unknown: '–' },
};

/** A row in words. */
function lineOf(row: ReviewStayRow) {
  return {
    ...{ row, admitted: dateAndTime(Date.parse(row.admittedAt)) },
    discharged: row.dischargedAt === null ? 'in hospital' : leaving(row),
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
  return died ? `${at}, died` : at;
}

function endOf({ end }: ReviewStayRow): string {
  if (end.type === 'none') return 'No';
  if (end.type === 'not-evaluable') return 'Not evaluable';
  const after =
    end.hours === null ? '' : ` after ${end.hours.toFixed(end.hours < 10 ? 1 : 0)}${NBSP}h`;
  const word = { early: 'Early', late: 'Late', suspected: 'Suspected' }[end.type];
  return `${word}${after}`;
}
