import { HOUR, MINUTE } from '@endwatch/clinical';
import type { Rng } from '@endwatch/simulation';
import type { FhirResource, Observation } from 'fhir/r4.js';
import { iso } from './fhir-meta.ts';
import type { Message } from './message.ts';

/** Shares of messages that reach us otherwise than they should. */
export interface DisturbanceRates {
  /** Never sent. */
  readonly missing: number;
  /** Sent 1–6 h late. */
  readonly late: number;
  /** Held back up to 10 min, so that later ones overtake it. */
  readonly disordered: number;
  /** Sent once more within an hour, with the same id. */
  readonly repeated: number;
  /** Sent once more with another message id: only the resource tells that it is the same. */
  readonly resent: number;
  /** A laboratory value corrected 1–4 h later. */
  readonly corrected: number;
  /** An observation taken back 10–90 min later. */
  readonly retracted: number;
  /** A vital sign no body can have (a lead off, a cuff off, 0 °F). */
  readonly impossible: number;
}

/** The rates of the simulated ward. */
export const USUAL_DISTURBANCE: DisturbanceRates = {
  missing: 0.005,
  late: 0.015,
  disordered: 0.03,
  repeated: 0.02,
  resent: 0.005,
  corrected: 0.004,
  retracted: 0.001,
  impossible: 0.001,
};

export const NO_DISTURBANCE: DisturbanceRates = {
  missing: 0,
  late: 0,
  disordered: 0,
  repeated: 0,
  resent: 0,
  corrected: 0,
  retracted: 0,
  impossible: 0,
};

/** What would leave nothing to disturb: the admission itself, and its end. */
function isProtected(message: Message): boolean {
  return message.stream === 'adt';
}

function nextVersion(resource: Observation, at: number): Observation {
  const versionId = String(Number(resource.meta?.versionId ?? '1') + 1);
  return {
    ...resource,
    meta: { ...resource.meta, versionId, lastUpdated: iso(at) },
    issued: iso(at),
  };
}

function corrected(resource: Observation, at: number): Observation {
  const next = { ...nextVersion(resource, at), status: 'corrected' as const };
  const quantity = resource.valueQuantity;
  if (quantity?.value === undefined) return next;
  return {
    ...next,
    valueQuantity: { ...quantity, value: Number((quantity.value * 0.8).toPrecision(3)) },
  };
}

const isObservation = (resource: FhirResource): resource is Observation =>
  resource.resourceType === 'Observation';

/** A message that says something new of one resource of `message`. */
function followedBy(
  message: Message,
  what: { readonly name: string; readonly at: number; readonly make: typeof corrected },
): Message[] {
  const resource = message.resources.find(isObservation);
  if (resource === undefined) return [];
  const resources = [what.make(resource, what.at)];
  return [{ ...message, id: `${message.id}:${what.name}`, sendAt: what.at, resources }];
}

const IMPOSSIBLE: Readonly<Record<string, number>> = { '8867-4': 0, '9279-1': 0, '8310-5': -17.8 };

function withImpossibleValue(message: Message): Message {
  const resources = message.resources.map((resource): FhirResource => {
    if (!isObservation(resource) || resource.valueQuantity === undefined) return resource;
    const value = IMPOSSIBLE[resource.code.coding?.[0]?.code ?? ''];
    if (value === undefined) return resource;
    const fahrenheit = resource.valueQuantity.code === '[degF]';
    return {
      ...resource,
      valueQuantity: { ...resource.valueQuantity, value: fahrenheit ? 0 : value },
    };
  });
  return { ...message, resources };
}

function sendAgain(message: Message, rng: Rng, rates: DisturbanceRates): Message[] {
  const { sendAt } = message;
  const again: Message[] = [];
  if (rng.chance(rates.repeated)) {
    again.push({ ...message, sendAt: sendAt + rng.between(1, 60) * MINUTE });
  }
  if (rng.chance(rates.resent)) {
    again.push({
      ...message,
      id: `${message.id}:resent`,
      sendAt: sendAt + rng.between(1, 60) * MINUTE,
    });
  }
  if (message.stream === 'labs' && rng.chance(rates.corrected)) {
    const at = sendAt + rng.between(1, 4) * HOUR;
    again.push(...followedBy(message, { name: 'corrected', at, make: corrected }));
  }
  if (rng.chance(rates.retracted)) {
    const at = sendAt + rng.between(10, 90) * MINUTE;
    const make = (resource: Observation): Observation => ({
      ...nextVersion(resource, at),
      status: 'entered-in-error',
    });
    again.push(...followedBy(message, { name: 'retracted', at, make }));
  }
  return again;
}

function disturbed(message: Message, rng: Rng, rates: DisturbanceRates): Message[] {
  if (rng.chance(rates.missing)) return [];
  const late = rng.chance(rates.late) ? rng.between(1, 6) * HOUR : 0;
  const held = rng.chance(rates.disordered) ? rng.between(1, 10) * MINUTE : 0;
  const impossible = message.stream === 'vitals' && rng.chance(rates.impossible);
  const said = impossible ? withImpossibleValue(message) : message;
  const first = { ...said, sendAt: Math.round(message.sendAt + late + held) };
  return [first, ...sendAgain(first, rng, rates)];
}

/**
 * The same messages as a hospital's network delivers them, by time of sending. What happens to a message depends on the seed and its id only.
 * Admissions, moves and discharges always arrive, once.
 */
export function disturb(
  messages: readonly Message[],
  rng: Rng,
  rates: DisturbanceRates,
): Message[] {
  return messages
    .flatMap((message) =>
      isProtected(message) ? [message] : disturbed(message, rng.fork(message.id), rates),
    )
    .sort((a, b) => a.sendAt - b.sendAt);
}
