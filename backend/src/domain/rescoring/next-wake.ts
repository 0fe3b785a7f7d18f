import type { EncounterRecord, EpochMs } from '@endwatch/clinical';
import type { AlertKind } from '../alerting/alert.ts';
import { overdueFrom } from '../examination/examination-rules.ts';
import { earliest, type AlertDecision } from '../alerting/decide-alerts.ts';
import type { AlertPolicy } from '../alerting/alert-policy.ts';
import type { AlertSituation } from '../alerting/verdict.ts';
import type { ForecastSpan } from './forecast-span.ts';
import { nextHour } from './plan-scores.ts';

export interface WakeQuestion {
  readonly now: EpochMs;
  readonly admittedAt: EpochMs;
  readonly span: ForecastSpan;
  readonly situation: AlertSituation;
  readonly decision: AlertDecision;
  readonly policy: AlertPolicy;
  readonly encounters: readonly EncounterRecord[];
}

/**
 * When the clock alone next changes something: the next hour to score (hazard intervals begin on whole hours), the end of the forecast,
 * an examination becoming overdue, values going stale, a risk that has stayed high long enough, a snooze that ends, an encounter that
 * begins or ends. In the past where something waits already; null = nothing will.
 */
export function nextWake(question: WakeQuestion): EpochMs | null {
  const { now, span, situation, decision, policy } = question;
  const { dueAt, mostGrace } = situation.examination;
  const overdueAt = dueAt === null ? null : overdueFrom({ dueAt, mostGrace }, policy.overdueGrace);
  const moments: (EpochMs | null)[] = [
    nextScore(question),
    span.until > now && Number.isFinite(span.until) ? span.until : null,
    overdueAt === null ? null : absenceAt(question, 'examination-overdue', overdueAt),
    ...situation.streams.map((each) =>
      each.staleAt === null ? null : absenceAt(question, 'data-stale', each.staleAt),
    ),
    decision.lookAgainAt,
    nextEncounterChange(question.encounters, now),
  ];
  return moments.reduce(earliest, null);
}

export function nextEncounterChange(
  encounters: readonly EncounterRecord[],
  now: EpochMs,
): EpochMs | null {
  return encounters
    .flatMap(({ start, end }) => [start, ...(end === null ? [] : [end])])
    .filter((at) => at > now)
    .reduce<EpochMs | null>(earliest, null);
}

function nextScore({ admittedAt, span, situation }: WakeQuestion): EpochMs | null {
  if (span.firstChartedAt === null) return null;
  const covered = situation.risk.scores[0]?.asOf ?? span.from - 1;
  const next = nextHour(admittedAt, Math.max(covered, admittedAt - 1));
  return next < span.until ? next : null;
}

/** What has been judged, or is open already, needs no waking for. */
function absenceAt(question: WakeQuestion, kind: AlertKind, at: EpochMs): EpochMs | null {
  const { now, situation, decision } = question;
  if (at > now) return at;
  if (situation.judgeAbsence) return null;
  const isOpen = decision.known.some((one) => one.kind === kind && one.state !== 'resolved');
  return isOpen ? null : at;
}
