import type { EpochMs, PatientRecord } from '@endwatch/clinical';
import type { HumanName, Identifier, Patient, PatientLink } from 'fhir/r4.js';
import * as z from 'zod';
import type { Decoding, Entry } from './decoding.ts';
import { acceptKey, recordHead } from './record-head.ts';
import { idOf, referenceIn } from './references.ts';
import { objectsOf, type Unproven } from './unproven.ts';

const text = z.string().trim().min(1);

const nameSchema = z.object({
  use: z.string().optional().catch(undefined),
  text: text.optional().catch(undefined),
  family: text.optional().catch(undefined),
  given: z.array(text).optional().catch(undefined),
});

const identifierSchema = z.object({
  system: z.string().nullable().default(null).catch(null),
  value: text,
});

const birthDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const sexSchema = z.enum(['female', 'male', 'other', 'unknown']);

/** Name, birth date, sex, identifiers, and the patient that this one was merged into. What is malformed is left out; the rest counts. */
export function readPatient(entry: Entry, decoding: Decoding): void {
  const patient = entry.resource as Unproven<Patient>;
  const patientId = idOf(entry.resource, entry.fullUrl);
  if (patientId === null) {
    decoding.reject('no-patient', 'Patient.id is missing');
    return;
  }
  if (!acceptKey(entry, patientId, decoding)) return;
  const born = entry.siteTime.parse(patient.birthDate);
  const birthDate =
    born === null ? null : (birthDateSchema.safeParse(patient.birthDate).data ?? null);
  const facts = {
    name: nameOf(patient.name),
    birthDate,
    sex: sexSchema.safeParse(patient.gender).data ?? ('unknown' as const),
    identifiers: identifiersOf(patient.identifier),
    replacedBy: survivorOf(entry, patientId, decoding),
    deceasedAt: entry.siteTime.instant(patient.deceasedDateTime),
  };
  const head = recordHead(entry, {
    patientId,
    status: 'final',
    retracted: false,
    effectiveAt: bornAt(entry, birthDate),
    issuedAt: null,
    identity: patientId,
    content: JSON.stringify(facts),
    changing: true,
  });
  // Who a patient is does not depend on whether the sender gave the resource an id or only a URN.
  decoding.record({ type: 'patient', ...head, resourceKey: `Patient/${patientId}`, ...facts });
}

/** Demographics hold from birth on, so a score of any moment may rest on them. */
function bornAt(entry: Entry, birthDate: string | null): EpochMs {
  return entry.siteTime.instant(birthDate) ?? 0;
}

const USE_ORDER = [
  'official',
  'usual',
  undefined,
  'nickname',
  'temp',
  'anonymous',
  'maiden',
  'old',
];

function nameOf(names: unknown): string | null {
  const parsed = objectsOf<HumanName>(names)
    .map((name) => nameSchema.safeParse(name).data)
    .filter((name) => name !== undefined)
    .sort((a, b) => USE_ORDER.indexOf(a.use) - USE_ORDER.indexOf(b.use));
  for (const name of parsed) {
    const joined = name.text ?? [...(name.given ?? []), name.family].filter(Boolean).join(' ');
    if (joined !== '') return joined;
  }
  return null;
}

function identifiersOf(identifiers: unknown): PatientRecord['identifiers'] {
  return objectsOf<Identifier>(identifiers)
    .map((identifier) => identifierSchema.safeParse(identifier).data)
    .filter((identifier) => identifier !== undefined);
}

/** Notes `merge-conflict` where the links do not say one other patient. */
function survivorOf(entry: Entry, patientId: string, decoding: Decoding): string | null {
  const patient = entry.resource as Unproven<Patient>;
  const survivors = new Set(
    objectsOf<PatientLink>(patient.link)
      .filter((link) => link.type === 'replaced-by')
      .map((link) => entry.references.idIn(referenceIn(link.other), 'Patient', entry.resource)),
  );
  if (survivors.size === 0) return null;
  const [survivor] = survivors;
  if (survivors.size > 1 || survivor === patientId) {
    const what = survivors.size > 1 ? 'names several patients' : 'names the patient itself';
    decoding.reject('merge-conflict', `link of type replaced-by ${what}`);
    return null;
  }
  if (survivor === null || survivor === undefined) {
    decoding.reject('merge-conflict', 'link of type replaced-by names no Patient by id');
    return null;
  }
  return survivor;
}
