import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { DAY, DEFAULT_EXAMINATION_SCHEDULE, END_PAPER, type EpochMs } from '@endwatch/clinical';
import type { BoardRow, PatientDetail, Trajectory } from '@endwatch/contracts';
import { lastRow } from '../domain/patient-page/last-row.ts';
import { toPatientDetail } from '../domain/patient-page/patient-detail.ts';
import { toTrajectory, TRAJECTORY } from '../domain/patient-page/trajectory.ts';
import { Clock, RiskModel, type StoredPatient } from '../pipeline/ports.ts';
import { PatientQueries } from '../pipeline/read-ports.ts';

const NOBODY = 'There is no such patient, or no stay of that patient.';

@Controller('api/patients')
export class PatientController {
  readonly #queries: PatientQueries;
  readonly #model: RiskModel;
  readonly #clock: Clock;

  constructor(queries: PatientQueries, model: RiskModel, clock: Clock) {
    this.#model = model;
    this.#queries = queries;
    this.#clock = clock;
  }

  @Get(':id')
  async detail(@Param('id') id: string): Promise<PatientDetail> {
    const [stored, tile, alerts] = await Promise.all([
      this.#queries.patient(id),
      this.#queries.boardRow(id),
      this.#queries.alerts(id),
    ]);
    const now = this.#clock.now();
    const shown = tile ?? (stored && this.#afterwards(stored, now));
    if (!stored || !shown) throw new NotFoundException(NOBODY);
    return toPatientDetail({ stored, ...shown, alerts, now });
  }

  /** Of a patient who was discharged or died. */
  #afterwards(stored: StoredPatient, now: EpochMs): { ward: null; row: BoardRow } | null {
    const row = lastRow({
      ...{ stored, now, definition: END_PAPER, schedule: DEFAULT_EXAMINATION_SCHEDULE },
      manifest: this.#model.manifest,
    });
    return row && { ward: null, row };
  }

  @Get(':id/trajectory')
  async trajectory(@Param('id') id: string): Promise<Trajectory> {
    const now = this.#clock.now();
    const [stored, scores] = await Promise.all([
      this.#queries.examinations(id),
      this.#queries.scores(id, now - 2 * TRAJECTORY, now + DAY),
    ]);
    const trajectory =
      stored && toTrajectory({ stored, scores, definition: END_PAPER, now: this.#clock.now() });
    if (!trajectory) throw new NotFoundException(NOBODY);
    return trajectory;
  }
}
