import {
  lookup,
  type EncounterLocation,
  type EncounterRecord,
  type EncounterStatus,
  type EpochMs,
  type RecordStatus,
} from '@endwatch/clinical';
import type {
  Encounter,
  EncounterLocation as FhirEncounterLocation,
  Extension,
  Location,
  Period,
} from 'fhir/r4.js';
import * as z from 'zod';
import { codingsOf, wordsOf } from './coding.ts';
import type { Decoding, Entry } from './decoding.ts';
import {
  CLOCK_SKEW_MS,
  isNotFuture,
  isRetracted,
  lastUpdatedOf,
  recordHead,
  subjectOf,
} from './record-head.ts';
import { asId, referenceIn } from './references.ts';
import { isStripped } from './stripped.ts';
import { asObject, asText, objectsOf, quoted, type Unproven } from './unproven.ts';

export const DATA_ABSENT_REASON = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** Inpatient, acute, non-acute, emergency: the classes that make a stay. */
const STAY_CLASSES: ReadonlySet<unknown> = new Set(['IMP', 'ACUTE', 'NONACUTE', 'EMER']);

const encounterSchema = z.object({
  status: z.string().catch('unknown'),
  class: z.object({ code: z.string().optional() }).optional(),
});

const STATUS: Readonly<Record<string, EncounterStatus>> = lookup({
  planned: 'planned',
  finished: 'finished',
  cancelled: 'cancelled',
  'entered-in-error': 'cancelled',
});

/** How far a stay has come: of two versions without other order the later status holds. */
const RECORD_STATUS: Readonly<Record<EncounterStatus, RecordStatus>> = {
  planned: 'registered',
  'in-progress': 'preliminary',
  finished: 'final',
  cancelled: 'cancelled',
};

/** FHIR's "expired", and the same of the US discharge list NUBC. */
const DIED_CODES: ReadonlySet<unknown> = new Set(['exp', '20', '40', '41', '42']);
const DIED_WORDS = /\b(expired|died|deceased|dead)\b/;

/** A stay in hospital, with where the patient lies. */
export function readEncounter(entry: Entry, decoding: Decoding): void {
  const encounter = entry.resource as Unproven<Encounter>;
  const status = statusOfStay(entry, decoding);
  if (status === null) return;
  const patientId = subjectOf(entry, encounter.subject, decoding);
  if (patientId === null) return;
  const encounterStatus = STATUS[status] ?? 'in-progress';
  const retracted = isRetracted(status);
  const began = beginningOf(entry, encounterStatus, decoding);
  if (began === null) return;
  const { start } = began;
  const stay = {
    encounterStatus,
    ...began,
    end: retracted ? null : endOf(entry, began, decoding),
    locations: locationsOf(entry),
    died: diedIn(encounter),
  };
  const head = recordHead(entry, {
    patientId,
    status: status === 'entered-in-error' ? status : RECORD_STATUS[encounterStatus],
    retracted,
    effectiveAt: start,
    issuedAt: null,
    identity: 'stay',
    content: JSON.stringify(stay),
    changing: true,
  });
  const encounterId = asId(entry.resource['id']) ?? head.resourceKey.slice('Encounter/'.length);
  decoding.record({ type: 'encounter', ...head, encounterId, ...stay });
}

/** Null for what is no stay: counted, or refused where that cannot be told. */
function statusOfStay(entry: Entry, decoding: Decoding): string | null {
  const { data } = encounterSchema.safeParse(entry.resource);
  if (data !== undefined && isStripped(entry, data.status, ['class'])) return data.status;
  if (data?.class === undefined) {
    decoding.reject('not-fhir', `Encounter.class is ${quoted(entry.resource['class'])}`);
    return null;
  }
  const { code } = data.class;
  if (STAY_CLASSES.has(code)) return data.status;
  const name = code !== undefined && /^[A-Z]{2,12}$/.test(code) ? code : 'other';
  decoding.ignore(`Encounter:${name}`);
  return null;
}

