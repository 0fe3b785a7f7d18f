import { HOUR, MINUTE, type EpochMs } from '@endwatch/clinical';
import type { ToTell } from '../notices/group-notices.ts';

/** The hidden ward of the test patient: on no list, in no figure, told to nobody outside. */
export const CANARY_WARD = 'endwatch-canary';
/** What a notice that the test alert is missing stands for, as an alert has its id. */
export const CANARY_ALERT = 'endwatch-canary';
/**
 * What the notice of a test alert that came stands for. No alert has this id: a process of an older version, which would wake whoever is on call,
 * takes it for an alert that is over and strikes it off.
 */
export const CANARY_NOTICE = 'endwatch-canary-notice';
/** Ids of test patients begin with this; no hospital's may. */
export const CANARY_PREFIX = 'endwatch-canary-';
/** A new patient this often: well within the window of END, and few alerts each. */
const STAY = 4 * HOUR;
const ADMITTED_BEFORE = 2 * HOUR;
const LOINC = 'http://loinc.org';
const ADMISSION_TOTAL = 4;
const WORSE_TOTAL = 12;

export function isCanary(patientId: string): boolean {
  return patientId.startsWith(CANARY_PREFIX);
}

/**
 * What is sent as probe number `number`: a test patient whose one examination after admission is charted as worse, and with the next probe
 * corrected to unchanged. So each probe makes the alert of a confirmed END come or go, by the way that everything takes.
 */
export function canaryBundle(number: number, now: EpochMs): object {
  const begun = Math.floor(now / STAY) * STAY;
  const id = idOf(begun);
  const t0 = begun - ADMITTED_BEFORE;
  return {
    resourceType: 'Bundle',
    type: 'batch',
    entry: [
      encounter(idOf(begun - STAY), {
        from: t0 - STAY,
        to: begun,
        version: 2,
      }),
      { resourceType: 'Patient', id, ...version(1), name: [{ text: 'Endwatch test patient' }] },
      encounter(id, { from: t0, to: null, version: 1 }),
      total(`${id}-admission`, id, { at: t0 + MINUTE, total: ADMISSION_TOTAL, version: 1 }),
      total(`${id}-probe`, id, {
        at: t0 + HOUR,
        total: number % 2 === 1 ? WORSE_TOTAL : ADMISSION_TOTAL,
        version: number,
      }),
    ].map((resource) => ({ resource })),
  };
}

/** As urgent as the alert it stands for: it waits for nothing. */
export function canaryToTell(at: EpochMs): ToTell {
  return {
    ...{ alertId: CANARY_NOTICE, told: 'first-on-call', at, kind: 'end-confirmed' },
    ...{ priority: 'high', bed: null, ward: { id: CANARY_WARD, name: CANARY_WARD } },
  };
}

function idOf(begun: EpochMs): string {
  return `${CANARY_PREFIX}${iso(begun).slice(0, 13)}`.replace(/:/g, '-');
}

function encounter(
  patientId: string,
  stay: { readonly from: EpochMs; readonly to: EpochMs | null; readonly version: number },
): object {
  const period = { start: iso(stay.from), ...(stay.to === null ? {} : { end: iso(stay.to) }) };
  return {
    ...{ resourceType: 'Encounter', id: patientId, ...version(stay.version) },
    ...{ status: stay.to === null ? 'in-progress' : 'finished', class: { code: 'IMP' } },
    ...{ subject: { reference: `Patient/${patientId}` }, period },
    location: [{ location: { reference: `Location/${CANARY_WARD}`, display: 'Endwatch test' } }],
  };
}

function total(
  id: string,
  patientId: string,
  charted: { readonly at: EpochMs; readonly total: number; readonly version: number },
): object {
  return {
    ...{ resourceType: 'Observation', id, ...version(charted.version) },
    status: charted.version === 1 ? 'final' : 'amended',
    code: { coding: [{ system: LOINC, code: '72089-6' }] },
    ...{ subject: { reference: `Patient/${patientId}` }, effectiveDateTime: iso(charted.at) },
    valueInteger: charted.total,
  };
}

function version(number: number): object {
  return { meta: { versionId: String(number) } };
}

function iso(at: EpochMs): string {
  return new Date(at).toISOString();
}
