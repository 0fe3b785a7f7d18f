import { Controller, Get, NotFoundException, Param, Query, Req } from '@nestjs/common';
import type { AsKnown } from '@endwatch/contracts';
import type { Request } from 'express';
import * as z from 'zod';
import { asKnown } from '../domain/patient-page/as-known.ts';
import { Clock } from '../pipeline/ports.ts';
import { PatientQueries } from '../pipeline/read-ports.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { PatientAccess } from './access/patient-access.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { CurrentPolicy } from './review/current-policy.ts';
import { ZodPipe } from './zod.pipe.ts';

const query = z.object({ at: z.iso.datetime({ offset: true }) });

/** What was known of a patient at a moment: a past that nothing which came later has touched. */
@Controller('api/patients')
@Allow('patient.read')
export class AsKnownController {
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
    this.#queries = queries;
    this.#policies = policies;
    this.#clock = clock;
    this.#access = access;
    this.#audit = audit;
  }

  /** Of a moment that is still to come: what is known now. */
  @Get(':id/as-known')
  async read(
    @Param('id') id: string,
    @Query(new ZodPipe(query)) asked: z.output<typeof query>,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<AsKnown> {
    await this.#access.assert(visitor, id);
    const [history, tile, examinations] = await Promise.all([
      this.#queries.history(id),
      this.#queries.boardRow(id),
      this.#policies.examinations.history(),
    ]);
    if (history === null || history.stored.mergedInto !== null) {
      throw new NotFoundException('There is no such patient.');
    }
    const at = Math.min(Date.parse(asked.at), this.#clock.now());
    await this.#audit.recordOnce(request, {
      ...{ action: 'patient.read', patientId: id, wardId: tile?.ward.id ?? null },
      ...{ subject: 'as-known', detail: { at: asked.at } },
    });
    const { model, end } = this.#policies;
    return asKnown({
      ...{ history, at, manifest: model.manifest, definitionAt: end.definitionAt },
      scheduleOf: (ward) => examinations(ward, at).schedule,
    });
  }
}
