import type { ClinicalRecord, EpochMs, LocationRecord } from '@endwatch/clinical';
import { decodeBatch, nameOf, type DecodedBatch, type Message } from './decode-batch.ts';
import type {
  BatchOutcome,
  LogBatch,
  LogConsumer,
  NextOffset,
  TopicPartition,
} from './event-log.ts';
import type { PipelinePorts, PipelineSettings } from './pipeline-settings.ts';
import type { Origin, StoredRejection } from './ports.ts';
import { RefusedByStore, type Refusal, type RoundRequest } from './decide-round.ts';
import { RoundRunner, type RoundResult } from './round-runner.ts';
import { NO_MESSAGES, StageClock, type RoundStats } from './round-stats.ts';
import type { AlertCommand } from './patient-round.ts';

export interface ProcessorOptions {
  readonly ports: PipelinePorts;
  readonly settings: PipelineSettings;
  /** Called after each round with counts and times. */
  readonly onRound?: (stats: RoundStats) => void;
  /** Told why a record is rejected as `internal`, with the id that its rejection carries. */
  readonly onBug?: (error: unknown, correlationId: string) => void;
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
  private readonly onBug: NonNullable<ProcessorOptions['onBug']>;
  private owned: readonly number[] = [];
  private readonly troubled = new Map<string, EpochMs>();
  private last: Promise<unknown> = Promise.resolve();

  constructor({ ports, settings, onRound, onBug }: ProcessorOptions) {
    this.ports = ports;
    this.onBug = onBug ?? (() => undefined);
    this.settings = settings;
    this.runner = new RoundRunner(ports, settings, onRound ?? (() => undefined));
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
      const stages = new StageClock(() => this.ports.clock.now());
      const decoded = await decodeBatch(batch, {
        decoder: this.ports.decoder,
        door: this.settings.door,
        now: this.ports.clock.now(),
        seenMessages: (ids) => this.ports.store.seenMessages(ids),
      });
      stages.lap('decode');
      const request = requestOf(batch, decoded, { stages, bug: this.bugs() });
      const { outcome } = await this.runner.run(request);
      return outcome;
    });
  }

  /** Looks at patients of the owned partitions whose time has come. Returns how many there were: as many as allowed means there may be more. */
  wake(now: EpochMs): Promise<number> {
    return this.inTurn(async () => {
      for (const [id, until] of this.troubled) if (until <= now) this.troubled.delete(id);
      const limit = this.settings.wakePatients + this.troubled.size;
      const due = await this.ports.store.duePatients(this.owned, now, limit);
      const touched = due.filter((id) => !this.troubled.has(id));
      if (touched.length === 0) return 0;
      const { failed } = await this.runner.run({
        ...this.emptyRequest(),
        trigger: 'clock',
        touched,
      });
      for (const id of failed.keys()) this.troubled.set(id, now + TROUBLED);
      return touched.length;
    });
  }

  /** Applies what somebody asks of an alert, on the state as it is then. Rethrows what the command throws. */
  command(patientId: string, command: AlertCommand): Promise<RoundResult> {
    return this.inTurn(async () => {
      const request = { ...this.emptyRequest(), touched: [patientId], command };
      const result = await this.runner.run({ ...request, trigger: 'command' });
      if (result.failed.has(patientId)) throw result.failed.get(patientId);
      return result;
    });
  }

  private emptyRequest(): Omit<RoundRequest, 'trigger'> {
    return {
      records: new Map(),
      touched: [],
      command: null,
      locations: [],
      offsets: [],
      messageIds: [],
      rejections: [],
      counts: NO_MESSAGES,
      stages: new StageClock(() => this.ports.clock.now()),
      reject: () => {
        throw new RangeError('no message to reject');
      },
    };
  }

  /** Correlation ids of what is rejected as `internal`: the same for the same record, however often the round is decided. */
  private bugs(): Bugs {
    const told = new Set<string>();
    return (error, origin, resource) => {
      const { topic, partition, offset } = origin;
      const place = [topic ?? '', partition ?? '', String(offset ?? ''), resource];
      const id = this.ports.ids.of('bug', ...place);
      if (!told.has(id)) this.onBug(error, id);
      told.add(id);
      return id;
    };
  }

  /** One round at a time: within a process nobody decides on a state that is being written. */
  private inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const turn = this.last.then(act, act);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

type Bugs = (error: unknown, origin: Origin, resource: string) => string;

function requestOf(
  batch: LogBatch,
  decoded: DecodedBatch,
  { stages, bug }: { stages: StageClock; bug: Bugs },
): RoundRequest {
  const records = new Map<string, ClinicalRecord[]>();
  const sources = new Map<ClinicalRecord | LocationRecord, Message>();
  for (const message of decoded.messages) {
    for (const location of message.locations) sources.set(location, message);
    for (const record of message.records) {
      sources.set(record, message);
      const list = records.get(record.patientId);
      if (list === undefined) records.set(record.patientId, [record]);
      else list.push(record);
    }
  }
  return {
    trigger: 'records',
    records,
    touched: [],
    command: null,
    locations: decoded.messages.flatMap((message) => message.locations),
    offsets: batch.slices.map(({ topic, partition, from, to }) => ({ topic, partition, from, to })),
    messageIds: decoded.messageIds,
    rejections: decoded.rejections,
    counts: {
      messages: decoded.messageCount,
      repeated: decoded.repeated,
      ignored: decoded.ignored,
    },
    stages,
    reject: (record, why) => rejectionOf(record, sources.get(record), { why, bug }),
  };
}

function rejectionOf(
  record: ClinicalRecord | LocationRecord,
  message: Message | undefined,
  { why, bug }: { why: Refusal; bug: Bugs },
): StoredRejection {
  if (message === undefined) throw new RangeError('a record came from no message');
  const { value: raw, origin } = message;
  const isPlace = record.type === 'location';
  const resource = isPlace ? `Location/${record.locationId}` : record.resourceKey;
  const patientId = isPlace ? null : record.patientId;
  const detail =
    why.code === 'merge-conflict'
      ? 'link.other: the patient this one is replaced by was itself replaced by this one'
      : `${failureOf(why.error)}: correlation ${bug(why.error, origin, resource)}`;
  return { code: why.code, detail, patientId, resource, raw, origin };
}

/** Other errors' own words may quote a patient. */
function failureOf(error: unknown): string {
  return error instanceof RefusedByStore
    ? `cannot be stored (${error.message})`
    : `processing failed (${nameOf(error)})`;
}
