import { DATA_ABSENT_REASON } from '../encounter.ts';
import { asId } from '../references.ts';
import type { JsonObject } from '../unproven.ts';
import type { Er7Segment } from './er7.ts';
import { idFrom, isMerge, losingId, type MessageKind, type PatientGroup } from './hl7-groups.ts';
import { fhirTime } from './hl7-time.ts';
import { conceptOf } from './result-value.ts';
import { SEX, VISIT_CLASS } from './v2-codes.ts';

/** Admit, transfer, discharge, register, change of class, update, their cancellations, and the swap of two beds. */
const VISIT_EVENTS: ReadonlySet<string> = new Set(
  'A01 A02 A03 A04 A06 A07 A08 A11 A12 A13 A17 A23'.split(' '),
);
const PERSON_EVENTS: ReadonlySet<string> = new Set(['A28', 'A31']);
const CALLED_OFF: ReadonlySet<string> = new Set(['A11', 'A23']);
/** These speak of patients in a bed, whatever PV1-2 says or fails to say. */
const INPATIENT_EVENTS: ReadonlySet<string> = new Set('A01 A02 A06 A11 A12 A13 A17'.split(' '));
/** PV1-36, table 0112: 20 is "expired" in the US, the 40s are where. */
const DIED: ReadonlySet<string> = new Set(['20', '40', '41', '42']);

/** FHIR's word for a time that there is and nobody told. */
const UNKNOWN: JsonObject = { extension: [{ url: DATA_ABSENT_REASON, valueCode: 'unknown' }] };

export interface AdtInHand {
  readonly kind: MessageKind;
  readonly group: PatientGroup;
  readonly patientId: string;
}

export function isUsedAdt({ event }: MessageKind): boolean {
  return VISIT_EVENTS.has(event) || PERSON_EVENTS.has(event);
}

/** Demographics, stay, place and history of one patient, as FHIR resources. */
export function adtResources(inHand: AdtInHand): readonly JsonObject[] {
  const { kind, group } = inHand;
  const resources = [patientOf(inHand)];
  const pv1 = group.segments.find(({ name }) => name === 'PV1');
  if (pv1 !== undefined && VISIT_EVENTS.has(kind.event)) {
    resources.push(...placesOf(pv1), encounterOf(inHand, pv1));
  }
  for (const segment of group.segments) {
    if (segment.name === 'DG1') resources.push(conditionOf(inHand, segment));
    if (segment.name === 'PR1') resources.push(procedureOf(inHand, segment));
  }
  return resources;
}

/** The record that ends, as it points to the one that goes on. */
export function mergeResources(inHand: AdtInHand): readonly (readonly [string, JsonObject])[] {
  const { kind, group, patientId } = inHand;
  if (!isMerge(kind)) return [];
  return group.segments.flatMap((segment) => {
    const id = losingId(segment);
    if (id === null) return [];
    return [[id, endedRecord(kind, id, patientId)] as const];
  });
}

function endedRecord(kind: MessageKind, id: string, survivor: string): JsonObject {
  return {
    resourceType: 'Patient',
    id,
    meta: metaOf(kind),
    link: [{ type: 'replaced-by', other: { reference: `Patient/${survivor}` } }],
  };
}

/** Order of what was said about one thing. */
export function metaOf({ saidAt }: MessageKind): JsonObject {
  const lastUpdated = fhirTime(saidAt);
  return lastUpdated === null ? {} : { lastUpdated };
}

function patientOf({ kind, group: { pid }, patientId }: AdtInHand): JsonObject {
  const given = [pid.text(5, 2), pid.text(5, 3)].filter((part) => part !== null);
  const family = pid.text(5, 1);
  const deceased = pid.text(29);
  return {
    resourceType: 'Patient',
    id: patientId,
    meta: metaOf(kind),
    name: family === null && given.length === 0 ? [] : [{ family: family ?? undefined, given }],
    gender: SEX[pid.code(8)] ?? 'unknown',
    birthDate: fhirTime(pid.text(7)?.slice(0, 8) ?? null) ?? undefined,
    deceasedDateTime: fhirTime(deceased) ?? undefined,
    identifier: pid
      .values(3)
      .map((value) => ({ value: value.text(1), system: value.text(4) ?? undefined })),
  };
}

/** Ward and bed of PV1-3 (point of care, room, bed), under ids that follow from their names. */
function placeIds(pv1: Er7Segment): { ward: string | null; bed: string | null; label: string } {
  const [care, room, bed] = [1, 2, 3].map((component) => pv1.text(3, component));
  const ward = care ?? room ?? null;
  const inside = [care === null ? null : room, bed].filter((part) => part !== null);
  if (ward === null || bed === null || bed === undefined) return { ward, bed: null, label: '' };
  const label = inside.join('-');
  return { ward, bed: usable(`${ward}-${label}`), label };
}

