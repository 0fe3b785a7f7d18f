import type { EpochMs } from '@endwatch/clinical';
import { batchId, requestOf, tracesOf } from './batch-request.ts';
import { correlate } from './correlation.ts';
import { decodeBatch } from './decode-batch.ts';
import type {
  BatchOutcome,
  LogBatch,
  LogConsumer,
  NextOffset,
  TopicPartition,
} from './event-log.ts';
import type { PipelinePorts, PipelineSettings } from './pipeline-settings.ts';
import type { RoundRequest } from './decide-round.ts';
import { RoundRunner, type RoundResult } from './round-runner.ts';
import { NO_MESSAGES, StageClock, type RoundStats } from './round-stats.ts';
import type { AlertCommand, Trigger } from './patient-round.ts';
import type { RoundTrace, Tracing } from './tracing.ts';

export interface ProcessorOptions {
  readonly ports: PipelinePorts;
  readonly settings: PipelineSettings;
  /** Called after each round with counts and times. */
  readonly onRound?: (stats: RoundStats) => void;
  /** Called when a round could not be written; it is offered again. */
  readonly onFailure?: (failure: RoundFailure) => void;
  /** Told why a record is rejected as `internal`, with the id of the round, which its rejection carries. */
  readonly onBug?: (error: unknown, correlationId: string) => void;
  readonly tracing?: Tracing | null;
  /** Milliseconds for measuring; the clock of the ward where none is given. */
  readonly stopwatch?: () => number;
}

export interface RoundFailure {
  readonly id: string;
  readonly trigger: Trigger;
  readonly error: unknown;
}

/** A patient the clock could not process is left alone this long. */
const TROUBLED = 10 * 60_000;

/**
 * The main path: work from the log, the clock and people goes the same way, one round at a time. A round is decided on loaded state and
 * written in one commit; a crash anywhere leaves either all of it or nothing.
 */
export class BatchProcessor implements LogConsumer {
  private readonly ports: PipelinePorts;
  private readonly settings: PipelineSettings;
  private readonly runner: RoundRunner;
  private readonly onFailure: (failure: RoundFailure) => void;
  private readonly onBug: NonNullable<ProcessorOptions['onBug']>;
  private readonly tracing: Tracing | null;
  private readonly stopwatch: () => number;
  private rounds = 0;
  private owned: readonly number[] = [];
  private readonly troubled = new Map<string, EpochMs>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(options: ProcessorOptions) {
    const { ports, settings, onRound } = options;
    this.ports = ports;
    this.settings = settings;
    this.runner = new RoundRunner(ports, settings, onRound ?? (() => undefined));
    this.onFailure = options.onFailure ?? (() => undefined);
    this.onBug = options.onBug ?? (() => undefined);
    this.tracing = options.tracing ?? null;
    this.stopwatch = options.stopwatch ?? (() => ports.clock.now());
  }

  load(partitions: readonly TopicPartition[]): Promise<readonly NextOffset[]> {
    return this.ports.store.nextOffsets(partitions);
  }

  /** Keeps the states of partitions that stay; what another process may write from now on is forgotten. */
  assigned(partitions: readonly number[]): void {
    this.owned = [...partitions];
    const owned = new Set(partitions);
    this.runner.cache.dropWhere((id) => !owned.has(this.ports.partitioner.partitionOf(id)));
  }

  /** Decodes, decides and commits one micro-batch. Rejects when the store cannot be reached: offer the batch again later. */
  handle(batch: LogBatch): Promise<BatchOutcome> {
    return this.inTurn(async () => {
      const id = batchId(batch, this.ports.ids);
      const trace = this.tracing?.begin(batch, id) ?? null;
      try {
        const outcome = await this.take(batch, id, trace);
        trace?.end(outcome);
        return outcome;
      } catch (error) {
        trace?.end('failed');
        throw this.failed({ id, trigger: 'records', error });
      }
    });
  }

  private async take(batch: LogBatch, id: string, trace: RoundTrace | null): Promise<BatchOutcome> {
    const stages = new StageClock(this.stopwatch, trace?.stage);
    const decoded = await decodeBatch(batch, {
      decoder: this.ports.decoder,
      door: this.settings.door,
      now: this.ports.clock.now(),
      roundId: id,
      onBug: this.onBug,
      seenMessages: (ids) => this.ports.store.seenMessages(ids),
    });
    stages.lap('decode');
    const mark = { id, traceparentOf: tracesOf(decoded, trace) };
    const { outcome } = await this.runner.run(
      requestOf(batch, decoded, { stages, mark, onBug: this.onBug }),
    );
    return outcome;
  }

  get wokenAtOnce(): number {
    return this.settings.wakePatients;
  }

  /** Looks at patients of the owned partitions whose time has come. Returns how many there were: {@link wokenAtOnce} means there may be more. */
  wake(now: EpochMs): Promise<number> {
    return this.inTurn(async () => {
      for (const [id, until] of this.troubled) if (until <= now) this.troubled.delete(id);
      const limit = this.settings.wakePatients + this.troubled.size;
      const due = await this.ports.store.duePatients(this.owned, now, limit);
      const touched = due.filter((id) => !this.troubled.has(id));
      if (touched.length === 0) return 0;
      const { failed } = await this.run({ ...this.emptyRequest('clock'), touched });
      for (const id of failed.keys()) this.troubled.set(id, now + TROUBLED);
      return touched.length;
    });
  }

  /** Applies what somebody asks of an alert, on the state as it is then. Rethrows what the command throws. */
  command(patientId: string, command: AlertCommand): Promise<RoundResult> {
    return this.inTurn(async () => {
      const request = { ...this.emptyRequest('command'), touched: [patientId], command };
      const result = await this.run(request);
      if (result.failed.has(patientId)) throw result.failed.get(patientId);
      return result;
    });
  }

  private async run(request: RoundRequest): Promise<RoundResult> {
    try {
      return await this.runner.run(request);
    } catch (error) {
      throw this.failed({ id: request.mark.id, trigger: request.trigger, error });
    }
  }

  private failed(failure: RoundFailure): unknown {
    correlate(failure.error, failure.id);
    this.onFailure(failure);
    return failure.error;
  }

  private emptyRequest(trigger: 'clock' | 'command'): RoundRequest {
    const { clock, ids } = this.ports;
    const id = ids.of('round', trigger, clock.now(), (this.rounds += 1));
    return {
      trigger,
      mark: { id, traceparentOf: () => null },
      records: new Map(),
      touched: [],
      command: null,
      locations: [],
      offsets: [],
      messageIds: [],
      rejections: [],
      counts: NO_MESSAGES,
      stages: new StageClock(this.stopwatch),
      reject: () => {
        throw new RangeError('no message to reject');
      },
    };
  }

  /** One round at a time: within a process nobody decides on a state that is being written. */
  private inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const turn = this.last.then(act, act);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
