import type { Decoding } from '../decoding.ts';
import { loincCodes } from '../coding.ts';
import { asId } from '../references.ts';
import type { JsonObject } from '../unproven.ts';
import { metaOf } from './adt-resources.ts';
import type { Er7Segment } from './er7.ts';
import { idFrom } from './hl7-groups.ts';
import { fhirTime } from './hl7-time.ts';
import { isReport, reportOf } from './report-resource.ts';
import {
  observedAt,
  orderNumber,
  ordersOf,
  type Order,
  type OruInHand,
  type Result,
} from './orders.ts';
import { conceptOf, valueOf } from './result-value.ts';
import { resultStatus, type ResultStatus } from './v2-codes.ts';

/** Vital signs, laboratory values, NIHSS items and imaging reports of one patient, as FHIR resources. */
export function oruResources(inHand: OruInHand, decoding: Decoding): readonly JsonObject[] {
  return ordersOf(inHand.group).flatMap((order) => {
    if (isReport(order)) return reportOf(inHand, order, decoding);
    return order.results.flatMap((result) => observationOf(inHand, { order, result }, decoding));
  });
}

function observationOf(
  inHand: OruInHand,
  { order, result }: { order: Order; result: Result },
  decoding: Decoding,
): readonly JsonObject[] {
  const { obx } = result;
  const code = conceptOf(obx.values(3)[0] ?? null, inHand.localCodes);
  const outcome = resultStatus(obx.text(11));
  if ('status' in outcome && hasResult(obx, outcome.status)) {
    return [resourceOf(inHand, { order, result, code, status: outcome.status })];
  }
  const [loinc] = loincCodes(code);
  const problem = problemOf(obx, outcome);
  if (loinc === undefined || problem === null) decoding.ignore('OBX:without-result');
  else {
    decoding.begin('OBX');
    decoding.concerns(inHand.patientId);
    decoding.reject('value-not-numeric', `OBX-11 of ${loinc} is ${problem}`);
  }
  return [];
}

/** Not so: a form has every line, filled in or not; and what became final is not sent again. */
function hasResult(obx: Er7Segment, status: string): boolean {
  if (isConfirmed(obx)) return false;
  return obx.code(2) !== '' || obx.values(5).length > 0 || status === 'entered-in-error';
}

/** U: only the status changed. Beside a value it says the same as F. */
function isConfirmed(obx: Er7Segment): boolean {
  return obx.code(11) === 'U' && (obx.values(5)[0]?.text() ?? null) === null;
}

/** What somebody should know of a line that brings no result. A message alone cannot make what another one brought final. */
function problemOf(obx: Er7Segment, outcome: ResultStatus): string | null {
  if (isConfirmed(obx)) {
    return 'U: final now, without the value; what was sent before stands as preliminary';
  }
  const isFlagged = 'skip' in outcome && outcome.skip === 'flagged';
  return isFlagged ? 'X: no result can be obtained; what was sent before stands' : null;
}

function resourceOf(
  { kind, patientId }: OruInHand,
  said: { order: Order; result: Result; code: JsonObject; status: string },
): JsonObject {
  const { order, result, code, status } = said;
  const { obx, notes } = result;
  const at = observedAt(obx, order.obr);
  const rater = asId(obx.text(16, 1));
  const identity = [obx.text(3, 1), obx.text(3, 3), obx.text(4), at];
  return {
    resourceType: 'Observation',
    id: idFrom(patientId, orderNumber(order.obr), ...identity),
    meta: metaOf(kind),
    status,
    code,
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: fhirTime(at) ?? at ?? undefined,
    issued: fhirTime(order.obr.text(22)) ?? undefined,
    ...valueOf(obx, loincCodes(code)),
    interpretation: obx.values(8).map((flag) => ({ coding: [{ code: flag.text() ?? '' }] })),
    note: notes.map((text) => ({ text })),
    ...(rater === null ? {} : { performer: [{ reference: `Practitioner/${rater}` }] }),
    ...specimenOf(order),
  };
}

/** SPM-24: whether cells had burst is said of the specimen. */
function specimenOf({ specimen }: Order): JsonObject {
  const condition = specimen.flatMap((spm) => spm.values(24)).map((value) => conceptOf(value));
  if (condition.length === 0) return {};
  return {
    specimen: { reference: '#specimen' },
    contained: [{ resourceType: 'Specimen', id: 'specimen', condition }],
  };
}
