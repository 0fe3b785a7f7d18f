import type { ClinicalRecord, LocationRecord } from '@endwatch/clinical';
import type { ContradictedTotal } from '../domain/patient-state/contradicted-totals.ts';
import type { PatientState } from '../domain/patient-state/patient-state.ts';
import { closeRound, type Closed } from './close-round.ts';
import { deferRound } from './defer-round.ts';
import { openRound, type Draft, type PatientTask, type RoundContext } from './patient-round.ts';
import type { BatchEffects, RoundMark, StoredRejection } from './ports.ts';
import type { MessageCounts, StageClock } from './round-stats.ts';
import type { RouteRequest } from './route-records.ts';
import { assertModelAnswers, scoreDrafts } from './score-drafts.ts';
import { Turns } from './turns.ts';

export interface RoundRequest extends RouteRequest {
  readonly locations: readonly LocationRecord[];
  readonly offsets: BatchEffects['offsets'];
  readonly messageIds: BatchEffects['messageIds'];
  readonly rejections: readonly StoredRejection[];
  readonly counts: MessageCounts;
  readonly stages: StageClock;
  readonly mark: RoundMark;
  /** Bytes and origin of a record, to keep with its rejection. */
  readonly reject: (record: ClinicalRecord | LocationRecord, why: Refusal) => StoredRejection;
}

/** The store will not keep what was made of a record; the reason holds no value. */
export class RefusedByStore extends Error {
  override readonly name = 'RefusedByStore';
}

export interface Refusal {
  readonly code: 'internal' | 'merge-conflict' | 'nihss-total-mismatch';
  readonly error: unknown;
  /** Where the code does not say it all. */
  readonly detail?: string;
}

export interface DecidedRound {
  /** By patient. */
  readonly closed: ReadonlyMap<string, Closed>;
  /** Patients whose processing failed, with why: the rest must be decided again without them. */
  readonly failures: ReadonlyMap<string, unknown>;
  /** Patients whose values were kept and are judged later. */
  readonly deferred: number;
  /** Examinations whose parts contradict each other. */
  readonly contradicted: readonly ContradictedTotal[];
}

/** All patients of a round: facts taken in, one forward pass for all, then alerts and tiles. Throws when the model itself is broken. */
export async function decideRound(
  context: RoundContext,
  round: {
    readonly request: Pick<RoundRequest, 'stages'>;
    readonly tasks: readonly PatientTask[];
    readonly states: ReadonlyMap<string, PatientState>;
  },
): Promise<DecidedRound> {
  const { stages } = round.request;
  const { model } = context.ports;
  const failures = new Map<string, unknown>();
  const closed = new Map<string, Closed>();
  const drafts: Draft[] = [];
  const turns = new Turns();
  for (const task of round.tasks) {
    const turn = turns.due();
    if (turn !== null) await turn;
    const state = round.states.get(task.patientId);
    if (state === undefined) continue;
    attemptFor(task.patientId, failures, () => {
      const kept = deferRound(context, state, task);
      if (kept === null) drafts.push(openRound(context, state, task));
      else closed.set(task.patientId, kept);
    });
  }
  const deferred = closed.size;
  stages.lap('decide');
  const { scored, refused } = await scoreDrafts(drafts, model, {
    mostRows: context.settings.scoreRows,
    turns,
  });
  for (const [draft, error] of refused) failures.set(draft.task.patientId, error);
  if (failures.size > 0) assertModelAnswers(model);
  stages.lap('score');
  for (const draft of drafts) {
    const turn = turns.due();
    if (turn !== null) await turn;
    if (refused.has(draft)) continue;
    const { patientId } = draft.task;
    attemptFor(patientId, failures, () =>
      closed.set(patientId, closeRound(context, draft, scored.get(draft) ?? [])),
    );
  }
  stages.lap('decide');
  const contradicted = drafts.flatMap((draft) => draft.contradicted);
  return { closed, failures, deferred, contradicted };
}

/** What a round keeps aside: merges in a circle, totals that are not the sum, and the records of patients that could not be processed. */
export function rejectionsOf(
  request: RoundRequest,
  {
    conflicts,
    contradicted,
    failed,
  }: {
    readonly conflicts: readonly ClinicalRecord[];
    readonly contradicted: readonly ContradictedTotal[];
    readonly failed: ReadonlyMap<string, unknown>;
  },
): readonly StoredRejection[] {
  return [
    ...conflicts.map((record) => request.reject(record, { code: 'merge-conflict', error: null })),
    ...contradicted.map(({ record, detail }) =>
      request.reject(record, { code: 'nihss-total-mismatch', error: null, detail }),
    ),
    ...[...failed].flatMap(([id, error]) =>
      (request.records.get(id) ?? []).map((record) =>
        request.reject(record, { code: 'internal', error }),
      ),
    ),
  ];
}

/** One patient's failure is kept for this patient and stops nobody else. */
function attemptFor(id: string, failures: Map<string, unknown>, act: () => unknown): void {
  try {
    act();
  } catch (error) {
    failures.set(id, error);
  }
}
