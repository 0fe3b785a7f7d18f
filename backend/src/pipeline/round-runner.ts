import { loadStates } from './load-states.ts';
import { messagesOf } from './messages-out.ts';
import type { LocationRecord } from '@endwatch/clinical';
import { describePlaces, type LocationDirectory } from '../domain/board/placement.ts';
import type { PatientState } from '../domain/patient-state/patient-state.ts';
import { decideRound, RefusedByStore, rejectionsOf, type RoundRequest } from './decide-round.ts';
import { withoutRefused, type Trial } from './find-refused.ts';
import { PatientCache } from './patient-cache.ts';
import type { RoundContext } from './patient-round.ts';
import type { PipelinePorts, PipelineSettings } from './pipeline-settings.ts';
import type { BatchEffects, CommitOutcome } from './ports.ts';
import { countEffects, NO_MESSAGES, type RoundStats } from './round-stats.ts';
import { routeRecords } from './route-records.ts';

export interface RoundResult {
  readonly outcome: 'committed' | 'fenced';
  readonly states: ReadonlyMap<string, PatientState>;
  /** Patients whose processing failed, with why. */
  readonly failed: ReadonlyMap<string, unknown>;
}

interface Attempt {
  readonly effects: BatchEffects;
  readonly states: ReadonlyMap<string, PatientState>;
  /** Everybody who was looked at. */
  readonly involved: readonly string[];
  readonly placesChanged: readonly LocationRecord[];
  readonly failures: ReadonlyMap<string, unknown>;
  readonly deferred: number;
}

/** One round from loaded states to a durable commit: decided again when somebody else moved a patient, without whoever cannot be processed. */
export class RoundRunner {
  readonly ports: PipelinePorts;
  readonly settings: PipelineSettings;
  readonly cache: PatientCache;
  private readonly onRound: (stats: RoundStats) => void;
  private directory: LocationDirectory | null = null;

  constructor(
    ports: PipelinePorts,
    settings: PipelineSettings,
    onRound: (stats: RoundStats) => void,
  ) {
    this.ports = ports;
    this.settings = settings;
    this.onRound = onRound;
    this.cache = new PatientCache(settings.cacheFacts);
  }

  /** Rejects when the store cannot be reached or others keep moving the same patients: nothing of the round is then written. */
  async run(asked: RoundRequest): Promise<RoundResult> {
    const failed = new Map<string, unknown>();
    let request = asked;
    for (let tries = 1; tries <= this.settings.staleTries; tries += 1) {
      const attempt = await this.attempt(request, failed);
      const outcome = await this.commit(attempt);
      request.stages.lap('commit');
      if (outcome.outcome === 'stale') {
        this.forget(outcome.patientIds, outcome.directory);
        continue;
      }
      if (outcome.outcome === 'refused') {
        const error = new RefusedByStore(outcome.reason);
        const about = { failed, error, trial: this.trial(failed) };
        request = await withoutRefused(request, attempt.effects, about);
        request.stages.lap('commit');
        continue;
      }
      this.onRound({
        ...{ id: request.mark.id, trigger: request.trigger, outcome: outcome.outcome, tries },
        ...request.counts,
        ...countEffects(attempt.effects.patients, attempt.effects.rejections),
        failed: failed.size,
        deferred: attempt.deferred,
        stages: request.stages.times,
      });
      if (outcome.outcome === 'fenced') {
        this.forget(attempt.involved, false);
        return { outcome: 'fenced', states: new Map(), failed };
      }
      for (const state of attempt.states.values()) this.cache.put(state);
      if (attempt.placesChanged.length > 0) await this.replaceOthers(request, attempt);
      return { outcome: 'committed', states: attempt.states, failed };
    }
    throw new Error('others keep changing the same patients: try again later');
  }

  private trial(failed: ReadonlyMap<string, unknown>): Trial {
    const { store } = this.ports;
    return {
      refuses: async (effects) =>
        (await store.rehearse(this.withMessages(effects))).outcome === 'refused',
      decide: async (part) => (await this.decide(part, failed)).effects,
    };
  }

