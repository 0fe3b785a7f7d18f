import { SECOND, type EpochMs } from '@endwatch/clinical';
import type { Log } from '../pipeline/log.ts';
import type { Clock } from '../pipeline/ports.ts';
import { ServiceStatus, type PipelineStatus } from '../pipeline/read-ports.ts';
import {
  judgeService,
  judgeUnread,
  type ServiceState,
  type StatusReading,
} from '../pipeline/service-state.ts';
import { Repeater } from '../system/repeater.ts';
import { within } from '../system/within.ts';

const READ_EVERY = 2 * SECOND;
const ANSWER_WITHIN = 3 * SECOND;
/** Two readings missed and a margin. */
const UNREAD_AFTER = 6 * SECOND;

interface ServiceWatchParts {
  readonly status: PipelineStatus;
  readonly clock: Clock;
  readonly log: Log;
  /** Null: no test alerts are sent. */
  readonly canary?: { missingSince(): EpochMs | null } | null;
}

/** Reads every few seconds how the product does, and says so at any time, also when nothing can be read any more. */
export class ServiceWatch extends ServiceStatus {
  readonly #clock: Clock;
  readonly #stopwatch: () => number;
  readonly #status: PipelineStatus;
  readonly #canary: ServiceWatchParts['canary'];
  readonly #reader: Repeater;
  #state: ServiceState = { lagSeconds: 0, trouble: null };
  #readAt: number;

  constructor(
    { status, clock, log, canary = null }: ServiceWatchParts,
    stopwatch: () => number = () => performance.now(),
  ) {
    super();
    this.#clock = clock;
    this.#stopwatch = stopwatch;
    this.#readAt = stopwatch();
    this.#status = status;
    this.#canary = canary;
    this.#reader = new Repeater(
      READ_EVERY,
      () => this.#read(),
      (error) => {
        log.warn({ err: error, what: 'service status' }, 'trouble, will be tried again');
      },
    );
  }

  start(): void {
    this.#reader.start();
  }

  stop(): Promise<void> {
    return this.#reader.stop();
  }

  override async look(): Promise<void> {
    // Why nothing can be read is what the database's own part says.
    await this.#read().catch(() => undefined);
  }

  override current(): ServiceState {
    const silence = this.#stopwatch() - this.#readAt;
    if (silence <= UNREAD_AFTER) return this.#withCanary(this.#state);
    const now = this.#clock.now();
    return judgeUnread(now - silence, now);
  }

  /** What keeps everything from coming goes before a test alert that does not come. */
  #withCanary(state: ServiceState): ServiceState {
    if (state.trouble !== null && state.trouble.kind !== 'quiet') return state;
    const since = this.#canary?.missingSince() ?? null;
    return since === null ? state : { ...state, trouble: { kind: 'test-alert-missing', since } };
  }

  async #read(): Promise<void> {
    this.#take(await within(ANSWER_WITHIN, this.#status.read()));
  }

  #take(reading: StatusReading): void {
    const { lagSeconds, trouble } = judgeService(reading);
    const before = this.#state.trouble;
    const now = this.#clock.now();
    this.#readAt = this.#stopwatch();
    if (trouble === null) {
      this.#state = { lagSeconds, trouble };
      return;
    }
    const { kind } = trouble;
    const told = trouble.since + now - reading.now;
    const going = before?.kind === kind && kind !== 'catching-up';
    // Where the reading does not know how long it has been so already, this process does.
    const since = going ? Math.min(told, before.since) : told;
    const lasting = kind === 'quiet' ? 0 : (now - since) / SECOND;
    this.#state = { lagSeconds: Math.max(lagSeconds, lasting), trouble: { kind, since } };
  }
}
