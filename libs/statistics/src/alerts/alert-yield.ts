import { ascendingValues } from '../distribution/quantile.ts';
import { ratio } from '../sequence.ts';

/** A stay as alerts are judged. Hours from admission. */
export interface AlertedStay {
  /** When an alert rang; ascending. */
  readonly alertHours: readonly number[];
  /** First END as charted; null for none. */
  readonly endHour: number | null;
  /** How long alerts could ring: until END, departure or the end of the window. Never negative. */
  readonly observedHours: number;
  /** Until when it is known whether END came. */
  readonly seenHours: number;
}

/** What alerts cost and bring, in counts: shares and their intervals are the caller's to say. */
export interface AlertYield {
  readonly alerts: number;
  /** Per 100 patient-days; null without any. */
  readonly per100Days: number | null;
  /** Alerts that END followed, not later than `aheadHours`. */
  readonly followed: number;
  /** Alerts that are neither right nor wrong: not seen for `aheadHours`, or rung when END had been already. */
  readonly undecided: number;
  /** No stay has two alerts of which it is known whether they were right: without that their share has no interval. */
  readonly once: boolean;
  readonly ends: number;
  /** END with an alert at any time before. */
  readonly warned: number;
  /** END with an alert not more than `aheadHours` before. */
  readonly warnedLately: number;
  /** First alert to END of those warned, hours, ascending. */
  readonly leads: readonly number[];
}

type AlertFate = 'followed' | 'not-followed' | 'undecided';

/** What came of an alert at `hour`. An alert at the very moment of END came too late to be a forecast. */
export function fateOfAlert(
  hour: number,
  { endHour, seenHours }: Pick<AlertedStay, 'endHour' | 'seenHours'>,
  aheadHours: number,
): AlertFate {
  if (endHour !== null && endHour <= hour) return 'undecided';
  if (endHour !== null && endHour <= hour + aheadHours) return 'followed';
  return endHour !== null || seenHours >= hour + aheadHours ? 'not-followed' : 'undecided';
}

/** How early alerts warn of END and how often they ring. */
export function alertYield(stays: readonly AlertedStay[], aheadHours = 24): AlertYield {
  const fates = { followed: 0, 'not-followed': 0, undecided: 0 };
  const leads: number[] = [];
  let [hours, ends, warnedLately, once] = [0, 0, 0, true];
  for (const stay of stays) {
    const { alertHours, endHour } = stay;
    hours += stay.observedHours;
    const decided = fates.followed + fates['not-followed'];
    for (const hour of alertHours) fates[fateOfAlert(hour, stay, aheadHours)] += 1;
    once &&= fates.followed + fates['not-followed'] - decided < 2;
    if (endHour === null) continue;
    ends += 1;
    const before = alertHours.filter((hour) => hour < endHour);
    const [first] = before;
    const last = before.at(-1);
    if (first === undefined || last === undefined) continue;
    leads.push(endHour - first);
    if (last >= endHour - aheadHours) warnedLately += 1;
  }
  const alerts = fates.followed + fates['not-followed'] + fates.undecided;
  return {
    alerts,
    per100Days: ratio(100 * alerts, hours / 24),
    followed: fates.followed,
    undecided: fates.undecided,
    once,
    ...{ ends, warned: leads.length, warnedLately },
    leads: ascendingValues(leads),
  };
}