function periodOf(entry: Entry): Unproven<Period> | null {
  return asObject(entry.resource['period']);
}

/** FHIR's way to say that the start is not known, and HL7 v2's updates: what they say still moves or ends the stay. */
function isUnsaid(period: Unproven<Period> | null): boolean {
  const extensions = objectsOf<Extension>(asObject(period?._start)?.['extension']);
  return period?.start === undefined && extensions.some(({ url }) => url === DATA_ABSENT_REASON);
}

function saidAt(entry: Entry): EpochMs {
  const { brokerAt, ingestedAt } = entry.origin;
  return Math.min(lastUpdatedOf(entry) ?? brokerAt, ingestedAt);
}

type Beginning = Pick<EncounterRecord, 'start' | 'startUnsaid'>;

function beginningOf(entry: Entry, status: EncounterStatus, decoding: Decoding): Beginning | null {
  if (isUnsaid(periodOf(entry))) return { start: saidAt(entry), startUnsaid: true };
  const start = startOf(entry, status, decoding);
  return start === null ? null : { start };
}

/** Notes `no-time` or `time-in-future`. A planned stay may lie ahead; one that was called off needs no start. */
function startOf(entry: Entry, status: EncounterStatus, decoding: Decoding): EpochMs | null {
  const given = periodOf(entry)?.start;
  const start = entry.siteTime.instant(given);
  if (start === null) {
    if (status === 'cancelled') return saidAt(entry);
    decoding.reject(
      'no-time',
      `period.start is ${given === undefined ? 'missing' : quoted(given)}`,
    );
    return null;
  }
  const mayLieAhead = status === 'planned' || status === 'cancelled';
  return mayLieAhead || isNotFuture(entry, start, 'period.start', decoding) ? start : null;
}

/** An end that cannot be is noted and left out: the patient stays on the board. */
function endOf(entry: Entry, began: Beginning, decoding: Decoding): EpochMs | null {
  const given = periodOf(entry)?.end;
  if (given === undefined) return null;
  const end = entry.siteTime.instant(given);
  if (end === null) {
    decoding.reject('no-time', `period.end is ${quoted(given)}`);
    return null;
  }
  if (end < began.start && !began.startUnsaid) {
    decoding.reject('value-implausible', 'period.end is before period.start');
    return null;
  }
  // Senders put the expected discharge here; nobody has left yet.
  if (end > entry.origin.ingestedAt + CLOCK_SKEW_MS) {
    decoding.reject('time-in-future', `period.end ${quoted(given)} lies ahead of the clock`);
    return null;
  }
  return end;
}

function locationsOf(entry: Entry): readonly EncounterLocation[] {
  const listed = objectsOf<FhirEncounterLocation>(entry.resource['location']);
  return listed.flatMap((one) => {
    const place = placeOf(entry, one.location);
    if (place === null) return [];
    const period = asObject(one.period) as Unproven<Period> | null;
    const active =
      one.status === 'active' || (one.status === undefined && period?.end === undefined);
    return [{ ...place, active, from: entry.siteTime.instant(period?.start) }];
  });
}

/** A place with nothing but words goes by its words. */
function placeOf(
  entry: Entry,
  location: unknown,
): Pick<EncounterLocation, 'locationId' | 'display'> | null {
  const reference = referenceIn(location);
  const display = asText(asObject(location)?.['display']);
  const id = entry.references.idIn(reference, 'Location', entry.resource);
  if (id !== null) return { locationId: id, display };
  const inside = entry.references.find(reference, entry.resource)?.resource as
    Unproven<Location> | undefined;
  const words = display ?? asText(inside?.name);
  return words === null ? null : { locationId: words, display: words };
}

function diedIn(encounter: Unproven<Encounter>): boolean {
  const disposition = asObject(encounter.hospitalization)?.['dischargeDisposition'];
  const coded = codingsOf(disposition).some(({ code }) => DIED_CODES.has(code));
  return coded || DIED_WORDS.test(wordsOf(disposition));
}
