import type { KnownTreatment } from '@endwatch/clinical';
import type { Medication, MedicationAdministration, Period, Procedure } from 'fhir/r4.js';
import * as z from 'zod';
import type { Decoding, Entry } from './decoding.ts';
import { isNotFuture, isRetracted, recordHead, subjectOf } from './record-head.ts';
import { referenceIn } from './references.ts';
import { isStripped } from './stripped.ts';
import { isLytic, treatmentOf } from './terminology.ts';
import { asObject, quoted, type Unproven } from './unproven.ts';

/** Statuses under which something was, or began to be, done. `unknown` is not one of them. */
const DONE = z.enum(['in-progress', 'completed', 'stopped', 'on-hold']);

/** Up to this many mg of a lytic open a catheter; a stroke takes tens of them. */
const catheterDose = z.object({
  dose: z.object({ value: z.number().max(5), code: z.literal('mg') }),
});

/** Thrombectomy and thrombolysis, as a procedure. */
export function readProcedure(entry: Entry, decoding: Decoding): void {
  const procedure = entry.resource as Unproven<Procedure>;
  // Taken back without its code: which treatment stands there says nothing any more.
  const isLost = isStripped(entry, procedure.status, ['code']);
  const treatment = isLost ? 'thrombectomy' : treatmentOf(procedure.code);
  if (treatment === null) decoding.ignore('Procedure');
  else {
    const period = asObject(procedure.performedPeriod) as Unproven<Period> | null;
    const time = procedure.performedDateTime ?? period?.start;
    pushTreatment({ entry, treatment, time, field: 'performedDateTime' }, decoding);
  }
}

const MEDICATION = ['medicationCodeableConcept', 'medicationReference'];

/** A lytic given. */
export function readMedicationAdministration(entry: Entry, decoding: Decoding): void {
  const given = entry.resource as Unproven<MedicationAdministration>;
  const medication = entry.references.find(referenceIn(given.medicationReference), entry.resource);
  const concept = given.medicationCodeableConcept ??
    (medication?.resource as Unproven<Medication> | undefined)?.code ?? {
      text: (asObject(given.medicationReference) ?? {})['display'],
    };
  const isLost = isStripped(entry, given.status, MEDICATION);
  if (!isLost && (!isLytic(concept) || catheterDose.safeParse(given.dosage).success)) {
    decoding.ignore('MedicationAdministration');
    return;
  }
  const period = asObject(given.effectivePeriod) as Unproven<Period> | null;
  const time = given.effectiveDateTime ?? period?.start;
  pushTreatment({ entry, treatment: 'thrombolysis', time, field: 'effectiveDateTime' }, decoding);
}

interface TreatmentInHand {
  readonly entry: Entry;
  readonly treatment: KnownTreatment;
  readonly time: unknown;
  readonly field: string;
}

function pushTreatment(inHand: TreatmentInHand, decoding: Decoding): void {
  const { entry, treatment, time, field } = inHand;
  const { status, subject } = entry.resource;
  const retracted = isRetracted(status);
  if (!retracted && !DONE.safeParse(status).success) {
    decoding.ignore(`${entry.type}:${treatment}:not-done`);
    return;
  }
  const patientId = subjectOf(entry, subject, decoding);
  if (patientId === null) return;
  const at = entry.siteTime.instant(time) ?? (retracted ? entry.origin.brokerAt : null);
  if (at === null) {
    decoding.reject('no-time', `${field} is ${time === undefined ? 'missing' : quoted(time)}`);
    return;
  }
  if (!retracted && !isNotFuture(entry, at, field, decoding)) return;
  const head = recordHead(entry, {
    patientId,
    status: retracted ? 'entered-in-error' : status === 'in-progress' ? 'preliminary' : 'final',
    retracted,
    effectiveAt: at,
    issuedAt: null,
    identity: treatment,
    content: JSON.stringify(treatment),
  });
  decoding.record({ type: 'treatment', ...head, treatment });
}
