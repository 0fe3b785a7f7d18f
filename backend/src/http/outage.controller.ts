import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { outageTickSchema, type Outage, type OutageTick } from '@endwatch/contracts';
import type { Request } from 'express';
import { Clock } from '../pipeline/ports.ts';
import { Outages } from '../pipeline/read-ports.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { PatientAccess } from './access/patient-access.ts';
import { assertWard, Who, type Visitor } from './access/visitor.ts';
import { ZodPipe } from './zod.pipe.ts';

/** Whom to look after by hand because Endwatch was not there for a while. */
@Controller('api/wards/:ward/outages')
export class OutageController {
  readonly #outages: Outages;
  readonly #clock: Clock;
  readonly #audit: AuditLog;
  readonly #access: PatientAccess;

  constructor(outages: Outages, clock: Clock, audit: AuditLog, access: PatientAccess) {
    this.#access = access;
    this.#outages = outages;
    this.#clock = clock;
    this.#audit = audit;
  }

  @Get()
  @Allow('patient.read')
  async open(@Param('ward') ward: string, @Who() visitor: Visitor): Promise<Outage[]> {
    assertWard(visitor, ward);
    const open = await this.#outages.open(ward);
    return open.map(({ from, to, patients }) => ({
      ...{ from: new Date(from).toISOString(), to: new Date(to).toISOString() },
      patients: patients.map((patient) => ({ ...patient })),
    }));
  }

  @Post('ticks')
  @HttpCode(204)
  @Allow('alert.act')
  async tick(
    @Param('ward') ward: string,
    @Body(new ZodPipe(outageTickSchema)) { from, patientId }: OutageTick,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    assertWard(visitor, ward);
    await this.#access.assert(visitor, patientId);
    const done = { by: visitor.name, at: this.#clock.now() };
    await this.#outages.tick({ from: Date.parse(from), patientId }, done);
    await this.#audit.record(request, { action: 'outage.check', patientId, wardId: ward });
  }
}
