import { DAY, FORECAST_END_HOURS, FEATURE_NAMES, HOUR } from '@endwatch/clinical';
import { topicName, type OutboundStream } from '@endwatch/contracts';
import type { AlertState } from '../domain/alerting/alert.ts';
import type { NewLogRecord } from './event-log.ts';
import type { ModelManifest, ScoreRecord, StoredRejection } from './ports.ts';

/** What a message says of the model besides its version. */
export type ToldManifest = Pick<ModelManifest, 'trainedOn' | 'featureSet'>;

/** What the outside is told of a score. */
export type OutgoingScore = Pick<
  ScoreRecord,
  | 'id'
  | 'patientId'
  | 'asOf'
  | 'knownAt'
  | 'hoursSinceAdmission'
  | 'next24h'
  | 'by48h'
  | 'by7d'
  | 'modelVersion'
  | 'modelChecksum'
  | 'reportKeys'
> & { readonly features: Pick<ScoreRecord['features'], 'values' | 'missing'> };

const SOURCE = 'endwatch';
/** The code of Endwatch's own forecast; no LOINC or SNOMED CT code for END is known. */
const END_CODE = {
  coding: [{ system: 'urn:endwatch:outcome', code: 'early-neurological-deterioration' }],
  text: 'Early neurological deterioration',
};
const FLAG_CATEGORY = {
  system: 'http://terminology.hl7.org/CodeSystem/flag-category',
  code: 'clinical',
};

function checksumOf(value: string): object {
  return { system: 'urn:endwatch:model-checksum', value };
}

function message(
  topic: string,
  { key, id, type, at, body }: { key: string; id: string; type: string; at: number; body: object },
): NewLogRecord {
  return {
    topic,
    key,
    headers: {
      'content-type': 'application/fhir+json',
      ce_specversion: '1.0',
      ce_source: SOURCE,
      ce_id: id,
      ce_type: type,
      ce_time: new Date(at).toISOString(),
    },
    value: Buffer.from(JSON.stringify(body)),
  };
}

/** A stored score as FHIR R4 RiskAssessment, keyed by patient. */
export function scoreMessage(
  prefix: string,
  score: OutgoingScore,
  manifest: ToldManifest,
): NewLogRecord {
  const admittedAt = score.asOf - score.hoursSinceAdmission * HOUR;
  const horizon = admittedAt + FORECAST_END_HOURS * HOUR;
  const predictions = [
    { probability: score.next24h, end: Math.min(score.asOf + DAY, horizon) },
    { probability: score.by48h, end: admittedAt + 48 * HOUR },
    { probability: score.by7d, end: horizon },
  ];
  return message(topicName(prefix, 'scores'), {
    key: score.patientId,
    id: score.id,
    type: 'endwatch.score',
    at: score.knownAt,
    body: {
      resourceType: 'RiskAssessment',
      id: score.id,
      contained: [
        {
          resourceType: 'Device',
          id: 'model',
          deviceName: [{ name: 'Endwatch', type: 'model-name' }],
          ...(score.modelChecksum === null
            ? {}
            : { identifier: [checksumOf(score.modelChecksum)] }),
          version: [{ value: score.modelVersion }],
          note: [{ text: `Trained on ${manifest.trainedOn} patients` }],
        },
      ],
      status: 'final',
      method: { text: `Concat-Fusion hazard model, feature set ${manifest.featureSet}` },
      subject: { reference: `Patient/${score.patientId}` },
      occurrenceDateTime: new Date(score.asOf).toISOString(),
      performer: { reference: '#model' },
      basis: [...inputsOf(score), ...score.reportKeys.map((display) => ({ display }))],
      prediction: predictions
        .filter(({ probability }) => probability !== null)
        .map(({ probability, end }) => ({
          outcome: END_CODE,
          probabilityDecimal: probability,
          whenPeriod: {
            start: new Date(score.asOf).toISOString(),
            end: new Date(end).toISOString(),
          },
        })),
    },
  });
}

/** The inputs by name: they are values at one moment, not resources of their own. */
function inputsOf({ features: { values, missing } }: OutgoingScore): object[] {
  const inputs: object[] = [];
  for (const [i, name] of FEATURE_NAMES.entries()) {
    if (missing[i] === 0) inputs.push({ display: `${name}=${sixDigits(values[i] ?? NaN)}` });
  }
  return inputs;
}

/** Most are whole numbers, which need no rounding. */
function sixDigits(value: number): string {
  const short = Number.isInteger(value) && Math.abs(value) < 1e6;
  return String(short ? value : Number(value.toPrecision(6)));
}

/** An alert as FHIR R4 Flag: active until it is resolved. */
export function alertMessage(
  prefix: string,
  { alert, id }: { alert: AlertState; id: string },
): NewLogRecord {
  const resolved = alert.state === 'resolved';
  return message(topicName(prefix, 'alerts'), {
    key: alert.patientId,
    id,
    type: 'endwatch.alert',
    at: alert.stateSince,
    body: {
      resourceType: 'Flag',
      id: alert.id,
      identifier: [{ system: 'urn:endwatch:alert', value: alert.id }],
      status: resolved ? 'inactive' : 'active',
      category: [{ coding: [FLAG_CATEGORY] }],
      code: {
        coding: [{ system: 'urn:endwatch:alert-kind', code: alert.kind }],
        text: alert.reason,
      },
      subject: { reference: `Patient/${alert.patientId}` },
      period: {
        start: new Date(alert.raisedAt).toISOString(),
        ...(resolved ? { end: new Date(alert.stateSince).toISOString() } : {}),
      },
    },
  });
}

/** A rejected record with its raw bytes, where it came from and why. */
export function deadLetter(
  prefix: string,
  { rejection, id }: { rejection: StoredRejection; id: string },
): NewLogRecord {
  const { origin } = rejection;
  const stream: OutboundStream = 'dead-letters';
  return {
    topic: topicName(prefix, stream),
    key: origin.key,
    value: rejection.raw,
    headers: {
      ce_specversion: '1.0',
      ce_source: SOURCE,
      ce_id: id,
      ce_type: 'endwatch.rejection',
      ce_time: new Date(origin.ingestedAt).toISOString(),
      endwatch_code: rejection.code,
      endwatch_detail: rejection.detail,
      endwatch_door: origin.door,
      ...(origin.topic === null ? {} : { endwatch_topic: origin.topic }),
      ...(origin.partition === null ? {} : { endwatch_partition: String(origin.partition) }),
      ...(origin.offset === null ? {} : { endwatch_offset: String(origin.offset) }),
    },
  };
}