  /** Decides everything; whoever fails is left out and the rest decided again. `failed` grows. */
  private async attempt(request: RoundRequest, failed: Map<string, unknown>): Promise<Attempt> {
    for (;;) {
      const attempt = await this.decide(request, failed);
      if (attempt.failures.size === 0) return attempt;
      for (const [patientId, error] of attempt.failures) {
        failed.set(patientId, error);
        this.cache.drop(patientId);
      }
    }
  }

  private async decide(
    request: RoundRequest,
    failed: ReadonlyMap<string, unknown>,
  ): Promise<Attempt> {
    const { ports, settings } = this;
    this.directory ??= await ports.store.locationDirectory();
    const places = describePlaces(this.directory, request.locations);
    const directory = places?.directory ?? this.directory;
    const placesChanged = places?.changed ?? [];
    const moved = await this.patientsAt(placesChanged);
    const states = new Map<string, PatientState>();
    const records = new Map([...request.records].filter(([id]) => !failed.has(id)));
    const routed = await routeRecords(
      {
        ...request,
        records,
        touched: [...request.touched, ...moved].filter((id) => !failed.has(id)),
      },
      (ids, whole) => loadStates(this, states, { ids, records: whole === true ? null : records }),
    );
    const tasks = routed.tasks.filter(({ patientId }) => !failed.has(patientId));
    request.stages.lap('load');
    const context: RoundContext = { ports, settings, directory, now: ports.clock.now() };
    const decided = await decideRound(context, { request, tasks, states });
    return {
      failures: decided.failures,
      deferred: decided.deferred,
      placesChanged,
      states: new Map([...decided.closed].map(([id, { state }]) => [id, state])),
      involved: tasks.map(({ patientId }) => patientId),
      effects: {
        knownAt: context.now,
        offsets: request.offsets,
        messageIds: request.messageIds,
        patients: [...decided.closed.values()].flatMap(({ effects }) => effects ?? []),
        locations: placesChanged,
        expectedDirectoryVersion: this.directory.version,
        round: request.mark,
        rejections: [
          ...request.rejections,
          ...rejectionsOf(request, {
            conflicts: routed.conflicts,
            contradicted: decided.contradicted,
            failed,
          }),
        ],
      },
    };
  }

  private async commit(attempt: Attempt): Promise<CommitOutcome> {
    const { effects } = attempt;
    const nothing =
      effects.offsets.length === 0 &&
      effects.patients.length === 0 &&
      effects.locations.length === 0 &&
      effects.rejections.length === 0;
    if (nothing) return { outcome: 'committed' };
    try {
      return await this.ports.store.commit(this.withMessages(effects));
    } catch (error) {
      // Whether it was written is not known: what is in memory may be behind or ahead.
      this.forget(attempt.involved, true);
      throw error;
    }
  }

  private withMessages(effects: BatchEffects): BatchEffects {
    const about = { prefix: this.settings.topicPrefix, ids: this.ports.ids };
    return { ...effects, messages: messagesOf(effects, about) };
  }

  /** A patient may have come to one of these places while they were being described. */
  private async replaceOthers(request: RoundRequest, attempt: Attempt): Promise<void> {
    this.directory = null;
    const now = await this.patientsAt(attempt.placesChanged);
    const others = now.filter((id) => !attempt.involved.includes(id));
    if (others.length === 0) return;
    await this.run({
      ...request,
      ...{ trigger: 'location', records: new Map(), touched: others, locations: [] },
      ...{ offsets: [], messageIds: [], rejections: [], counts: NO_MESSAGES },
      stages: request.stages.afresh(),
    });
  }

  private async patientsAt(places: readonly LocationRecord[]): Promise<readonly string[]> {
    if (places.length === 0) return [];
    return this.ports.store.patientsAt(places.map(({ locationId }) => locationId));
  }

  private forget(patientIds: readonly string[], directory: boolean): void {
    for (const id of patientIds) this.cache.drop(id);
    if (directory) this.directory = null;
  }
}
