import { MessageDecoder, type Decoded, type Origin } from '../../pipeline/ports.ts';
import { Decoding } from '../decoding.ts';
import type { FhirDecoder } from '../fhir-decoder.ts';
import { DEFAULT_MAX_BYTES, type ResourcePart } from '../message.ts';
import { References } from '../references.ts';
import { keyMismatch } from '../record-head.ts';
import type { JsonObject } from '../unproven.ts';
import { adtResources, isUsedAdt, mergeResources } from './adt-resources.ts';
import { readEr7, type Er7Message } from './er7.ts';
import {
  groupsOf,
  isMerge,
  kindOf,
  patientIdIn,
  patientsIn,
  type MessageKind,
  type PatientGroup,
} from './hl7-groups.ts';
import { hl7Words } from './hl7-words.ts';
import { oruResources } from './oru-resources.ts';
import type { LocalCodes } from './result-value.ts';

/** `content-type` of a record whose value is an HL7 v2 message. */
export const ER7_CONTENT_TYPE = 'x-application/hl7-v2+er7';

/**
 * HL7 v2 in ER7: a message becomes FHIR resources, which are read like any others, so that a unit, a plausibility limit or a correction means
 * the same whichever way it came.
 */
export class Hl7Decoder extends MessageDecoder {
  readonly #fhir: FhirDecoder;
  readonly #localCodes: LocalCodes;

  constructor(fhir: FhirDecoder, localCodes: LocalCodes = new Map()) {
    super();
    this.#fhir = fhir;
    this.#localCodes = localCodes;
  }

  decode(value: Buffer, origin: Origin): Decoded | Promise<Decoded> {
    const decoding = new Decoding();
    if (value.length > DEFAULT_MAX_BYTES) {
      const detail = `${String(value.length)} bytes, allowed are ${String(DEFAULT_MAX_BYTES)}`;
      decoding.reject('too-large', detail);
      return decoding.result();
    }
    const messages = readEr7(value);
    if ('code' in messages) {
      decoding.reject(messages.code, messages.detail);
      return decoding.result();
    }
    const resources = messages.flatMap((message) => this.#resourcesOf(message, origin, decoding));
    const decoded = this.#fhir.readParts(
      { parts: resources.map(partOf), references: new References([]) },
      origin,
      decoding,
    );
    return decoded instanceof Promise ? decoded.then(inHl7Words) : inHl7Words(decoded);
  }

  #resourcesOf(message: Er7Message, origin: Origin, decoding: Decoding): readonly JsonObject[] {
    const kind = kindOf(message);
    if (!isUsed(kind)) {
      decoding.ignore(nameOf(kind));
      return [];
    }
    const groups = groupsOf(message);
    if (groups.length === 0) decoding.reject('no-patient', 'the message has no PID');
    const elsewhere = new Set(patientsIn(message));
    return groups.flatMap((group) => this.#ofGroup({ kind, group, elsewhere }, origin, decoding));
  }

  #ofGroup(
    { kind, group, elsewhere }: GroupInHand,
    { key }: Origin,
    decoding: Decoding,
  ): readonly JsonObject[] {
    const patientId = patientIdIn(group.pid, 3);
    if (patientId === null) {
      const given = group.pid.text(3) === null ? 'is missing' : 'cannot be an id';
      decoding.reject('no-patient', `PID-3 ${given}`);
      return [];
    }
    const mine = key === null || key === patientId;
    const inHand = { kind, group, patientId, localCodes: this.#localCodes };
    const merged = mergeResources(inHand).flatMap(([id, resource]) =>
      key === null || key === id ? [resource] : [],
    );
    // A message about several patients lies under the key of each.
    if (!mine && elsewhere.has(key)) return merged;
    if (!mine) {
      decoding.concerns(patientId);
      decoding.reject('key-mismatch', `${keyMismatch(key, patientId)} in PID-3`);
      return [];
    }
    if (kind.type === 'ORU') return oruResources(inHand, decoding);
    return [...adtResources(inHand), ...merged];
  }
}

interface GroupInHand {
  readonly kind: MessageKind;
  readonly group: PatientGroup;
  readonly elsewhere: ReadonlySet<string>;
}

export function isUsed(kind: MessageKind): boolean {
  if (kind.type === 'ORU') return true;
  return kind.type === 'ADT' && (isUsedAdt(kind) || isMerge(kind));
}

/** Types of messages have an end; what a sender makes of them may not. */
export function nameOf({ type, event }: MessageKind): string {
  const known = /^[A-Z]{3}$/.test(type) && /^[A-Z]\d{2}$/.test(event);
  return known ? `${type}^${event}` : 'HL7:other';
}

function partOf(resource: JsonObject): ResourcePart {
  return { resource, type: String(resource['resourceType']), fullUrl: null };
}

function inHl7Words(decoded: Decoded): Decoded {
  return {
    ...decoded,
    rejections: decoded.rejections.map((each) => ({ ...each, detail: hl7Words(each.detail) })),
  };
}
