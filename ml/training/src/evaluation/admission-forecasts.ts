import { conditionalRisk } from '@endwatch/statistics';
import { SNAPSHOT_HOUR } from '../settings.ts';
import type { Snapshot } from '../stay-rows.ts';
import type { JudgedStay } from './evaluation-cohort.ts';
import type { Judgement } from './judgement.ts';
import { judgedStayOf } from './judgement.ts';
import type { Judged } from './performance.ts';

/** An admission forecast with the patient it is about. Whoever left before 7 days without END counts as without, as in the paper. */
export interface AdmissionForecast extends Judged {
  readonly stay: JudgedStay;
  readonly snapshot: Snapshot;
  /** What the live model said at the same hour: risk within 24 h and by 7 days. */
  readonly live: { readonly next24h: number; readonly by7d: number };
}

/** Early END of the paper: within so many hours of admission; late: after them, to 7 days. */
export const EARLY_HOURS = 48;

/** Everybody still in follow-up and without END at the hour of the snapshot. */
export function admissionForecasts({ scored }: Judgement): AdmissionForecast[] {
  const live = new Map(
    scored.landmarks
      .filter(({ snapshot }) => snapshot.hour === SNAPSHOT_HOUR)
      .map(({ stay, output }) => [stay, output]),
  );
  return scored.admission.flatMap(({ stay, snapshot, output }): AdmissionForecast[] => {
    const beside = live.get(stay);
    if (snapshot.hour !== SNAPSHOT_HOUR || beside === undefined) return [];
    return [
      {
        p: output,
        y: stay.followUp.event ? 1 : 0,
        oracle: stay.trueHazards && conditionalRisk(stay.trueHazards, SNAPSHOT_HOUR).by168h,
        stay: judgedStayOf(stay),
        snapshot,
        live: { next24h: beside.next24h, by7d: beside.by7d ?? 0 },
      },
    ];
  });
}

const endedBy = ({ stay: { followUp } }: AdmissionForecast, hours: number): boolean =>
  followUp.event && followUp.time <= hours;

/** Early END, or late END, each against those without any by 7 days. */
export function earlyOrNone(forecasts: readonly AdmissionForecast[]): AdmissionForecast[] {
  return forecasts.filter((one) => one.y === 0 || endedBy(one, EARLY_HOURS));
}

export function lateOrNone(forecasts: readonly AdmissionForecast[]): AdmissionForecast[] {
  return forecasts.filter((one) => one.y === 0 || !endedBy(one, EARLY_HOURS));
}
