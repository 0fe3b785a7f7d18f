import { Injectable } from '@nestjs/common';
import type { EpochMs, ExaminationSchedule } from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import { tileThen } from '../../domain/patient-page/as-known.ts';
import { PatientQueries } from '../../pipeline/read-ports.ts';
import { CurrentPolicy } from './current-policy.ts';

export type ScheduleThen = (ward: string | null, at: EpochMs) => ExaminationSchedule;

/** The board as it was, for who reviews the care and need not know whose. */
@Injectable()
export class BoardThen {
  readonly #queries: PatientQueries;
  readonly #policies: CurrentPolicy;

  constructor(queries: PatientQueries, policies: CurrentPolicy) {
    this.#queries = queries;
    this.#policies = policies;
  }

  /** What held on a ward at a moment. */
  async schedules(): Promise<ScheduleThen> {
    const examinations = await this.#policies.examinations.history();
    return (ward, at) => examinations(ward, at).schedule;
  }

  /** The tile as it stood on a board at a moment, without a name; null where that stay was on none. */
  async tile(
    { patientId, encounterId }: Pick<BoardRow, 'patientId' | 'encounterId'>,
    at: EpochMs,
    scheduleOf: ScheduleThen,
  ): Promise<BoardRow | null> {
    const history = await this.#queries.history(patientId);
    if (history === null) return null;
    const { model, end } = this.#policies;
    const shown = tileThen({
      ...{ history, at, manifest: model.manifest, definitionAt: end.definitionAt },
      scheduleOf: (ward) => scheduleOf(ward, at),
    });
    const isThere = shown?.placement && shown.row.encounterId === encounterId;
    return isThere ? { ...shown.row, name: '' } : null;
  }
}
