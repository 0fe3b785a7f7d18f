import { DoorSplitter, type DoorSplit } from '../pipeline/front-door.ts';
import type { MessageDecoder, Origin } from '../pipeline/ports.ts';
import { splitForLog } from './split-for-log.ts';

/** {@link splitForLog} behind its port. */
export class FhirDoorSplitter extends DoorSplitter {
  readonly #decoder: MessageDecoder;
  readonly #topicPrefix: string;

  constructor(decoder: MessageDecoder, topicPrefix: string) {
    super();
    this.#decoder = decoder;
    this.#topicPrefix = topicPrefix;
  }

  split(body: Buffer, origin: Origin, onlyType: string | null): Promise<DoorSplit> {
    return splitForLog(body, origin, {
      decoder: this.#decoder,
      topicPrefix: this.#topicPrefix,
      ...(onlyType === null ? {} : { onlyType }),
    });
  }
}
