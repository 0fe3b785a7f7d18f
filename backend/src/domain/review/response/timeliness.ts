import { HOUR, MINUTE, type EpochMs } from '@endwatch/clinical';
import type { EndResponse, ResponseReview } from '@endwatch/contracts';
import { ratio } from '@endwatch/statistics';
import { linkOf } from '../about.ts';
import { shareOf, spreadOf } from '../figures.ts';
import { endAtOf } from '../follow-up.ts';
import type { ReviewStay } from '../review-stay.ts';
import { onceEach, type AnsweredAlert } from './answers.ts';

/** From END as charted until somebody took note, step by step. Of stays that were loaded afterwards nobody could. */
export function endResponses(
  stays: readonly ReviewStay[],
  alerts: readonly AnsweredAlert[],
): ResponseReview['endToAcknowledged'] {
  const first = new Map<ReviewStay, EndRing>();
  for (const alert of alerts) {
    const ring = alert.kind === 'end-confirmed' ? ringOf(alert) : null;
    const before = first.get(alert.stay);
    if (ring !== null && (before === undefined || ring.at < before.at)) first.set(alert.stay, ring);
  }
  const list = stays.flatMap((stay) => {
    const endAt = endAtOf(stay);
    return endAt === null || stay.loadedAfterwards === true
      ? []
      : [endResponse(stay, endAt, first.get(stay) ?? null)];
  });
  const alerted = list.filter(({ alertId }) => alertId !== null);
  const of = (key: 'toKnown' | 'toRaised' | 'toAcknowledged' | 'total') =>
    spreadOf(list.flatMap((one) => one[key] ?? []));
  return {
    totalMinutes: of('total'),
    toKnownMinutes: of('toKnown'),
    toRaisedMinutes: of('toRaised'),
    toAcknowledgedMinutes: of('toAcknowledged'),
    never: shareOf(alerted.filter(({ total }) => total === null).length, alerted.length),
    list: list.toSorted((a, b) => (b.total ?? Infinity) - (a.total ?? Infinity) || 0),
  };
}

interface EndRing {
  readonly alertId: string;
  readonly at: EpochMs;
  readonly answeredAt: EpochMs | null;
}

/** An END that was suspected first rings again, under the same number, when it is confirmed: what counts is that ring, and who took note after it. */
function ringOf({ stay, id, rings, answers }: AnsweredAlert): EndRing | null {
  const since = endAtOf(stay) === null ? null : (stay.end.knownAt ?? endAtOf(stay));
  const at = since === null ? undefined : rings.find((each) => each >= since);
  if (at === undefined) return null;
  return { alertId: id, at, answeredAt: answers.find((each) => each >= at) ?? null };
}

function endResponse(stay: ReviewStay, endAt: EpochMs, ring: EndRing | null): EndResponse {
  const knownAt = stay.end.knownAt;
  const minutes = (from: EpochMs | null, to: EpochMs | null | undefined): number | null =>
    from === null || to === null || to === undefined ? null : Math.max(0, to - from) / MINUTE;
  const raisedAt = ring?.at ?? null;
  return {
    ...linkOf(stay, endAt),
    alertId: ring?.alertId ?? null,
    toKnown: minutes(endAt, knownAt),
    toRaised: minutes(knownAt, raisedAt),
    toAcknowledged: minutes(raisedAt, ring?.answeredAt),
    total: minutes(endAt, ring?.answeredAt),
  };
}

/** Reminders of examinations that were overdue, and how long until one was charted. */
export function overdueOf(
  stays: readonly ReviewStay[],
  alerts: readonly AnsweredAlert[],
  about: { readonly patientDays: number; readonly now: EpochMs },
): ResponseReview['overdueExaminations'] {
  const reminders = alerts.filter(({ kind }) => kind === 'examination-overdue');
  const examined = reminders.map(({ stay, raisedAt }) => examinedAfter(stay, raisedAt));
  const waited = reminders.flatMap(({ raisedAt }, i) => {
    const at = examined[i] ?? null;
    return at === null ? [] : [Math.max(0, at - raisedAt) / MINUTE];
  });
  // Those of the last hour may still be examined within it.
  const old = reminders.filter(
    ({ raisedAt }, i) => (examined[i] ?? null) !== null || about.now - raisedAt >= HOUR,
  ).length;
  const once = onceEach(reminders);
  return {
    reminders: reminders.length,
    per100PatientDays: ratio(100 * reminders.length, about.patientDays),
    minutesUntilExamined: spreadOf(waited),
    stays: shareOf(new Set(reminders.map(({ stay }) => stay)).size, stays.length),
    within60: shareOf(waited.filter((minutes) => minutes <= 60).length, old, once),
    neverExamined: shareOf(reminders.length - waited.length, reminders.length, once),
  };
}

/** When the first examination took place that was charted after a moment; null for none. */
function examinedAfter(stay: ReviewStay, moment: EpochMs): EpochMs | null {
  let first: EpochMs | null = null;
  for (const { at, knownAt } of stay.assessments) {
    if (knownAt > moment && (first === null || at < first)) first = at;
  }
  return first;
}
