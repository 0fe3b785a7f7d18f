import type { EpochMs, ObservationFact } from '@endwatch/clinical';
import {
  nihssItemOfLoinc,
  NIHSS_PANEL_LOINC,
  NIHSS_TOTAL_LOINC,
  quantityOfLoinc,
} from '@endwatch/clinical';
import type { Observation, ObservationComponent, Period, Timing } from 'fhir/r4.js';
import { BLOOD_PRESSURE_PANELS } from './blood-pressure.ts';
import { loincCodes } from './coding.ts';
import type { Decoding, Entry } from './decoding.ts';
import { readMeasurements } from './measurement.ts';
import { readNihss } from './nihss.ts';
import type { Notes, ObservationInHand } from './observed-value.ts';
import {
  isNotFuture,
  isRetracted,
  lastUpdatedOf,
  recordHead,
  recordStatus,
  subjectOf,
} from './record-head.ts';
import { referenceIn } from './references.ts';
import { isStripped } from './stripped.ts';
import { asArray, asObject, asText, objectsOf, quoted, type Unproven } from './unproven.ts';

export type ObservationKind = 'measurement' | 'nihss';

function kindOfCodes(codes: readonly string[]): ObservationKind | null {
  for (const code of codes) {
    if (quantityOfLoinc(code) !== null || BLOOD_PRESSURE_PANELS.has(code)) return 'measurement';
    if (code === NIHSS_TOTAL_LOINC || code === NIHSS_PANEL_LOINC) return 'nihss';
    if (nihssItemOfLoinc(code) !== null) return 'nihss';
  }
  return null;
}

/** What an Observation is to Endwatch, by its own LOINC codes or, for panels of other codes, by what its components hold; null when it is not used. */
export function observationKind(
  resource: Unproven<Observation>,
  codes: readonly string[],
): ObservationKind | null {
  const own = kindOfCodes(codes);
  if (own !== null || resource.component === undefined) return own;
  for (const component of objectsOf<ObservationComponent>(resource.component)) {
    const kind = kindOfCodes(loincCodes(component.code));
    if (kind !== null) return kind;
  }
  return null;
}

const COUNTED_CODE = /^[\w.-]{1,20}$/;

/** Under which name an unused Observation is counted: codes of senders must not make counters without end. */
export function ignoredName(codes: readonly string[]): string {
  const code = codes[0];
  return code !== undefined && COUNTED_CODE.test(code)
    ? `Observation:${code}`
    : 'Observation:other';
}

/** Vital signs, laboratory values and NIHSS. */
export function readObservation(entry: Entry, decoding: Decoding): void {
  const observation = entry.resource as Unproven<Observation>;
  const codes = loincCodes(observation.code);
  const kind = observationKind(observation, codes);
  if (kind === null && !isStripped(entry, observation.status, ['code'])) {
    decoding.ignore(ignoredName(codes));
    return;
  }
  const patientId = subjectOf(entry, observation.subject, decoding);
  if (patientId === null) return;
  const retracted = isRetracted(observation.status);
  const effectiveAt = effectiveTime(entry, retracted, decoding);
  if (effectiveAt === null) return;
  const components = objectsOf<ObservationComponent>(observation.component);
  const inHand: ObservationInHand = { entry, observation, codes, components };
  const rejectedBefore = decoding.rejections.length;
  // Of what is taken back nobody wants to know what was wrong with it.
  const facts = factsOf(inHand, kind, retracted ? UNHEARD : decoding);
  // A first version of which nothing could be read leaves nothing to keep; a later one still takes the place of what it corrects.
  const unusable = facts.length === 0 && decoding.rejections.length > rejectedBefore;
  if (unusable && !isLaterVersion(observation)) return;
  const content = JSON.stringify(facts);
  const head = recordHead(entry, {
    patientId,
    status: recordStatus(observation.status),
    retracted,
    effectiveAt,
    issuedAt: entry.siteTime.instant(observation.issued),
    identity: `${codes.join()} ${content}`,
    content,
  });
  decoding.record({
    type: 'observation',
    patientId,
    resourceKey: head.resourceKey,
    version: head.version,
    retracted,
    status: head.status,
    times: head.times,
    source: head.source,
    facts: retracted ? [] : facts,
    rater: kind === 'nihss' ? raterOf(observation) : null,
  });
}

function isLaterVersion(observation: Unproven<Observation>): boolean {
  const { status } = observation;
  if (observation.id === undefined) return false;
  if (status === 'corrected' || status === 'amended') return true;
  const versionId = (asObject(observation.meta) as { versionId?: unknown } | null)?.versionId;
  return typeof versionId === 'string' && Number(versionId) > 1;
}

const UNHEARD: Notes = { reject: () => undefined, ignore: () => undefined };

function factsOf(
  inHand: ObservationInHand,
  kind: ObservationKind | null,
  notes: Notes,
): readonly ObservationFact[] {
  if (kind === null) return [];
  return kind === 'nihss' ? readNihss(inHand, notes) : readMeasurements(inHand, notes);
}

/** Notes `no-time` or `time-in-future`. What is taken back needs no time of its own: release or the log's time serve. */
function effectiveTime(entry: Entry, retracted: boolean, decoding: Decoding): EpochMs | null {
  const observation = entry.resource as Unproven<Observation>;
  const at = effectiveOf(entry);
  if (at === null) {
    if (retracted) {
      const issued = entry.siteTime.instant(observation.issued);
      return issued ?? lastUpdatedOf(entry) ?? entry.origin.brokerAt;
    }
    decoding.reject('no-time', withoutTime(observation));
    return null;
  }
  if (retracted) return at;
  return isNotFuture(entry, at, timeField(observation), decoding) ? at : null;
}

const TIME_FIELDS = [
  'effectiveDateTime',
  'effectiveInstant',
  'effectivePeriod',
  'effectiveTiming',
] as const;

/** Where the sender says when it was measured; the usual place where nothing is said. */
function timeField(observation: Unproven<Observation>): (typeof TIME_FIELDS)[number] {
  return TIME_FIELDS.find((field) => observation[field] !== undefined) ?? 'effectiveDateTime';
}

function withoutTime(observation: Unproven<Observation>): string {
  const field = timeField(observation);
  const given = observation[field];
  if (given === undefined) return `${field} is missing`;
  return `${field} ${quoted(given)} is no date and time`;
}

/** A period counts from its end: what was measured over it was not known before. A year or month alone is no time for a measurement. */
export function effectiveOf(entry: Entry): EpochMs | null {
  const observation = entry.resource as Unproven<Observation>;
  const simple = observation.effectiveDateTime ?? observation.effectiveInstant;
  if (simple !== undefined) return preciseTime(entry, simple);
  const period = asObject(observation.effectivePeriod) as Unproven<Period> | null;
  if (period !== null) return preciseTime(entry, period.end) ?? preciseTime(entry, period.start);
  const timing = asObject(observation.effectiveTiming) as Unproven<Timing> | null;
  return timing === null ? null : preciseTime(entry, asArray(timing.event)[0]);
}

function preciseTime(entry: Entry, text: unknown): EpochMs | null {
  const time = entry.siteTime.parse(text);
  return time === null || time.precision === 'year' || time.precision === 'month' ? null : time.at;
}

function raterOf(observation: Unproven<Observation>): string | null {
  return asText(referenceIn(asArray(observation.performer)[0]));
}
