import { lookup } from '@endwatch/clinical';
import { LOINC, SNOMED } from '../coding.ts';

/** HL7 table 0396 and what senders write for it → the systems that FHIR messages use. */
const SYSTEMS: Readonly<Record<string, string>> = lookup({
  LN: LOINC,
  LOINC,
  SCT: SNOMED,
  SNM: SNOMED,
  SNOMED,
  I10: 'http://hl7.org/fhir/sid/icd-10',
  I10C: 'http://hl7.org/fhir/sid/icd-10-cm',
  ICD10: 'http://hl7.org/fhir/sid/icd-10',
  'ICD-10': 'http://hl7.org/fhir/sid/icd-10',
  ICD10CM: 'http://hl7.org/fhir/sid/icd-10-cm',
  I10P: 'http://hl7.org/fhir/sid/icd-10-pcs',
  C4: 'http://www.ama-assn.org/go/cpt',
  OPS: 'http://fhir.de/CodeSystem/bfarm/ops',
  RXNORM: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  WC: 'http://www.whocc.no/atc',
  ATC: 'http://www.whocc.no/atc',
});

/** A local code system goes by its own name. */
export function systemNamed(name: string | null): string | null {
  if (name === null) return null;
  return SYSTEMS[name.trim().toUpperCase()] ?? `urn:hl7v2:${name.trim()}`;
}

/** ISO/IEEE 11073-10101 reference ids that monitors send → LOINC of the same quantity. */
export const MDC_TO_LOINC: ReadonlyMap<string, string> = new Map([
  ['MDC_ECG_HEART_RATE', '8867-4'],
  ['MDC_ECG_CARD_BEAT_RATE', '8867-4'],
  ['MDC_PULS_RATE', '8867-4'],
  ['MDC_PULS_RATE_NON_INV', '8867-4'],
  ['MDC_PULS_OXIM_PULS_RATE', '8867-4'],
  ['MDC_PULS_OXIM_SAT_O2', '59408-5'],
  ['MDC_PRESS_BLD_NONINV_SYS', '8480-6'],
  ['MDC_PRESS_BLD_NONINV_DIA', '8462-4'],
  ['MDC_PRESS_BLD_NONINV_MEAN', '8478-0'],
  ['MDC_PRESS_BLD_ART_ABP_SYS', '8480-6'],
  ['MDC_PRESS_BLD_ART_ABP_DIA', '8462-4'],
  ['MDC_PRESS_BLD_ART_ABP_MEAN', '8478-0'],
  ['MDC_RESP_RATE', '9279-1'],
  ['MDC_TEMP', '8310-5'],
  ['MDC_TEMP_BODY', '8310-5'],
]);

/** What becomes of a result by its status: a FHIR status, or why nothing is read from it. */
export type ResultStatus = { readonly status: string } | { readonly skip: 'ignored' | 'flagged' };

const OBX_STATUS: Readonly<Record<string, ResultStatus>> = lookup({
  F: { status: 'final' },
  V: { status: 'final' },
  U: { status: 'final' },
  P: { status: 'preliminary' },
  S: { status: 'preliminary' },
  R: { status: 'preliminary' },
  C: { status: 'corrected' },
  A: { status: 'amended' },
  B: { status: 'appended' },
  D: { status: 'entered-in-error' },
  W: { status: 'entered-in-error' },
  // Pending, not asked, order detail.
  I: { skip: 'ignored' },
  N: { skip: 'ignored' },
  O: { skip: 'ignored' },
  // Cannot be obtained: an earlier value is not deleted behind anybody's back.
  X: { skip: 'flagged' },
  // Written out, as some senders do.
  FINAL: { status: 'final' },
  PRELIM: { status: 'preliminary' },
  PRELIMINARY: { status: 'preliminary' },
  'WET READ': { status: 'preliminary' },
  CORRECTED: { status: 'corrected' },
});

/** OBX-11, table 0085. What is not in the table is of unknown status, and used. */
export function resultStatus(written: string | null): ResultStatus {
  return OBX_STATUS[(written ?? '').trim().toUpperCase()] ?? { status: 'unknown' };
}

const OBR_STATUS: Readonly<Record<string, ResultStatus>> = lookup({
  F: { status: 'final' },
  C: { status: 'corrected' },
  M: { status: 'corrected' },
  P: { status: 'preliminary' },
  A: { status: 'preliminary' },
  R: { status: 'preliminary' },
  I: { skip: 'ignored' },
  O: { skip: 'ignored' },
  S: { skip: 'ignored' },
  X: { skip: 'flagged' },
  Y: { skip: 'ignored' },
  Z: { skip: 'ignored' },
});

/** OBR-25, table 0123; null where it says nothing that is known. */
export function orderStatus(written: string | null): ResultStatus | null {
  return OBR_STATUS[(written ?? '').trim().toUpperCase()] ?? null;
}

/** OBR-24, table 0074: sections whose results are reports on pictures. */
export const IMAGING_SECTIONS: ReadonlySet<string> = new Set([
  ...['RAD', 'RX', 'XRC', 'CT', 'NMR', 'MR', 'MRI', 'CUS', 'OUS', 'RUS', 'VUS', 'NMS', 'IMG'],
]);

/** PV1-2, table 0004 → class of a FHIR Encounter. */
export const VISIT_CLASS: Readonly<Record<string, string>> = lookup({
  I: 'IMP',
  E: 'EMER',
  O: 'AMB',
  R: 'AMB',
  P: 'PRENC',
});

export const SEX: Readonly<Record<string, string>> = lookup({
  F: 'female',
  M: 'male',
  O: 'other',
  A: 'other',
});
