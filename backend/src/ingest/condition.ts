import { DAY, type EpochMs, type KnownCondition, type RecordStatus } from '@endwatch/clinical';
import type { Condition, Period } from 'fhir/r4.js';
import * as z from 'zod';
import type { Decoding, Entry } from './decoding.ts';
import { isNotFuture, lastUpdatedOf, recordHead, subjectOf } from './record-head.ts';
import { codingsOf } from './coding.ts';
import { conditionOf, type CodedCondition } from './terminology.ts';
import { asArray, asObject, type Unproven } from './unproven.ts';

const OVER = z.enum(['inactive', 'remission', 'resolved']);
/** A stroke that began this long before the log heard of it is not the one the patient lies here for. */
const EARLIER_MS = 30 * DAY;
const TAKEN_BACK = z.enum(['refuted', 'entered-in-error']);

/** Diabetes, hypertension, atrial fibrillation, strokes earlier and now. */
export function readCondition(entry: Entry, decoding: Decoding): void {
  const condition = entry.resource as Unproven<Condition>;
  const verification = codeOf(condition.verificationStatus);
  const coded = conditionOf(condition.code, asArray(condition.bodySite));
  const effectiveAt = onsetOf(entry);
  const known = coded === null ? null : inCourse(coded, entry, effectiveAt);
  // One possibility among several is not yet a condition.
  if (known === null || verification === 'differential') {
    decoding.ignore('Condition');
    return;
  }
  const patientId = subjectOf(entry, condition.subject, decoding);
  if (patientId === null) return;
  const retracted = TAKEN_BACK.safeParse(verification).success;
  if (!retracted && !isNotFuture(entry, effectiveAt, 'onsetDateTime', decoding)) return;
  const status: RecordStatus = retracted ? 'entered-in-error' : statusOf(verification);
  const head = recordHead(entry, {
    patientId,
    status,
    retracted,
    effectiveAt,
    issuedAt: entry.siteTime.instant(condition.recordedDate),
    identity: known,
    content: known,
  });
  decoding.record({ type: 'condition', ...head, condition: known });
}

/** A stroke that is over, or long ago, is an earlier stroke; a recent one of unknown kind says nothing the model uses. */
function inCourse(coded: CodedCondition, entry: Entry, onset: EpochMs): KnownCondition | null {
  const condition = entry.resource as Unproven<Condition>;
  const over =
    OVER.safeParse(codeOf(condition.clinicalStatus)).success ||
    condition.abatementDateTime !== undefined ||
    condition.abatementPeriod !== undefined ||
    onset < entry.origin.brokerAt - EARLIER_MS;
  const isStroke = coded === 'stroke' || coded === 'ischaemic-stroke' || coded === 'mca-occlusion';
  if (isStroke && over) return 'prior-stroke';
  return coded === 'stroke' ? null : coded;
}

function statusOf(verification: string | null): RecordStatus {
  return verification === 'provisional' || verification === 'unconfirmed' ? 'preliminary' : 'final';
}

function codeOf(concept: unknown): string | null {
  const code = codingsOf(concept)[0]?.code;
  return typeof code === 'string' ? code : null;
}

/** Many senders give no onset: then it held at the latest when it was recorded, or when the log took it. */
function onsetOf(entry: Entry): EpochMs {
  const condition = entry.resource as Unproven<Condition>;
  const period = asObject(condition.onsetPeriod) as Unproven<Period> | null;
  const { siteTime } = entry;
  return (
    siteTime.instant(condition.onsetDateTime) ??
    siteTime.instant(period?.start) ??
    siteTime.instant(condition.recordedDate) ??
    lastUpdatedOf(entry) ??
    entry.origin.brokerAt
  );
}
