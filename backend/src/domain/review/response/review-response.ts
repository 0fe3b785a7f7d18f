import type { EpochMs } from '@endwatch/clinical';
import { ALERT_KINDS, type AlertKind, type ResponseReview } from '@endwatch/contracts';
import { ratio } from '@endwatch/statistics';
import { aboutOf } from '../about.ts';
import { stayDays } from '../follow-up.ts';
import type { ReviewStay } from '../review-stay.ts';
import type { SiteClock } from '../site-clock.ts';
import { answeredOf, answersOf, type AnsweredAlert } from './answers.ts';
import { RESPONSE_DEFINITIONS } from './definitions.ts';
import { fatigueOf, loadOf, wardShiftsOf } from './load.ts';
import { wardHours } from './presence.ts';
import { endResponses, overdueOf } from './timeliness.ts';

/** How well alerts were answered. */
export function reviewResponse(
  all: readonly ReviewStay[],
  now: EpochMs,
  clock: SiteClock,
): ResponseReview {
  const stays = all.filter((stay) => stay.loadedAfterwards !== true);
  const alerts = stays.flatMap(answersOf);
  const clinical = alerts.filter(({ technical }) => !technical);
  const patientDays = stays.reduce((sum, stay) => sum + stayDays(stay, now), 0);
  const hours = wardHours(stays, now, clock);
  return {
    ...aboutOf(all, now, { patientDays, definitions: RESPONSE_DEFINITIONS }),
    timeZone: clock.timeZone,
    overall: answeredOf(clinical, now),
    perPatientDay: ratio(clinical.length, patientDays),
    wardShifts: wardShiftsOf(clinical, hours, clock),
    byKind: byKind(alerts, { patientDays, now }),
    byHour: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      ...answeredOf(
        clinical.filter(({ raisedAt }) => clock.hourOf(raisedAt).hour === hour),
        now,
      ),
    })),
    byWeekday: Array.from({ length: 7 }, (_, day) => ({
      weekday: day + 1,
      ...answeredOf(
        clinical.filter(({ raisedAt }) => clock.hourOf(raisedAt).weekday === day + 1),
        now,
      ),
    })),
    endToAcknowledged: endResponses(stays, clinical),
    overdueExaminations: overdueOf(stays, clinical, { patientDays, now }),
    load: loadOf(clinical, hours, clock),
    fatigue: fatigueOf(clinical, now),
  };
}

function byKind(
  alerts: readonly AnsweredAlert[],
  { patientDays, now }: { readonly patientDays: number; readonly now: EpochMs },
): ResponseReview['byKind'] {
  const of = (kind: AlertKind): readonly AnsweredAlert[] =>
    alerts.filter((alert) => alert.kind === kind);
  return ALERT_KINDS.filter((kind) => of(kind).length > 0).map((kind) => ({
    kind,
    perPatientDay: ratio(of(kind).length, patientDays),
    ...answeredOf(of(kind), now),
  }));
}
