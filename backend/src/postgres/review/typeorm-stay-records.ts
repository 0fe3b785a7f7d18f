import type { DataSource } from 'typeorm';
import type { StoredPatient } from '../../pipeline/ports.ts';
import { StayRecords } from '../../pipeline/review-stays.ts';
import { withClient } from '../connection.ts';
import { loadPatients } from '../load-patients.ts';

export class TypeormStayRecords extends StayRecords {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async patient(id: string): Promise<StoredPatient | null> {
    const [stored] = await withClient(this.#source, (client) =>
      loadPatients(client, [id], 'every-stay'),
    );
    return stored && stored.version > 0 ? stored : null;
  }
}
