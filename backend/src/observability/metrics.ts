import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** A record may have waited for an outage to end. */
const LONG_SECONDS = [...SECONDS, 30, 60, 300, 900, 3_600];

/** Labels and the value now. */
export type Reading = readonly [labels: Readonly<Record<string, string>>, value: number];

/** Everything `/metrics` shows, by its Prometheus name. No label is a patient's, a ward's or comes from a message: their number is bounded. */
export class Metrics {
  readonly registry = new Registry();
  readonly messages = this.#counter('messages_total', 'Messages taken from the log', ['stream']);
  readonly repeated = this.#counter('messages_repeated_total', 'Messages that were taken before');
  readonly rejections = this.#counter('rejections_total', 'Rejections by reason', ['code']);
  readonly ignored = this.#counter('ignored_total', 'What is not used, by resource type', ['type']);
  readonly scores = this.#counter('scores_total', 'Scores computed');
  readonly alerts = this.#counter('alert_transitions_total', 'Alerts that moved', ['kind', 'to']);
  readonly rounds = this.#counter('rounds_total', 'Rounds by trigger and outcome', [
    'trigger',
    'outcome',
  ]);
  readonly retries = this.#counter(
    'commit_retries_total',
    'Rounds decided again because somebody else had moved a patient',
  );
  readonly failedPatients = this.#counter(
    'patients_failed_total',
    'Patients that a round had to leave out: a bug',
  );
  readonly deferredPatients = this.#counter(
    'patients_deferred_total',
    'Patients whose further values were kept and judged some seconds later',
  );
  readonly stage = this.#histogram('batch_stage_seconds', 'Time of each stage of a round', {
    labelNames: ['stage'],
    buckets: SECONDS,
  });
  readonly deliveries = this.#counter(
    'deliveries_total',
    'Notices to phones, pagers and mail, by what became of the attempt',
    ['channel', 'state'],
  );
  readonly unreached = this.#counter(
    'people_unreached_total',
    'Notices for somebody whom no way reached',
  );
  readonly messagesOut = this.#counter('messages_out_total', 'Messages published', ['stream']);
  readonly pushed = this.#counter('board_events_sent_total', 'Board events sent, each once');
  readonly push = this.#histogram('push_seconds', 'From the commit to the sockets', {
    labelNames: [],
    buckets: SECONDS,
  });
  readonly recordToPush = this.#histogram(
    'record_to_push_seconds',
    'From the log taking a record to the sockets',
    { labelNames: [], buckets: LONG_SECONDS },
  );
  readonly joins = this.#counter(
    'joins_total',
    'Viewers who joined: first time, with a gap of events, with a gap answered by a snapshot, refused',
    ['answer'],
  );
  readonly gapEvents = this.#counter('gap_events_total', 'Events sent again to fill gaps');
  readonly openAlerts = this.#gauge('alerts_open', 'Alerts not resolved, in the whole hospital', [
    'kind',
    'state',
  ]);
  readonly outboxWaiting = this.#gauge('outbox_messages', 'Messages out that wait to be published');
  readonly outboxAge = this.#gauge('outbox_oldest_seconds', 'Age of the oldest of them');
  #ignoredTypes = new Set<string>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A gauge that is read whenever somebody scrapes. */
  watch(
    name: string,
    help: string,
    read: () => Iterable<Reading>,
    labelNames: string[] = [],
  ): void {
    new Gauge({
      ...{ name: `endwatch_${name}`, help, labelNames, registers: [this.registry] },
      collect() {
        this.reset();
        for (const [labels, value] of read()) this.set(labels, value);
      },
    });
  }

  /** Types come from outside: a sender that makes up its own does not fill the memory. */
  countIgnored(type: string, count: number): void {
    if (this.#ignoredTypes.size < 100) this.#ignoredTypes.add(type);
    this.ignored.inc({ type: this.#ignoredTypes.has(type) ? type : 'other' }, count);
  }

  #counter<T extends string>(name: string, help: string, labelNames: T[] = []): Counter<T> {
    return new Counter({ name: `endwatch_${name}`, help, labelNames, registers: [this.registry] });
  }

  #gauge<T extends string>(name: string, help: string, labelNames: T[] = []): Gauge<T> {
    return new Gauge({ name: `endwatch_${name}`, help, labelNames, registers: [this.registry] });
  }

  #histogram<T extends string>(
    name: string,
    help: string,
    shape: { labelNames: T[]; buckets: number[] },
  ): Histogram<T> {
    return new Histogram({ name: `endwatch_${name}`, help, ...shape, registers: [this.registry] });
  }
}
