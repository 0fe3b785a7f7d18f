import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Everything `/metrics` shows, by its Prometheus name. */
export class Metrics {
  readonly registry = new Registry();
  readonly messages = this.#counter('endwatch_messages_total', 'Messages taken from the log', []);
  readonly rejections = this.#counter('endwatch_rejections_total', 'Rejections by reason', [
    'code',
  ]);
  readonly ignored = this.#counter('endwatch_ignored_total', 'What is not used, by type', ['type']);
  readonly scores = this.#counter('endwatch_scores_total', 'Scores computed', []);
  readonly alerts = this.#counter(
    'endwatch_alert_transitions_total',
    'Alerts raised and resolved',
    ['to'],
  );
  readonly batches = this.#counter('endwatch_rounds_total', 'Rounds by trigger and outcome', [
    'trigger',
    'outcome',
  ]);
  readonly stage = new Histogram({
    name: 'endwatch_batch_stage_seconds',
    help: 'Time of each stage of a batch',
    labelNames: ['stage'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly lag = new Gauge({
    name: 'endwatch_lag_seconds',
    help: 'How far this process is behind the log',
    registers: [this.registry],
  });
  readonly viewers = new Gauge({
    name: 'endwatch_viewers',
    help: 'Live viewers of this process',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  #counter<T extends string>(name: string, help: string, labelNames: T[]): Counter<T> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }
}
