import { HOUR, type EpochMs } from '@endwatch/clinical';
import type { FalseAlarm, UnwarnedEnd, Warning } from '@endwatch/contracts';
import { alertYield, fateOfAlert, type AlertedStay } from '@endwatch/statistics';
import { isoTime } from '../../board/iso-time.ts';
import { linkOf } from '../about.ts';
import type { AlertPolicy } from '../../alerting/alert-policy.ts';
import { shareOf, spreadOf } from '../figures.ts';
import { AHEAD_HOURS, alertedStay, forecastEndAtOf, forecastEndOf } from '../follow-up.ts';
import { stoodAt } from '../known-then.ts';
import type { ReviewAlert, ReviewScore, ReviewStay } from '../review-stay.ts';
import { packStay } from '../what-if/pack-cohort.ts';
import { alertPolicyOf, reviewPolicyOf } from '../what-if/policy.ts';
import { simulateAlerts } from '../what-if/simulate-alerts.ts';

/** What the alerts of one stay told before END, by what was known then. */
export interface StayWarning {
  /** Of a stay loaded afterwards: what would have rung. */
  readonly simulated: boolean;
  readonly followUp: AlertedStay;
  readonly unwarned: UnwarnedEnd | null;
  readonly falseAlarms: readonly FalseAlarm[];
}

const EARLY_HOURS = 6;
/** Lower limits of the histogram of lead times, hours. */
const LEADS: readonly number[] = [0, 1, 3, 6, 12, 24, 48, 96];

interface RiskAlert {
  /** Null where it did not really ring. */
  readonly id: string | null;
  readonly kind: FalseAlarm['kind'];
  readonly raisedAt: EpochMs;
}

function wouldHaveRung(stay: ReviewStay, today: AlertPolicy, now: EpochMs): readonly RiskAlert[] {
  const rings = simulateAlerts(
    packStay(stay, now, null),
    alertPolicyOf(reviewPolicyOf(today), today),
  );
  return rings.map(({ at, kind }) => ({ id: null, kind, raisedAt: at }));
}

function isRisk(alert: ReviewAlert): alert is ReviewAlert & RiskAlert {
  return alert.kind === 'risk-high' || alert.kind === 'risk-rising';
}

/** By the alerts that rang; of a stay that was loaded afterwards by those that would have under today's policy. */
export function warningOf(stay: ReviewStay, today: AlertPolicy, now: EpochMs): StayWarning {
  const simulated = stay.loadedAfterwards === true;
  const alerts = simulated ? wouldHaveRung(stay, today, now) : stay.alerts.filter(isRisk);
  const followUp = alertedStay(
    stay,
    alerts.map(({ raisedAt }) => raisedAt),
    now,
  );
  const isFalse = ({ raisedAt }: RiskAlert): boolean =>
    fateOfAlert((raisedAt - stay.admittedAt) / HOUR, followUp, AHEAD_HOURS) === 'not-followed';
  const endAt = forecastEndAtOf(stay);
  const isWarned = alerts.some(({ raisedAt }) => raisedAt < (endAt ?? -Infinity));
  return {
    ...{ simulated, followUp },
    unwarned:
      endAt === null || isWarned ? null : { ...unwarnedEnd(stay, endAt, today.risk.on), simulated },
    falseAlarms: alerts.filter(isFalse).map(({ id, kind, raisedAt }) => ({
      ...linkOf(stay, raisedAt),
      ...{ alertId: id, kind, risk: riskAt(stay, raisedAt), simulated },
    })),
  };
}

function unwarnedEnd(stay: ReviewStay, endAt: EpochMs, on: number): Omit<UnwarnedEnd, 'simulated'> {
  const highest = highestBefore(stay, endAt);
  return {
    ...linkOf(stay, endAt),
    knownAt: isoTime(forecastEndOf(stay).knownAt ?? endAt),
    highest: highest && { risk: highest.next24h, asOf: isoTime(highest.asOf) },
    why: highest === null ? 'no-forecast' : highest.next24h < on ? 'below' : 'no-alert',
  };
}

/** The highest risk that was on the board within the 24 h before END; what was known only afterwards does not count, even of before. */
function highestBefore(stay: ReviewStay, endAt: EpochMs): ReviewScore | null {
  const from = endAt - AHEAD_HOURS * HOUR;
  let highest: ReviewScore | null = null;
  for (const score of stay.scores) {
    const { asOf, knownAt, supersededAt } = score;
    const wasShown = asOf < endAt && knownAt < endAt && (supersededAt ?? Infinity) > from;
    if (!wasShown || asOf < from) continue;
    if (highest === null || score.next24h > highest.next24h) highest = score;
  }
  return highest;
}

/** The risk on the board at a moment. */
function riskAt(stay: ReviewStay, moment: EpochMs): number | null {
  let newest: ReviewScore | null = null;
  for (const score of stay.scores) {
    if (score.asOf > moment || !stoodAt(stay, score, moment)) continue;
    if (newest === null || score.asOf >= newest.asOf) newest = score;
  }
  return newest?.next24h ?? null;
}

/** Of all stays together. */
export function warningsOf(stays: readonly AlertedStay[]): Warning {
  const found = alertYield(stays, AHEAD_HOURS);
  const { ends, warned, leads, alerts, undecided } = found;
  return {
    ends,
    warned: shareOf(warned, ends),
    warnedWithinDay: shareOf(found.warnedLately, ends),
    leadHours: spreadOf(leads),
    atLeast6h: shareOf(leads.filter((lead) => lead >= EARLY_HOURS).length, ends),
    leadHistogram: LEADS.map((fromHours, i) => {
      const toHours = LEADS[i + 1] ?? null;
      const within = leads.filter((lead) => lead >= fromHours && lead < (toHours ?? Infinity));
      return { fromHours, toHours, ends: within.length };
    }),
    ...{ alerts, undecided },
    followed: shareOf(found.followed, alerts - undecided, found.once),
    per100PatientDays: found.per100Days,
  };
}
