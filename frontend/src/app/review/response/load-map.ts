import type { LoadCell, ResponseReview } from '@endwatch/contracts';
import { fixed, measured } from '../../words/figures.ts';
import { alerts as alertsOf, nOf } from '../counts.ts';
import type { FrameTable } from '../ui/frame-table.ts';
import { WEEKDAYS } from './time-sections.ts';

export interface MapCell {
  readonly hour: number;
  /** Alerts per nurse-hour as it is read; "–" where no nurse-hour was. */
  readonly text: string;
  /** 0 (none) to 5 (the most): how dark it is. */
  readonly level: number;
  readonly words: string;
}

export interface MapRow {
  readonly day: string;
  readonly cells: readonly MapCell[];
}

/** What stands in the frame around the map, and the same in figures. */
export interface MapFrame {
  readonly heading: string;
  readonly n: string;
  readonly definition: string;
  readonly table: FrameTable;
}

const LEVELS = 5;
const HOUR = $localize`:@@review-response.map.hour: h`;

/** Seven rows, Monday first, of 24 cells. */
export function loadRows({ load }: Pick<ResponseReview, 'load'>): readonly MapRow[] {
  const most = Math.max(0, ...load.map(({ perNurseHour }) => perNurseHour ?? 0));
  return WEEKDAYS.map((day, n) => ({
    day,
    cells: cellsOf(load, n + 1).map((cell) => mapCell(cell, day, most)),
  }));
}

export function loadFrame({ load, timeZone }: Pick<ResponseReview, 'load' | 'timeZone'>): MapFrame {
  const count = load.reduce((sum, { alerts }) => sum + alerts, 0);
  const unit = $localize`:@@review-response.map.unit:alerts per nurse-hour, ${timeZone}:timeZone:`;
  return {
    heading: $localize`:@@review-response.map.title:When is the load?`,
    n: `${nOf(alertsOf(count))} · ${unit}`,
    definition: $localize`:@@review-response.map.about:The darker, the more alerts for each hour of a nurse in charge: one for each ward and hour in which it had a patient. A dash: no patient was there. Technical alerts are not counted.`,
    table: {
      columns: [
        $localize`:@@review-response.day:Day`,
        ...Array.from({ length: 24 }, (_, hour) => `${String(hour)}${HOUR}`),
      ],
      rows: WEEKDAYS.map((day, n) => [
        day,
        ...cellsOf(load, n + 1).map(({ perNurseHour }) => rounded(perNurseHour)),
      ]),
    },
  };
}

function cellsOf(load: readonly LoadCell[], day: number): readonly LoadCell[] {
  return load.filter(({ weekday }) => weekday === day).toSorted((a, b) => a.hour - b.hour);
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1_000) / 1_000;
}

function mapCell(cell: LoadCell, day: string, most: number): MapCell {
  const { hour, alerts, nurseHours, perNurseHour } = cell;
  const known = perNurseHour ?? 0;
  return {
    hour,
    text: perNurseHour === null ? '–' : perNurseHour === 0 ? '0' : short(perNurseHour),
    level: most === 0 ? 0 : Math.ceil((known / most) * LEVELS),
    words: $localize`:@@review-response.map.cell:${day}:day: ${hour}:from:–${hour + 1}:to: h: ${alertsOf(alerts)}:alerts: in ${measured(nurseHours)}:nurseHours: nurse-hours`,
  };
}

/** "0.25" → ".25", so that 24 fit side by side. */
function short(value: number): string {
  return value < 1 ? fixed(value, 2).slice(1) : fixed(value, 1);
}