function usable(name: string): string {
  return asId(name.trim().replace(/\s+/g, '-')) ?? idFrom('place', name);
}

/** Described without a time: the same place said a thousand times is no news. */
function placesOf(pv1: Er7Segment): readonly JsonObject[] {
  const { ward, bed, label } = placeIds(pv1);
  if (ward === null) return [];
  const physical = (code: string): JsonObject => ({ coding: [{ code }] });
  return [
    { resourceType: 'Location', id: usable(ward), name: ward, physicalType: physical('wa') },
    ...(bed === null
      ? []
      : [
          {
            ...{ resourceType: 'Location', id: bed, name: label, physicalType: physical('bd') },
            partOf: { reference: `Location/${usable(ward)}` },
          },
        ]),
  ];
}

function encounterOf(inHand: AdtInHand, pv1: Er7Segment): JsonObject {
  const { kind, group, patientId } = inHand;
  const { start, end, left } = timesOf(kind, pv1);
  const visit = pv1.text(19) ?? pv1.text(50) ?? group.pid.text(18);
  return {
    resourceType: 'Encounter',
    id: asId(visit) ?? idFrom('visit', patientId, visit ?? pv1.text(44)),
    meta: metaOf(kind),
    status: CALLED_OFF.has(kind.event) ? 'cancelled' : left ? 'finished' : 'in-progress',
    class: { code: classOf(kind, pv1) },
    subject: { reference: `Patient/${patientId}` },
    period: start === undefined ? { _start: UNKNOWN, end } : { start, end },
    location: whereabouts(pv1),
    ...(left && hasDied(group.pid, pv1)
      ? { hospitalization: { dischargeDisposition: { coding: [{ code: 'exp' }] } } }
      : {}),
  };
}

/** Only an admission may begin when it was told: an update that does not say when the stay began must not move its beginning. */
function timesOf(
  { event, saidAt, evn }: MessageKind,
  pv1: Er7Segment,
): { readonly start: string | undefined; readonly end: string | undefined; left: boolean } {
  const begins = event === 'A01' || event === 'A04';
  const admitted = pv1.text(44) ?? (begins ? (evn?.text(6) ?? saidAt) : null);
  const discharged = pv1.text(45) ?? (event === 'A03' ? saidAt : null);
  const left = event !== 'A13' && discharged !== null;
  return {
    start: fhirTime(admitted) ?? undefined,
    end: left ? (fhirTime(discharged) ?? undefined) : undefined,
    left,
  };
}

function classOf({ event }: MessageKind, pv1: Er7Segment): string {
  return VISIT_CLASS[pv1.code(2)] ?? (INPATIENT_EVENTS.has(event) ? 'IMP' : 'other');
}

function hasDied(pid: Er7Segment, pv1: Er7Segment): boolean {
  return DIED.has(pv1.code(36)) || pid.code(30) === 'Y';
}

function whereabouts(pv1: Er7Segment): readonly JsonObject[] {
  const { ward, bed } = placeIds(pv1);
  if (ward === null) return [];
  return [{ location: { reference: `Location/${bed ?? usable(ward)}` }, status: 'active' }];
}

function conditionOf({ kind, patientId }: AdtInHand, dg1: Er7Segment): JsonObject {
  return {
    resourceType: 'Condition',
    id: idFrom('condition', patientId, dg1.text(3, 1), dg1.text(3, 3)),
    meta: metaOf(kind),
    code: conceptOf(dg1.values(3)[0] ?? null),
    subject: { reference: `Patient/${patientId}` },
    onsetDateTime: fhirTime(dg1.text(5)) ?? undefined,
    recordedDate: fhirTime(kind.saidAt) ?? undefined,
    // DG1-21: D takes it back.
    ...(dg1.text(21) === 'D'
      ? { verificationStatus: { coding: [{ code: 'entered-in-error' }] } }
      : {}),
  };
}

function procedureOf({ kind, patientId }: AdtInHand, pr1: Er7Segment): JsonObject {
  return {
    resourceType: 'Procedure',
    id: idFrom('procedure', patientId, pr1.text(3, 1), pr1.text(3, 3), pr1.text(5)),
    meta: metaOf(kind),
    status: pr1.text(20) === 'D' ? 'entered-in-error' : 'completed',
    code: conceptOf(pr1.values(3)[0] ?? null),
    subject: { reference: `Patient/${patientId}` },
    performedDateTime: fhirTime(pr1.text(5)) ?? undefined,
  };
}
