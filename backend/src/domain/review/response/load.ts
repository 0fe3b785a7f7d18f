import type { FatigueRow, LoadCell, ResponseReview } from '@endwatch/contracts';
import { mean, ratio } from '@endwatch/statistics';
import type { EpochMs } from '@endwatch/clinical';
import { spreadOf } from '../figures.ts';
import type { SiteClock } from '../site-clock.ts';
import { minutesToAnswer, withinOf, type AnsweredAlert } from './answers.ts';
import { cellOf, shiftOf, TWO_HOURS, WEEK_CELLS } from './presence.ts';

type WardHours = ReadonlyMap<string, ReadonlySet<number>>;

/** How many alerts each shift of each ward had, those without any too. */
export function wardShiftsOf(
  alerts: readonly AnsweredAlert[],
  hours: WardHours,
  clock: SiteClock,
): ResponseReview['wardShifts'] {
  const counts = new Map<string, number>();
  const keyOf = (ward: string, index: number): string => JSON.stringify([ward, shiftOf(index)]);
  for (const [ward, present] of hours) {
    for (const index of present) counts.set(keyOf(ward, index), 0);
  }
  for (const { ward, raisedAt } of alerts) {
    const key = keyOf(ward, clock.hourOf(raisedAt).index);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const each = [...counts.values()];
  return {
    ...{ shifts: each.length, alerts: alerts.length },
    mean: each.length === 0 ? null : mean(each),
    spread: spreadOf(each),
    most: each.reduce((most, count) => Math.max(most, count), 0),
  };
}

/** Alerts for each nurse-hour by hour and weekday: one nurse in charge for each ward and hour in which it had a patient. */
export function loadOf(
  alerts: readonly AnsweredAlert[],
  hours: WardHours,
  clock: SiteClock,
): LoadCell[] {
  const cells = WEEK_CELLS.map((cell) => ({ ...cell, alerts: 0, nurseHours: 0 }));
  const at = (index: number) => {
    const { hour, weekday } = cellOf(index);
    return cells[(weekday - 1) * 24 + hour];
  };
  for (const present of hours.values()) {
    for (const index of present) {
      const cell = at(index);
      if (cell) cell.nurseHours += 1;
    }
  }
  for (const { raisedAt } of alerts) {
    const cell = at(clock.hourOf(raisedAt).index);
    if (cell) cell.alerts += 1;
  }
  return cells.map((cell) => ({ ...cell, perNurseHour: ratio(cell.alerts, cell.nurseHours) }));
}

const FATIGUE: readonly (readonly [label: string, from: number])[] = [
  ['0', 0],
  ['1', 1],
  ['2–3', 2],
  ['4–7', 4],
  ['8 or more', 8],
];

/** How soon alerts were answered, by how many others had rung on the ward in the 2 h before. */
export function fatigueOf(alerts: readonly AnsweredAlert[], now: EpochMs): FatigueRow[] {
  const counted = [...Map.groupBy(alerts, ({ ward }) => ward).values()].flatMap(countBefore);
  return FATIGUE.map(([before, from], i) => {
    const to = FATIGUE[i + 1]?.[1] ?? Infinity;
    const members = counted
      .filter(({ count }) => count >= from && count < to)
      .map(({ alert }) => alert);
    return {
      ...{ before, from, alerts: members.length },
      minutes: spreadOf(members.flatMap((alert) => minutesToAnswer(alert) ?? [])),
      within15: withinOf(members, 15, now),
    };
  });
}

/** Others of the same ward that rang earlier, not more than 2 h. */
function countBefore(
  ofWard: readonly AnsweredAlert[],
): readonly { readonly alert: AnsweredAlert; readonly count: number }[] {
  const alerts = ofWard.toSorted((a, b) => a.raisedAt - b.raisedAt);
  let [from, same] = [0, 0];
  return alerts.map((alert, i) => {
    while ((alerts[from]?.raisedAt ?? Infinity) < alert.raisedAt - TWO_HOURS) from += 1;
    if (alerts[same]?.raisedAt !== alert.raisedAt) same = i;
    return { alert, count: same - from };
  });
}
