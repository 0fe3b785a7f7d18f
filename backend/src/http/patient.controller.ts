import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { DAY, END_PAPER } from '@endwatch/clinical';
import type { PatientDetail, Trajectory } from '@endwatch/contracts';
import { toPatientDetail } from '../domain/patient-page/patient-detail.ts';
import { toTrajectory, TRAJECTORY } from '../domain/patient-page/trajectory.ts';
import { Clock } from '../pipeline/ports.ts';
import { PatientQueries } from '../pipeline/read-ports.ts';

const NOBODY = 'There is no such patient, or no stay of that patient.';

@Controller('api/patients')
export class PatientController {
  readonly #queries: PatientQueries;
  readonly #clock: Clock;

  constructor(queries: PatientQueries, clock: Clock) {
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
    if (!stored || !tile) throw new NotFoundException(NOBODY);
    return toPatientDetail({ stored, ...tile, alerts, now: this.#clock.now() });
  }

  @Get(':id/trajectory')
  async trajectory(@Param('id') id: string): Promise<Trajectory> {
    const now = this.#clock.now();
    const [stored, scores] = await Promise.all([
      this.#queries.course(id),
      this.#queries.scores(id, now - 2 * TRAJECTORY, now + DAY),
    ]);
    const trajectory =
      stored && toTrajectory({ stored, scores, definition: END_PAPER, now: this.#clock.now() });
    if (!trajectory) throw new NotFoundException(NOBODY);
    return trajectory;
  }
}
