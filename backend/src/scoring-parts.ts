import { randomUUID } from 'node:crypto';
import { getHeapStatistics } from 'node:v8';
import type { BackgroundWork } from './background-work.ts';
import type { Environment } from './config/environment.ts';
import { FhirDecoder } from './ingest/fhir-decoder.ts';
import { DecoderByContent } from './ingest/decoder-by-content.ts';
import { Hl7Decoder } from './ingest/hl7v2/hl7-decoder.ts';
import type { LocalCodes } from './ingest/hl7v2/result-value.ts';
import {
  observeBacklog,
  observeFailure,
  observeRound,
  observeSent,
} from './observability/observe-round.ts';
import { factsWithin } from './pipeline/patient-cache.ts';
import { pipelineSettings } from './pipeline/pipeline-settings.ts';
import type { MessageDecoder } from './pipeline/ports.ts';
import { BatchProcessor } from './pipeline/process-batch.ts';
import { LagWatch } from './scorer/lag-watch.ts';
import { BackgroundThread } from './scorer/background-thread.ts';
import { Scorer } from './scorer/scorer.ts';
import { shadowOf } from './shadow-parts.ts';
import { upkeepOf } from './upkeep.ts';
import { codeVersion } from './code-version.ts';
import type { Base } from './open-base.ts';

interface Scoring {
  readonly decoder: MessageDecoder;
  readonly processor: BatchProcessor;
  readonly scorer: Scorer;
  readonly lag: LagWatch;
}

/** From records to commits. Commands need the processor in every process; only scorers let the scorer run. */
export function scoringOf(
  environment: Environment,
  base: Base & { readonly localCodes: LocalCodes },
): Scoring {
  const { log, metrics, model } = base;
  const onBug = (error: unknown, correlationId: string): void => {
    log.error({ err: error, correlationId }, 'a record could not be processed');
  };
  const fhir = new FhirDecoder({ timeZone: environment.timeZone, onBug });
  const decoder = new DecoderByContent({ fhir, hl7: new Hl7Decoder(fhir, base.localCodes) });
  const processor = new BatchProcessor({
    ports: { ...base, decoder },
    settings: pipelineSettings(model.manifest, {
      codeVersion: codeVersion(),
      topicPrefix: environment.topicPrefix,
      cacheFacts: factsWithin(getHeapStatistics().heap_size_limit),
      door: environment.kafka ? 'kafka' : 'embedded',
      escalationFor: (ward) => base.site.escalation.of(ward),
      riskLimits: (ward) => base.site.riskLimits.of(ward),
      endDefinitions: () => base.site.end.definitionAt,
      examinations: (ward) => base.site.examinations.of(ward),
      timeZone: environment.timeZone,
    }),
    onRound: observeRound(metrics, log),
    onFailure: observeFailure(metrics, log),
    onBug,
    stopwatch: () => performance.now(),
    tracing: base.tracing,
  });
  const lag = new LagWatch();
  const scorer = new Scorer({
    ...{ ...base, processor, lag, processId: randomUUID() },
    background: backgroundOf(environment, base),
    shadow: shadowOf(base),
    onBacklog: observeBacklog(metrics),
    upkeep: upkeepOf(environment, base),
  });
  return { decoder, processor, scorer, lag };
}

function backgroundOf(
  environment: Environment,
  { databaseUrl, model, metrics, log }: Base,
): BackgroundThread {
  const { kafka, topicPrefix, partitions, retentionDays, logLevel } = environment;
  const { trainedOn, featureSet } = model.manifest;
  const work: BackgroundWork = {
    ...{ databaseUrl, environment: { kafka, topicPrefix, partitions, retentionDays, logLevel } },
    manifest: { trainedOn, featureSet },
  };
  return new BackgroundThread({ work, log, onSent: observeSent(metrics) });
}
