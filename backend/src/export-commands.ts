import { hostname, userInfo } from 'node:os';
import type { DataSource } from 'typeorm';
import { disguisedStay, type DisguisedStay } from './domain/export/disguised-stay.ts';
import { EVERY_STAY } from './domain/review/stay-filter.ts';
import { StayExport } from './pipeline/stay-export.ts';
import { TypeormReviewStays } from './postgres/review/typeorm-review-stays.ts';
import { TypeormStayRecords } from './postgres/review/typeorm-stay-records.ts';
import { insertAuditEntry } from './postgres/typeorm-audit-trail.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';
import { drawDisguise, shuffled } from './system/disguise.ts';
import { seismometerFiles, type OutgoingFile } from './system/seismometer-files.ts';

/** Every patient's newest stay, de-identified, a line each. In the audit before the first one leaves. */
export async function exportStays(
  source: DataSource,
  write: (line: string) => Promise<void>,
): Promise<void> {
  const now = Date.now();
  const records = new TypeormStayRecords(source);
  const ids = await new TypeormPatientQueries(source).patientIds();
  await writeDown(source, 'cohort', ids.length);
  for (const id of shuffled(ids)) {
    const question = await records.patient(id, now);
    const stay = question && disguisedStay(question, null, drawDisguise());
    if (stay) await write(`${JSON.stringify(lineOf(stay))}\n`);
  }
}

/** Forecasts and events of every stay as seismometer opens them. In the audit before the first one leaves. Answers with how many stays. */
export async function exportSeismometer(
  source: DataSource,
  metadata: string,
  write: (file: OutgoingFile) => void,
): Promise<number> {
  const stays = await new TypeormReviewStays(source).load(EVERY_STAY);
  await writeDown(source, 'seismometer', stays.length);
  const records = new TypeormStayRecords(source);
  const leaving = new StayExport(records, drawDisguise);
  const disguised = leaving.of(shuffled(stays), { now: Date.now(), pause: () => null });
  for await (const file of seismometerFiles(disguised, metadata)) write(file);
  return stays.length;
}

/** Nobody signs in to a command: it is the account of the machine that it is run by. */
async function writeDown(source: DataSource, what: string, stays: number): Promise<void> {
  await insertAuditEntry(source, {
    ...{ at: Date.now(), actor: machineAccount(), role: null, action: 'review.export' },
    ...{ patientId: null, wardId: null, subject: what, origin: null },
    detail: { stays, command: `npm run export-${what}` },
  });
}

/** "os:ward@desk-7": no user name of Endwatch has a colon. */
function machineAccount(): string {
  return `os:${osUser()}@${hostname()}`;
}

function osUser(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container nobody may be called what the process runs as.
    return String(process.getuid?.() ?? 'unknown');
  }
}

/** A cohort's stay, with what the board showed of it. */
function lineOf({ course, ...stay }: DisguisedStay): object {
  return {
    ...stay,
    forecasts: course.scores.map(
      ({ asOf, knownAt, supersededAt, next24h, by48h, by7d, modelVersion }) => ({
        ...{ asOf, knownAt, supersededAt, next24h, by48h, by7d, modelVersion },
      }),
    ),
  };
}
