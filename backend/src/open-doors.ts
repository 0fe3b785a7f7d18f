import type { Environment } from './config/environment.ts';
import { FhirDoorSplitter } from './ingest/fhir-door-splitter.ts';
import { Hl7DoorSplitter } from './ingest/hl7v2/hl7-door-splitter.ts';
import { MllpListener } from './mllp/mllp-listener.ts';
import type { Metrics } from './observability/metrics.ts';
import { observeDoor } from './observability/observe-round.ts';
import type { EventLog } from './pipeline/event-log.ts';
import { FrontDoor } from './pipeline/front-door.ts';
import type { LogTopics } from './pipeline/log-topics.ts';
import type { Log } from './pipeline/log.ts';
import { messagesOf } from './pipeline/messages-out.ts';
import type { Clock, Ids, MessageDecoder, PatientStore } from './pipeline/ports.ts';

export interface DoorParts {
  readonly eventLog: EventLog;
  readonly topics: LogTopics;
  readonly store: PatientStore;
  readonly decoder: MessageDecoder;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

export interface Doors {
  /** `POST /fhir`. */
  readonly door: FrontDoor;
  /** HL7 v2, where a port is named and this process serves. */
  readonly mllp: MllpListener | null;
}

/** Ways in other than the log itself: each appends to it before it says that it has taken anything. */
export function doorsOf({ topicPrefix, mllp, roles }: Environment, parts: DoorParts): Doors {
  const { eventLog, topics, store, clock, log } = parts;
  const out = { prefix: topicPrefix, ids: parts.ids };
  const common = {
    ...{ eventLog, topics, store, onReceived: observeDoor(parts.metrics) },
    deadLetters: (rejections: Parameters<typeof messagesOf>[0]['rejections']) =>
      messagesOf({ patients: [], rejections, knownAt: clock.now() }, out),
  };
  const hl7 = new FrontDoor({
    ...common,
    door: 'mllp',
    splitter: new Hl7DoorSplitter(topicPrefix),
  });
  return {
    door: new FrontDoor({
      ...common,
      door: 'http',
      splitter: new FhirDoorSplitter(parts.decoder, topicPrefix),
    }),
    mllp: mllp && roles.gateway ? new MllpListener(mllp, { door: hl7, clock, log }) : null,
  };
}
