import {
  Body,
  Controller,
  HttpCode,
  Param,
  Post,
  Req,
  UnprocessableEntityException,
} from '@nestjs/common';
import { newExaminationSchema, type NewExamination } from '@endwatch/contracts';
import type { Request } from 'express';
import { toObservation } from '../domain/examination/to-observation.ts';
import { FrontDoor } from '../pipeline/front-door.ts';
import { Clock } from '../pipeline/ports.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { PatientAccess } from './access/patient-access.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { ZodPipe } from './zod.pipe.ts';

/** An examination charted on a page of ours: it goes the way of everything that comes from elsewhere. */
@Controller('api/patients/:id/examinations')
@Allow('examination.write')
export class ExaminationController {
  readonly #door: FrontDoor;
  readonly #clock: Clock;
  readonly #access: PatientAccess;
  readonly #audit: AuditLog;

  constructor(door: FrontDoor, clock: Clock, access: PatientAccess, audit: AuditLog) {
    this.#door = door;
    this.#clock = clock;
    this.#access = access;
    this.#audit = audit;
  }

  /** Answers once it is durable in the log; 422 with the reason where it is not believed. */
  @Post()
  @HttpCode(202)
  async chart(
    @Param('id') patientId: string,
    @Body(new ZodPipe(newExaminationSchema)) examination: NewExamination,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<{ id: string }> {
    await this.#access.assert(visitor, patientId);
    const { username, name } = visitor;
    const now = this.#clock.now();
    const observation = toObservation(examination, { patientId, username, name, now });
    const { entries } = await this.#door.receive(Buffer.from(JSON.stringify(observation)), {
      now,
      onlyType: 'Observation',
    });
    const refusals = entries.flatMap((entry) => entry.refusals);
    if (refusals.length > 0) {
      throw new UnprocessableEntityException(refusals.map(({ detail }) => detail).join('; '));
    }
    await this.#audit.record(request, {
      ...{ action: 'examination.write', patientId, subject: examination.clientId },
    });
    return { id: examination.clientId };
  }
}
