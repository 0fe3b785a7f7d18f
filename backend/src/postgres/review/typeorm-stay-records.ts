import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { SummaryQuestion } from '../../domain/review/summarise-stays.ts';
import { StayRecords } from '../../pipeline/review-stays.ts';
import { withClient } from '../connection.ts';
import { loadPatients } from '../load-patients.ts';
import { readLocationDirectory } from '../location-directory.ts';
import { storableText } from '../storable.ts';
import { readAlerts, readScores } from './read-courses.ts';

export class TypeormStayRecords extends StayRecords {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async patient(id: string, now: EpochMs): Promise<SummaryQuestion | null> {
    return withClient(this.#source, async (client) => {
      const [stored] = await loadPatients(client, [id], 'every-stay');
      if (!stored || stored.version === 0) return null;
      const known = [storableText(id)];
      const [[scores = []], [alerts = []]] = [
        [...(await readScores(client, known)).values()],
        [...(await readAlerts(client, known)).values()],
      ];
      return { stored, scores, alerts, directory: await readLocationDirectory(client), now };
    });
  }
}
