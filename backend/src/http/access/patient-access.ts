import { ForbiddenException, Injectable } from '@nestjs/common';
import { PatientQueries } from '../../pipeline/read-ports.ts';
import { assertWard, type Visitor } from './visitor.ts';

/** Whether somebody may see a patient: by the ward where the patient is now. */
@Injectable()
export class PatientAccess {
  readonly #queries: PatientQueries;

  constructor(queries: PatientQueries) {
    this.#queries = queries;
  }

  /** Rejects with 403 when not; a patient who has left, or whom nobody knows, is for those who have every ward. */
  async assert(visitor: Visitor, patientId: string | null): Promise<void> {
    if (visitor.wards === null) return;
    const tile = patientId === null ? null : await this.#queries.boardRow(patientId);
    if (tile === null) throw new ForbiddenException('That patient is on none of your wards.');
    assertWard(visitor, tile.ward.id);
  }
}
