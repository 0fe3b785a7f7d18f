import { randomUUID } from 'node:crypto';
import type { Decoded, Origin } from '../pipeline/ports.ts';
import { MessageDecoder } from '../pipeline/ports.ts';
import { readCondition } from './condition.ts';
import { Decoding, type Entry } from './decoding.ts';
import { readDiagnosticReport } from './diagnostic-report.ts';
import { readEncounter } from './encounter.ts';
import { readLocation } from './location.ts';
import { DEFAULT_MAX_BYTES, readMessage, type Message, type Part } from './message.ts';
import { readObservation } from './observation.ts';
import { readPatient } from './patient.ts';
import { resourceName } from './record-head.ts';
import { SiteTime } from './site-time.ts';
import { readMedicationAdministration, readProcedure } from './treatment.ts';

export interface FhirDecoderOptions {
  /** IANA zone of wall-clock times that come without offset; default UTC. */
  readonly timeZone?: string;
  /** Larger messages are refused; default 5 MiB. */
  readonly maxBytes?: number;
  /** Told of an exception that reading a resource raised, with the id that its rejection carries. */
  readonly onBug?: (error: unknown, correlationId: string) => void;
}

type Reader = (entry: Entry, decoding: Decoding) => void;

/** Every resource type that is understood. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['Observation', readObservation],
  ['DiagnosticReport', readDiagnosticReport],
  ['Encounter', readEncounter],
  ['Patient', readPatient],
  ['Condition', readCondition],
  ['Location', readLocation],
  ['Procedure', readProcedure],
  ['MedicationAdministration', readMedicationAdministration],
]);

/** FHIR R4 JSON, one resource or one Bundle → clinical records. */
export class FhirDecoder extends MessageDecoder {
  private readonly siteTime: SiteTime;
  private readonly maxBytes: number;
  private readonly onBug: NonNullable<FhirDecoderOptions['onBug']>;

  /** @throws RangeError when the time zone is unknown. */
  constructor(options: FhirDecoderOptions = {}) {
    super();
    this.siteTime = new SiteTime(options.timeZone ?? 'UTC');
    this.maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
    this.onBug = options.onBug ?? (() => undefined);
  }

  decode(value: Buffer, origin: Origin): Decoded | Promise<Decoded> {
    const decoding = new Decoding();
    const message = readMessage(value, this.maxBytes);
    if ('code' in message) {
      decoding.reject(message.code, message.detail);
      return decoding.result();
    }
    return this.readParts(message, origin, decoding);
  }

  /** The parts of a message, however they were come by; what they bring is added to the decoding. */
  readParts(
    message: Pick<Message, 'parts' | 'references'>,
    origin: Origin,
    decoding: Decoding,
  ): Decoded | Promise<Decoded> {
    for (const part of message.parts) this.read(part, message, { decoding, origin });
    if (decoding.pending.length === 0) return decoding.result();
    return Promise.all(decoding.pending).then(() => decoding.result());
  }

  private read(
    part: Part,
    message: Pick<Message, 'references'>,
    to: { decoding: Decoding; origin: Origin },
  ): void {
    const { decoding, origin } = to;
    decoding.begin(null);
    if ('code' in part) {
      decoding.reject(part.code, part.detail);
      return;
    }
    const reader = READERS.get(part.type);
    if (reader === undefined) {
      decoding.ignore(part.type);
      return;
    }
    const entry: Entry = {
      resource: part.resource,
      type: part.type,
      name: resourceName(part),
      fullUrl: part.fullUrl,
      references: message.references,
      origin,
      siteTime: this.siteTime,
    };
    decoding.begin(entry.name);
    try {
      reader(entry, decoding);
    } catch (error) {
      decoding.rewind();
      const correlationId = to.origin.correlationId ?? randomUUID();
      decoding.reject('internal', `${part.type} could not be read: correlation ${correlationId}`);
      this.onBug(error, correlationId);
    }
  }
}
