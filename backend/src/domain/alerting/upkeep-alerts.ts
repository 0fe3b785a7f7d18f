import type { EpochMs } from '@endwatch/clinical';
import { overdueFrom } from '../examination/examination-rules.ts';
import {
  duration,
  NOTHING,
  type AlertSituation,
  type RuleInput,
  type StreamAge,
  type Verdict,
} from './verdict.ts';

/** An absent score is not a stable score: somebody should look. */
export function overdueVerdict({ policy, situation }: RuleInput): Verdict {
  const { dueAt, lastAt, mostGrace, expected } = situation.examination;
  if (dueAt === null) return { say: 'absent', reason: 'No further examination is due' };
  const from = overdueFrom({ dueAt, mostGrace }, policy.overdueGrace);
  if (situation.now < from) {
    return { say: 'absent', reason: wasExamined(situation) ? 'Examined' : 'Not due yet' };
  }
  if (!situation.judgeAbsence) return NOTHING;
  const held = from + policy.overdueHeldBack;
  if (nothingArrives(situation, dueAt) && situation.now < held) {
    return { say: 'nothing', lookAgainAt: held };
  }
  return {
    say: 'present',
    priority: 'low',
    reason: `${lastAt === null ? 'Not examined since admission, ' : 'Not examined for '}${duration(situation.now - (lastAt ?? situation.admittedAt))} (${expected})`,
    cause: `due|${String(dueAt)}`,
    score: null,
    again: false,
  };
}

/** Not so where another schedule, or an examination charted late, has moved what is due. */
function wasExamined({ alerts, examination: { lastAt } }: AlertSituation): boolean {
  const open = alerts.find(
    ({ kind, state }) => kind === 'examination-overdue' && state !== 'resolved',
  );
  const wasDue = Number(open?.cause.split('|')[1] ?? NaN);
  return lastAt !== null && lastAt >= wasDue;
}

/**
 * Whether the examination may well have been done and only not have come: everything that is expected regularly fell silent before it was due, which
 * the technical alert says already (IEC 60601-1-8: a technical condition goes before what only follows from it).
 */
function nothingArrives({ streams, now }: AlertSituation, dueAt: EpochMs): boolean {
  return (
    streams.length > 0 &&
    streams.every(
      ({ newestAt, staleAt }) =>
        staleAt !== null && staleAt <= now && newestAt !== null && newestAt < dueAt,
    )
  );
}

/** Technical: the values on screen are older than their kind allows. */
export function staleVerdict({ situation }: RuleInput): Verdict {
  const { now } = situation;
  const stale = situation.streams.filter((each) => each.staleAt !== null && each.staleAt <= now);
  const first = stale[0];
  if (first === undefined) return { say: 'absent', reason: 'Values are arriving again' };
  if (!situation.judgeAbsence) return NOTHING;
  return {
    say: 'present',
    priority: 'technical',
    reason: stale.map((each) => staleReason(each, situation.admittedAt, now)).join('; '),
    cause: stale.map((each) => `${each.label}|${String(each.newestAt ?? 'never')}`).join('|'),
    score: null,
    again: false,
  };
}

function staleReason(stream: StreamAge, admittedAt: number, now: number): string {
  const age = duration(now - (stream.newestAt ?? admittedAt));
  return `No ${stream.label} for ${age} (expected ${stream.expected})`;
}
