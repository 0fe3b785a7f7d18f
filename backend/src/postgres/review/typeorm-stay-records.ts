import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { CANARY_PREFIX } from '../../domain/canary/canary.ts';
import type { StoredPatient } from '../../domain/patient-state/stored-patient.ts';
import type { SummaryQuestion } from '../../domain/review/summarise-stays.ts';
import { StayRecords } from '../../pipeline/review-stays.ts';
import { withClient } from '../connection.ts';
import { readEndDefinitions } from '../end-versions.ts';
import { loadPatients } from '../load-patients.ts';
import { readLocationDirectory } from '../location-directory.ts';
import { storableText, toTimestamp } from '../storable.ts';
import { readAlerts, readScores } from './read-courses.ts';

/** Patients read at once. */
const TOGETHER = 32;
const ADMITTED = `SELECT patient_id FROM patient
  WHERE admitted_at >= $1 AND NOT starts_with(patient_id, '${CANARY_PREFIX}') ORDER BY patient_id`;

export class TypeormStayRecords extends StayRecords {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async *admittedSince(since: EpochMs): AsyncIterable<readonly StoredPatient[]> {
    const rows = await this.#source.query<{ patient_id: string }[]>(ADMITTED, [toTimestamp(since)]);
    for (let from = 0; from < rows.length; from += TOGETHER) {
      const ids = rows.slice(from, from + TOGETHER).map(({ patient_id }) => patient_id);
      yield await withClient(this.#source, (client) =>
        loadPatients(client, ids, 'every-examinations'),
      );
    }
  }

  async patient(id: string, now: EpochMs): Promise<SummaryQuestion | null> {
    const definitionAt = await readEndDefinitions(this.#source);
    return withClient(this.#source, async (client) => {
      const [stored] = await loadPatients(client, [id], 'every-stay');
      if (!stored || stored.version === 0) return null;
      const known = [storableText(id)];
      const [[scores = []], [alerts = []]] = [
        [...(await readScores(client, known)).values()],
        [...(await readAlerts(client, known)).values()],
      ];
      const directory = await readLocationDirectory(client);
      return { stored, scores, alerts, directory, definitionAt, now };
    });
  }
}
