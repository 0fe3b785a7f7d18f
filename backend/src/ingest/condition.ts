import type { EpochMs, KnownCondition, RecordStatus } from '@endwatch/clinical';
import type { Condition, Period } from 'fhir/r4.js';
import * as z from 'zod';
import type { Decoding, Entry } from './decoding.ts';
import { isNotFuture, lastUpdatedOf, recordHead, subjectOf } from './record-head.ts';
import { codingsOf } from './coding.ts';
import { isStripped } from './stripped.ts';
import { conditionOf, type CodedCondition } from './terminology.ts';
import { asArray, asObject, type Unproven } from './unproven.ts';

const OVER = z.enum(['inactive', 'remission', 'resolved']);
const TAKEN_BACK = z.enum(['refuted', 'entered-in-error']);

/** Diabetes, hypertension, atrial fibrillation, strokes earlier and now. */
export function readCondition(entry: Entry, decoding: Decoding): void {
  const condition = entry.resource as Unproven<Condition>;
  const verification = codeOf(condition.verificationStatus);
  const coded = conditionOf(condition.code, asArray(condition.bodySite));
  const known = coded === null ? kindLost(entry, verification) : inCourse(coded, condition);
  // One possibility among several is not yet a condition.
  if (known === null || verification === 'differential') {
    decoding.ignore('Condition');
    return;
  }
  const patientId = subjectOf(entry, condition.subject, decoding);
  if (patientId === null) return;
  const effectiveAt = onsetOf(entry);
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
    content: JSON.stringify(known),
    changing: true,
  });
  decoding.record({ type: 'condition', ...head, condition: known });
}

/** What is taken back without its code: which condition stands there says nothing any more. */
function kindLost(entry: Entry, verification: string | null): KnownCondition | null {
  return isStripped(entry, verification, ['code']) ? 'prior-stroke' : null;
}

/**
 * A stroke that the sender says is over is an earlier stroke; one of unknown kind that is not over says nothing the model uses. How long ago
 * it began does not count: a stay may be read from the log long after it happened.
 */
function inCourse(coded: CodedCondition, condition: Unproven<Condition>): KnownCondition | null {
  const over =
    OVER.safeParse(codeOf(condition.clinicalStatus)).success ||
    condition.abatementDateTime !== undefined ||
    condition.abatementPeriod !== undefined;
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
