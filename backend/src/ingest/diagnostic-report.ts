import type { EpochMs } from '@endwatch/clinical';
import type { DiagnosticReport, Period } from 'fhir/r4.js';
import { codingsOf, labelOf, wordsOf } from './coding.ts';
import type { Decoding, Entry } from './decoding.ts';
import {
  isNotFuture,
  isRetracted,
  lastUpdatedOf,
  recordHead,
  recordStatus,
  subjectOf,
} from './record-head.ts';
import { reportText } from './report-text.ts';
import { isStripped } from './stripped.ts';
import { asArray, asObject, quoted, type Unproven } from './unproven.ts';

/** LOINC part Radiology, HL7 v2 table 0074 and SNOMED CT's words for it. */
const IMAGING_CATEGORIES: ReadonlySet<unknown> = new Set([
  'LP29684-5',
  'RAD',
  'RX',
  'XRC',
  'CT',
  'NMR',
  'CUS',
  'OUS',
  'RUS',
  'VUS',
  'NMS',
  'imaging',
  '394914008',
  '363679005',
]);
/** Generic LOINC codes of imaging reports. */
const IMAGING_CODES: ReadonlySet<unknown> = new Set(['68604-8', '18748-4', '18726-0']);
const IMAGING_WORDS =
  /\b(ct|cta|ctp|mri?|mra|dwi|x-?ray|xr|radiolog\w*|imaging|tomograph\w*|angiogra\w*|ultraso\w*|doppler)\b/;

/** By category; by code and its words only where the sender gave no category. */
export function isImaging(report: Unproven<DiagnosticReport>): boolean {
  const categories = asArray(report.category);
  const named = categories.some(
    (one) =>
      codingsOf(one).some(({ code }) => IMAGING_CATEGORIES.has(code)) ||
      IMAGING_WORDS.test(wordsOf(one)),
  );
  if (named || categories.length > 0) return named;
  return (
    codingsOf(report.code).some(({ code }) => IMAGING_CODES.has(code)) ||
    IMAGING_WORDS.test(wordsOf(report.code))
  );
}

/** An imaging report. Text out of a PDF comes later: the work is left with the decoding. */
export function readDiagnosticReport(entry: Entry, decoding: Decoding): void {
  const report = entry.resource as Unproven<DiagnosticReport>;
  if (!isImaging(report) && !isStripped(entry, report.status, ['category', 'code'])) {
    decoding.ignore('DiagnosticReport');
    return;
  }
  const patientId = subjectOf(entry, report.subject, decoding);
  if (patientId === null) return;
  const retracted = isRetracted(report.status);
  const effectiveAt = timeOf(entry, retracted, decoding);
  if (effectiveAt === null) return;
  const keep = (text: string): void => {
    keepReport({ entry, patientId, effectiveAt, retracted, text }, decoding);
  };
  if (retracted) keep('');
  else takeText(report, keep, decoding);
}

function takeText(
  report: Unproven<DiagnosticReport>,
  keep: (text: string) => void,
  decoding: Decoding,
): void {
  const found = reportText(report);
  if (typeof found === 'string') keep(found);
  else if ('later' in found) {
    const reject = decoding.rejecter();
    const settle = (late: string | { readonly problem: string }): void => {
      if (typeof late === 'string') keep(late);
      else reject('report-unreadable', late.problem);
    };
    const fail = (): void => {
      reject('internal', 'DiagnosticReport could not be read');
    };
    decoding.pending.push(found.later().then(settle).catch(fail));
  } else if (report.status === 'registered') decoding.ignore('DiagnosticReport:registered');
  else decoding.reject('report-unreadable', found.problem);
}

interface ReportInHand {
  readonly entry: Entry;
  readonly patientId: string;
  readonly effectiveAt: EpochMs;
  readonly retracted: boolean;
  readonly text: string;
}

function keepReport(inHand: ReportInHand, decoding: Decoding): void {
  const { entry, patientId, effectiveAt, retracted, text } = inHand;
  const report = entry.resource as Unproven<DiagnosticReport>;
  const title = labelOf(report.code);
  const head = recordHead(entry, {
    patientId,
    status: recordStatus(report.status),
    retracted,
    effectiveAt,
    issuedAt: entry.siteTime.instant(report.issued),
    identity: `${title ?? ''} ${text}`,
    content: JSON.stringify([title, text]),
  });
  decoding.record({ type: 'report', ...head, title, text });
}

/** When the pictures were taken; a report that does not say was at least there when it was released. Notes `no-time`, `time-in-future`. */
function timeOf(entry: Entry, retracted: boolean, decoding: Decoding): EpochMs | null {
  const report = entry.resource as Unproven<DiagnosticReport>;
  const { siteTime } = entry;
  const period = asObject(report.effectivePeriod) as Unproven<Period> | null;
  const given = report.effectiveDateTime ?? period?.end ?? period?.start ?? report.issued;
  const at = siteTime.instant(given);
  if (retracted) return at ?? lastUpdatedOf(entry) ?? entry.origin.brokerAt;
  if (at !== null) return isNotFuture(entry, at, 'effectiveDateTime', decoding) ? at : null;
  decoding.reject(
    'no-time',
    `effectiveDateTime is ${given === undefined ? 'missing' : quoted(given)}`,
  );
  return null;
}
