import { HOUR, MINUTE, SECOND, type ClinicalRecord, type EpochMs } from '@endwatch/clinical';
import type { BatchOutcome, LogBatch, LogRecord, LogSlice } from '../pipeline/event-log.ts';
import { pipelineSettings, type PipelineSettings } from '../pipeline/pipeline-settings.ts';
import { Ids, Partitioner, type PatientStore } from '../pipeline/ports.ts';
import { BatchProcessor } from '../pipeline/process-batch.ts';
import type { RoundStats } from '../pipeline/round-stats.ts';
import { FakeRiskModel } from './fake-risk-model.ts';
import { FixedClock } from './fixed-clock.ts';
import { InMemoryPatientStore } from './in-memory-patient-store.ts';
import { plainMessage, RecordDecoder, type PlainMessage } from './record-decoder.ts';

class PlainIds extends Ids {
  of(...parts: readonly (string | number)[]): string {
    return parts.join('/');
  }
}

class OnePartition extends Partitioner {
  partitionOf(): number {
    return 0;
  }
}

/** A clock that stands still would hold every further value up. */
const UNPACED: Pick<PipelineSettings, 'pace'> = {
  pace: { burst: Infinity, first: Infinity, every: SECOND },
};

export interface Envelope {
  readonly value: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The pipeline with fakes of its ports, spoken to in records and hours. */
export class PipelineBench {
  readonly clock: FixedClock;
  /** Where everything ends up unless another store was given. */
  readonly memory = new InMemoryPatientStore();
  readonly model = new FakeRiskModel();
  readonly rounds: RoundStats[] = [];
  readonly bugs: { readonly error: unknown; readonly correlationId: string }[] = [];
  processor: BatchProcessor;
  private readonly chosen: Partial<PipelineSettings>;
  private readonly other: PatientStore | null;
  private offset = 0n;

  constructor(
    now: EpochMs,
    chosen: Partial<PipelineSettings> = {},
    other: PatientStore | null = null,
  ) {
    this.clock = new FixedClock(now);
    this.chosen = chosen;
    this.other = other;
    this.processor = this.freshProcessor();
  }

  /** Another process over the same store. */
  freshProcessor(): BatchProcessor {
    const { clock, model } = this;
    const store = this.other ?? this.memory;
    const processor = new BatchProcessor({
      ports: {
        ...{ store, clock, model },
        decoder: new RecordDecoder(),
        ids: new PlainIds(),
        partitioner: new OnePartition(),
      },
      settings: pipelineSettings(model.manifest, {
        ...UNPACED,
        codeVersion: 'test',
        ...this.chosen,
      }),
      onRound: (stats) => this.rounds.push(stats),
      onBug: (error, correlationId) => this.bugs.push({ error, correlationId }),
    });
    processor.assigned([0]);
    return processor;
  }

  /** The process dies and comes back: nothing but the store remains. */
  restart(): void {
    this.processor = this.freshProcessor();
  }

  /** One batch with one message for each record. */
  deliver(...records: readonly ClinicalRecord[]): Promise<BatchOutcome> {
    return this.send(...records.map((record) => ({ value: plainMessage({ records: [record] }) })));
  }

  say(message: PlainMessage): Promise<BatchOutcome> {
    return this.send({ value: plainMessage(message) });
  }

  send(...envelopes: readonly Envelope[]): Promise<BatchOutcome> {
    const batch = this.batchOf(envelopes);
    return this.processor.handle(batch).then((outcome) => {
      const slice = batch.slices[0];
      if (outcome === 'committed' && slice !== undefined) this.offset = slice.to;
      return outcome;
    });
  }

  batchOf(envelopes: readonly Envelope[]): LogBatch {
    const from = this.offset;
    const records = envelopes.map(({ value, headers }, index): LogRecord => ({
      topic: 'endwatch.vitals',
      partition: 0,
      offset: from + BigInt(index),
      key: null,
      value,
      headers: headers ?? {},
      timestamp: this.clock.now(),
    }));
    const to = from + BigInt(records.length);
    const slice: LogSlice = {
      ...{ topic: 'endwatch.vitals', partition: 0, from, to, records },
      highWatermark: to,
    };
    return { slices: [slice] };
  }

  /** Sets the clock and lets it act until it has nothing more to do. */
  async passTo(at: EpochMs): Promise<void> {
    this.clock.set(at);
    while ((await this.processor.wake(at)) > 0) {
      // A patient who is due again at the same moment has been given more to do.
    }
  }

  /** The clock ticks every quarter of an hour, as a running process would. */
  async liveTo(at: EpochMs): Promise<void> {
    for (let next = this.clock.now() + 15 * MINUTE; next < at; next += 15 * MINUTE) {
      await this.passTo(next);
    }
    await this.passTo(at);
  }

  asOfHours(patientId: string, admittedAt: EpochMs): readonly number[] {
    return this.memory
      .scores(patientId)
      .filter(({ supersededAt }) => supersededAt === null)
      .map(({ asOf }) => (asOf - admittedAt) / HOUR);
  }
}
