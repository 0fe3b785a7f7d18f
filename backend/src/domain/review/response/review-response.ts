import type { EpochMs } from '@endwatch/clinical';
import { ALERT_KINDS, type ResponseReview } from '@endwatch/contracts';
import { ratio } from '@endwatch/statistics';
import { aboutOf } from '../about.ts';
import { endAtOf, stayDays } from '../follow-up.ts';
import { inTurn, inTurns, turnOf, type Pause } from '../pause.ts';
import type { ReviewStay } from '../review-stay.ts';
import type { SiteClock } from '../site-clock.ts';
import { answeredOf, answersOf, type AnsweredAlert } from './answers.ts';
import { RESPONSE_DEFINITIONS } from './definitions.ts';
import { fatigueOf, loadOf, wardShiftsOf } from './load.ts';
import { wardHours } from './presence.ts';
import { reasonsOf } from './reasons.ts';
import { endResponses, overdueOf } from './timeliness.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** 1 = Monday. */
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => day + 1);

export interface ResponseQuestion {
  readonly stays: readonly ReviewStay[];
  readonly now: EpochMs;
  readonly clock: SiteClock;
  readonly pause: Pause;
}

/** How well alerts were answered. */
export async function reviewResponse({
  stays: all,
  now,
  clock,
  pause,
}: ResponseQuestion): Promise<ResponseReview> {
  const stays = all.filter((stay) => stay.loadedAfterwards !== true);
  const alerts = (await inTurns(stays, pause, answersOf)).flat();
  const clinical = alerts.filter(({ technical }) => !technical);
  const patientDays = stays.reduce((sum, stay) => sum + stayDays(stay, now), 0);
  const hours = wardHours(stays, now, clock);
  await turnOf(pause);
  const wall = clinical.map((alert) => ({ alert, ...clock.hourOf(alert.raisedAt) }));
  const [byHour, byWeekday] = [
    Map.groupBy(wall, ({ hour }) => hour),
    Map.groupBy(wall, ({ weekday }) => weekday),
  ];
  const answered = (of: typeof wall = []) =>
    answeredOf(
      of.map(({ alert }) => alert),
      now,
    );
  return {
    ...aboutOf(all, now, { patientDays, definitions: RESPONSE_DEFINITIONS, endAt: endAtOf }),
    timeZone: clock.timeZone,
    overall: answeredOf(clinical, now),
    perPatientDay: ratio(clinical.length, patientDays),
    wardShifts: await inTurn(pause, () => wardShiftsOf(clinical, hours, clock)),
    byKind: await inTurn(pause, () => byKind(alerts, { patientDays, now })),
    byHour: await inTurns(HOURS, pause, (hour) => ({ hour, ...answered(byHour.get(hour)) })),
    byWeekday: await inTurns(WEEKDAYS, pause, (weekday) => ({
      ...{ weekday, ...answered(byWeekday.get(weekday)) },
    })),
    endToAcknowledged: endResponses(stays, clinical),
    overdueExaminations: overdueOf(stays, clinical, { patientDays, now }),
    load: await inTurn(pause, () => loadOf(clinical, hours, clock)),
    fatigue: await inTurn(pause, () => fatigueOf(clinical, now)),
    reasons: await inTurn(pause, () => [...reasonsOf(stays)]),
  };
}

function byKind(
  alerts: readonly AnsweredAlert[],
  { patientDays, now }: { readonly patientDays: number; readonly now: EpochMs },
): ResponseReview['byKind'] {
  const kinds = Map.groupBy(alerts, ({ kind }) => kind);
  return ALERT_KINDS.flatMap((kind) => {
    const of = kinds.get(kind) ?? [];
    return of.length === 0
      ? []
      : [{ kind, perPatientDay: ratio(of.length, patientDays), ...answeredOf(of, now) }];
  });
}
