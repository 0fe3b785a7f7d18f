import { ageLimitOf, HOUR, type ClinicalRecord } from '@endwatch/clinical';
import { applyRecords } from '../domain/patient-state/apply-records.ts';
import { withPackedValues } from '../domain/patient-state/pack-values.ts';
import type { PatientState } from '../domain/patient-state/patient-state.ts';
import { earliest } from '../domain/alerting/decide-alerts.ts';
import type { Closed } from './close-round.ts';
import type { PatientTask, RoundContext } from './patient-round.ts';
import { nextTurn } from './pace.ts';
import { settle } from './settle.ts';

/**
 * Keeps further values of a patient who was judged often just now, and leaves judging them to the next record that may, or to the clock:
 * what comes by the second does not make a score, a tile and messages each. Null where the patient has to be judged now.
 */
export function deferRound(
  context: RoundContext,
  before: PatientState,
  task: PatientTask,
): Closed | null {
  const { standing } = before.facts;
  const { now, settings } = context;
  if (standing === null || !bringsOnlyRecords(task)) return null;
  const judgeAt = nextTurn(settings.pace, standing.judged, now);
  if (judgeAt === null) return null;
  if (!task.records.every((record) => isRoutine(before, record))) return null;
  const { fresh, state } = applyRecords(before, task.records);
  const waiting = settle(context, { ...task, before }, standing.wakeAt);
  // While old records are read, further ones may tell what seems to be absent.
  const later = waiting.since === null ? judgeAt : Math.max(judgeAt, now + settings.settle.quiet);
  const profile = { ...standing.profile, nextWakeAt: earliest(waiting.wakeAt, later) };
  const { version } = before.facts;
  const { row, placement } = standing;
  const kept = state.with({ version: version + 1, waitingSince: waiting.since });
  return {
    state: withPackedValues(kept, settings.pack),
    effects: {
      ...{ patientId: before.patientId, expectedVersion: version, profile, row, placement },
      partition: context.ports.partitioner.partitionOf(before.patientId),
      records: fresh,
      ...{ reportVectors: [], scores: [], superseded: [], alerts: [], transitions: [] },
    },
  };
}

function bringsOnlyRecords({
  trigger,
  absorbed,
  parted,
  mergedInto,
  records,
}: PatientTask): boolean {
  const isAlone = absorbed.length === 0 && parted.length === 0 && mergedInto === null;
  return trigger === 'records' && isAlone && records.length > 0;
}

/**
 * A further value of kinds that are known and not old, later than anything scored: what it says can wait some seconds. What is new, late
 * or corrected cannot.
 */
function isRoutine({ facts, timeline }: PatientState, record: ClinicalRecord): boolean {
  if (record.type !== 'observation' || record.retracted) return false;
  const { effectiveAt } = record.times;
  if (effectiveAt <= (facts.scores[0]?.asOf ?? -Infinity)) return false;
  if (facts.newest.has(record.resourceKey)) return false;
  return record.facts.every((fact) => {
    if (fact.kind !== 'measurement') return false;
    const held = timeline.latest(fact.quantity);
    return held !== null && effectiveAt - held.at <= ageLimitOf(fact.quantity).measured * HOUR;
  });
}
