import type { LoadCell, ResponseReview } from '@endwatch/contracts';
import { fixed, measured } from '../../words/figures.ts';
import { alerts as alertsOf } from '../counts.ts';
import type { Section } from '../quality/section.ts';
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

const LEVELS = 5;

/** Seven rows, Monday first, of 24 cells. */
export function loadRows({ load }: Pick<ResponseReview, 'load'>): readonly MapRow[] {
  const most = Math.max(0, ...load.map(({ perNurseHour }) => perNurseHour ?? 0));
  return WEEKDAYS.map((day, n) => ({
    day,
    cells: load
      .filter(({ weekday }) => weekday === n + 1)
      .toSorted((a, b) => a.hour - b.hour)
      .map((cell) => mapCell(cell, day, most)),
  }));
}

/** What stands above the map. */
export function loadSection({ timeZone }: Pick<ResponseReview, 'timeZone'>): Section {
  return {
    heading: $localize`:@@review-response.map.title:When is the load?`,
    n: $localize`:@@review-response.map.unit:alerts per nurse-hour, ${timeZone}:timeZone:`,
    counts: $localize`:@@review-response.map.about:The darker, the more alerts for each hour of a nurse in charge: one for each ward and hour in which it had a patient. A dash: no patient was there. Technical alerts are not counted.`,
  };
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
