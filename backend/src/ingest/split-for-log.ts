import type { InboundStream } from '@endwatch/contracts';
import { topicName } from '@endwatch/contracts';
import { quantityOfLoinc } from '@endwatch/clinical';
import type { Observation } from 'fhir/r4.js';
import type { NewLogRecord } from '../pipeline/event-log.ts';
import type { Decoded, MessageDecoder, Origin, Rejection } from '../pipeline/ports.ts';
import { loincCodes } from './coding.ts';
import { DEFAULT_MAX_BYTES, readMessage, type Message, type Part } from './message.ts';
import { observationKind } from './observation.ts';
import { standingAlone } from './standing-alone.ts';
import type { JsonObject, Unproven } from './unproven.ts';

export interface DoorOptions {
  /** Judges each resource as the pipeline will, so that a sender hears at once what is refused. */
  readonly decoder: MessageDecoder;
  readonly topicPrefix: string;
  /** Of the request; default 5 MiB. */
  readonly maxBytes?: number;
  /** The one type that the door takes (`POST /fhir/Observation`); any when absent. */
  readonly onlyType?: string;
}

/** What becomes of one resource: appended, refused with the reasons, or not used by Endwatch. */
export interface DoorEntry {
  /** Bytes of the resource as it stands alone. */
  readonly raw: Buffer;
  /** Null when there is nothing to append. */
  readonly record: NewLogRecord | null;
  /** Why nothing of it is used; to be kept with `raw`. What is wrong with a part of an appended resource the pipeline will note itself. */
  readonly refusals: readonly Rejection[];
  /** What of it is not used, by type; of an appended resource the pipeline will say so itself. */
  readonly ignored: Decoded['ignored'];
}

export interface DoorSplit {
  readonly isBundle: boolean;
  /** One for each entry of the Bundle, in order; one for a single resource. */
  readonly entries: readonly DoorEntry[];
}

/**
 * A request body → what goes to the log: one record for each resource, complete in itself (URNs of the Bundle replaced by ids, the specimen,
 * medication or place it refers to contained in it), on the topic of its stream, keyed by patient. Never rejects for bad data.
 * @param origin of the request: door `http`, no key
 */
export async function splitForLog(
  body: Buffer,
  origin: Origin,
  options: DoorOptions,
): Promise<DoorSplit> {
  const message = readMessage(body, options.maxBytes ?? DEFAULT_MAX_BYTES);
  if ('code' in message) {
    return { isBundle: false, entries: [refused(body, message.code, message.detail)] };
  }
  const entries: DoorEntry[] = [];
  for (const part of message.parts) {
    entries.push(await entryOf(part, message, { origin, options }).catch(tooDeep));
  }
  return { isBundle: message.isBundle, entries };
}

/** The one thing that can go wrong in well-formed JSON: nesting deeper than the stack. */
function tooDeep(): DoorEntry {
  return refused(Buffer.alloc(0), 'not-fhir', 'the resource is nested too deep');
}

interface Door {
  readonly origin: Origin;
  readonly options: DoorOptions;
}

async function entryOf(
  part: Part,
  message: Message,
  { origin, options }: Door,
): Promise<DoorEntry> {
  if ('code' in part) return refused(written(part.given), part.code, part.detail);
  const raw = written(part.resource);
  if (options.onlyType !== undefined && (part.type !== options.onlyType || message.isBundle)) {
    const got = message.isBundle ? 'a Bundle' : part.type;
    return refused(raw, 'not-fhir', `${options.onlyType} is taken here, not ${got}`);
  }
  const alone = message.isBundle ? written(standingAlone(part, message.references)) : raw;
  const { records, locations, rejections, ignored } = await options.decoder.decode(alone, origin);
  const used = records.length > 0 || locations.length > 0;
  if (!used) return { raw: alone, record: null, refusals: rejections, ignored };
  return {
    raw: alone,
    record: {
      topic: topicName(options.topicPrefix, streamOf(part.resource, part.type)),
      key: records[0]?.patientId ?? null,
      value: alone,
      headers: { 'content-type': 'application/fhir+json' },
    },
    refusals: [],
    ignored: {},
  };
}

function written(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function refused(raw: Buffer, code: Rejection['code'], detail: string): DoorEntry {
  return {
    raw,
    record: null,
    refusals: [{ code, detail, patientId: null, resource: null }],
    ignored: {},
  };
}

/** Which topic a resource goes to: for load, not for meaning. */
export function streamOf(resource: JsonObject, type: string): InboundStream {
  if (type === 'DiagnosticReport') return 'reports';
  if (type !== 'Observation') return 'adt';
  const observation = resource as Unproven<Observation>;
  const codes = loincCodes(observation.code);
  if (observationKind(observation, codes) === 'nihss') return 'nihss';
  const streams = codes.map((code) => quantityOfLoinc(code)?.stream);
  return streams.includes('labs') ? 'labs' : 'vitals';
}
