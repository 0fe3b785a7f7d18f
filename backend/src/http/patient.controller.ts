import { Controller, Get, NotFoundException, Param, Req } from '@nestjs/common';
import type { EpochMs } from '@endwatch/clinical';
import type { BoardRow, PatientDetail, Trajectory } from '@endwatch/contracts';
import type { Request } from 'express';
import { lastRow } from '../domain/patient-page/last-row.ts';
import { toPatientDetail } from '../domain/patient-page/patient-detail.ts';
import { toTrajectory, TRAJECTORY, trajectoryStart } from '../domain/patient-page/trajectory.ts';
import { Clock, type StoredPatient } from '../pipeline/ports.ts';
import { PatientQueries } from '../pipeline/read-ports.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { PatientAccess } from './access/patient-access.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { CurrentPolicy } from './review/current-policy.ts';

const NOBODY = 'There is no such patient, or no stay of that patient.';

@Controller('api/patients')
@Allow('patient.read')
export class PatientController {
  readonly #queries: PatientQueries;
  readonly #policies: CurrentPolicy;
  readonly #clock: Clock;

  readonly #access: PatientAccess;
  readonly #audit: AuditLog;

  constructor(
    queries: PatientQueries,
    policies: CurrentPolicy,
    clock: Clock,
    access: PatientAccess,
    audit: AuditLog,
  ) {
    this.#policies = policies;
    this.#queries = queries;
    this.#clock = clock;
    this.#access = access;
    this.#audit = audit;
  }

  @Get(':id')
  async detail(
    @Param('id') id: string,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<PatientDetail> {
    await this.#access.assert(visitor, id);
    const [stored, tile, alerts] = await Promise.all([
      this.#queries.patient(id),
      this.#queries.boardRow(id),
      this.#queries.alerts(id),
    ]);
    const now = this.#clock.now();
    const shown = tile ?? (stored && this.#afterwards(stored, now));
    if (!stored || !shown) throw new NotFoundException(NOBODY);
    const wardId = tile?.ward.id ?? null;
    await this.#audit.recordOnce(request, { action: 'patient.read', patientId: id, wardId });
    return toPatientDetail({ stored, ...shown, alerts, now });
  }

  /** Of a patient who was discharged or died. */
  #afterwards(stored: StoredPatient, now: EpochMs): { ward: null; row: BoardRow } | null {
    const { end, model } = this.#policies;
    const { definitionAt } = end;
    const row = lastRow({ stored, now, definitionAt, manifest: model.manifest });
    return row && { ward: null, row };
  }

  @Get(':id/trajectory')
  async trajectory(@Param('id') id: string, @Who() visitor: Visitor): Promise<Trajectory> {
    await this.#access.assert(visitor, id);
    const now = this.#clock.now();
    const stored = await this.#queries.examinations(id);
    const from = stored && trajectoryStart(stored, now);
    if (!stored || from === null) throw new NotFoundException(NOBODY);
    const [scores, alertEvents] = await Promise.all([
      this.#queries.scores(id, from, from + TRAJECTORY),
      this.#queries.alertEvents(id),
    ]);
    const { definitionAt } = this.#policies.end;
    const trajectory = toTrajectory({ stored, scores, alertEvents, definitionAt, now });
    if (!trajectory) throw new NotFoundException(NOBODY);
    return trajectory;
  }
}
