import { HOUR, MINUTE, type EpochMs } from '@endwatch/clinical';
import { isByMachine, type Answered } from '@endwatch/contracts';
import { cameBack } from '../../alerting/come-back.ts';
import { shareOf, spreadOf } from '../figures.ts';
import type { ReviewAlert, ReviewStay } from '../review-stay.ts';

/** One alert and what people did about it. */
export interface AnsweredAlert {
  readonly stay: ReviewStay;
  readonly id: string;
  readonly kind: string;
  readonly technical: boolean;
  /** Where the patient was when it rang. */
  readonly ward: string;
  readonly raisedAt: EpochMs;
  /** When it rang: raised, and again as it got worse or more certain. */
  readonly rings: readonly EpochMs[];
  /** When people took, acknowledged, snoozed or closed it. */
  readonly answers: readonly EpochMs[];
  /** The first time a person took, acknowledged, snoozed or closed it; null = nobody did. */
  readonly answeredAt: EpochMs | null;
  /** Null while it is open. */
  readonly overAt: EpochMs | null;
  readonly escalated: boolean;
  readonly repeated: boolean;
}

const BY_PEOPLE: ReadonlySet<string> = new Set(['acknowledged', 'snoozed', 'resolved']);
/** The same kind for the same patient so soon after the last one was over is the same again. */
const SAME_AGAIN = 24 * HOUR;

/** All alerts of a stay, in the order in which they were raised. */
export function answersOf(stay: ReviewStay): readonly AnsweredAlert[] {
  const answers: AnsweredAlert[] = [];
  for (const alert of stay.alerts.toSorted((a, b) => a.raisedAt - b.raisedAt)) {
    const before = answers.findLast(({ kind }) => kind === alert.kind);
    answers.push(answerOf(stay, alert, before));
  }
  return answers;
}

function answerOf(
  stay: ReviewStay,
  alert: ReviewAlert,
  before: AnsweredAlert | undefined,
): AnsweredAlert {
  const { id, kind, raisedAt, transitions } = alert;
  const answers = transitions
    .filter((one) => !isByMachine(one) && BY_PEOPLE.has(one.to))
    .map(({ at }) => at);
  const again = transitions.filter(
    (one) => isByMachine(one) && one.to === 'raised' && one.from !== null && !cameBack(one),
  );
  const over = transitions.findLast(({ to }) => to === 'resolved');
  const lastOver = before?.overAt ?? null;
  return {
    ...{ stay, id, kind, raisedAt, answers },
    rings: [raisedAt, ...again.map(({ at }) => at)],
    technical: alert.priority === 'technical',
    ward: alert.ward ?? stay.ward ?? 'unassigned',
    answeredAt: answers[0] ?? null,
    overAt: over?.at ?? null,
    escalated: transitions.some(({ to }) => to === 'escalated'),
    repeated: again.length > 0 || (lastOver !== null && raisedAt - lastOver < SAME_AGAIN),
  };
}

/** Raised to answered, minutes; null where nobody did. */
export function minutesToAnswer({ raisedAt, answeredAt }: AnsweredAlert): number | null {
  return answeredAt === null ? null : (answeredAt - raisedAt) / MINUTE;
}

/** Whether none of them is of the same stay as another. */
export function onceEach(alerts: readonly AnsweredAlert[]): boolean {
  return new Set(alerts.map(({ stay }) => stay)).size === alerts.length;
}

/** @param now what is open then is open */
export function answeredOf(alerts: readonly AnsweredAlert[], now: EpochMs): Answered {
  const minutes = alerts.flatMap((alert) => minutesToAnswer(alert) ?? []);
  const settled = alerts.filter(({ answeredAt, overAt }) => answeredAt !== null || overAt !== null);
  const once = onceEach(alerts);
  const count = (which: (alert: AnsweredAlert) => boolean): number => alerts.filter(which).length;
  return {
    alerts: alerts.length,
    within5: withinOf(alerts, 5, now),
    within15: withinOf(alerts, 15, now),
    within30: withinOf(alerts, 30, now),
    minutes: spreadOf(minutes),
    escalated: shareOf(
      count(({ escalated }) => escalated),
      alerts.length,
      once,
    ),
    missed: shareOf(settled.length - minutes.length, settled.length, once),
    repeated: shareOf(
      count(({ repeated }) => repeated),
      alerts.length,
      once,
    ),
  };
}

/** Answered within so many minutes, of those that were, or that stayed open so long without it. */
export function withinOf(
  alerts: readonly AnsweredAlert[],
  minutes: number,
  now: EpochMs,
): Answered['within5'] {
  let [answered, waited] = [0, 0];
  for (const alert of alerts) {
    const limit = alert.raisedAt + minutes * MINUTE;
    if (alert.answeredAt !== null && alert.answeredAt <= limit) answered += 1;
    else if ((alert.answeredAt ?? alert.overAt ?? now) > limit) waited += 1;
  }
  return shareOf(answered, answered + waited, onceEach(alerts));
}
