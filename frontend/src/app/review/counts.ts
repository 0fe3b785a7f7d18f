import { counted } from '../words/figures.ts';

type Counted = (count: number) => string;
const said =
  (one: string, many: string): Counted =>
  (count) =>
    counted(count, one, many);

/** "1 stay", "38 stays"; and so on. */
export const stays: Counted = said(
  $localize`:@@review.count.stay:stay`,
  $localize`:@@review.count.stays:stays`,
);
export const patients: Counted = said(
  $localize`:@@review.count.patient:patient`,
  $localize`:@@review.count.patients:patients`,
);
export const patientDays: Counted = said(
  $localize`:@@review.count.patient-day:patient-day`,
  $localize`:@@review.count.patient-days:patient-days`,
);
export const forecasts: Counted = said(
  $localize`:@@review.count.forecast:forecast`,
  $localize`:@@review.count.forecasts:forecasts`,
);
export const alerts: Counted = said(
  $localize`:@@review.count.alert:alert`,
  $localize`:@@review.count.alerts:alerts`,
);
export const ends: Counted = said('END', 'END');
export const weeks: Counted = said(
  $localize`:@@review.count.week:week`,
  $localize`:@@review.count.weeks:weeks`,
);
export const administrators: Counted = said(
  $localize`:@@review.count.administrator:administrator`,
  $localize`:@@review.count.administrators:administrators`,
);
export const reminders: Counted = said(
  $localize`:@@review.count.reminder:reminder`,
  $localize`:@@review.count.reminders:reminders`,
);
export const examinations: Counted = said(
  $localize`:@@review.count.examination:examination`,
  $localize`:@@review.count.examinations:examinations`,
);

/** "n = 38 stays". */
export function nOf(words: string): string {
  return `n = ${words}`;
}

/** "5 to 43 %". */
export function fromTo(low: string, high: string): string {
  return $localize`:@@review.from-to:${low}:low: to ${high}:high:`;
}

/** "14 of 40". */
export function ofAll(count: string, all: string): string {
  return $localize`:@@review.of-all:${count}:count: of ${all}:all:`;
}
