import { Controller, Get, NotFoundException, Param, Query, Req } from '@nestjs/common';
import { HOUR, type BandThresholds } from '@endwatch/clinical';
import type { Handover } from '@endwatch/contracts';
import type { Request } from 'express';
import * as z from 'zod';
import { toHandover } from '../domain/handover/to-handover.ts';
import { Clock, RiskModel } from '../pipeline/ports.ts';
import { BoardFeed, HandoverQueries } from '../pipeline/read-ports.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { assertWard, Who, type Visitor } from './access/visitor.ts';
import { ZodPipe } from './zod.pipe.ts';

const query = z.object({ hours: z.coerce.number().int().min(1).max(48).default(12) });

/** The sheet that one shift hands to the next. */
@Controller('api/wards/:ward/handover')
@Allow('patient.read')
export class HandoverController {
  readonly #feed: BoardFeed;
  readonly #queries: HandoverQueries;
  readonly #clock: Clock;
  readonly #audit: AuditLog;
  readonly #thresholds: BandThresholds;

  constructor(
    feed: BoardFeed,
    queries: HandoverQueries,
    clock: Clock,
    audit: AuditLog,
    model: RiskModel,
  ) {
    this.#feed = feed;
    this.#queries = queries;
    this.#clock = clock;
    this.#audit = audit;
    this.#thresholds = model.manifest.thresholds;
  }

  @Get()
  async sheet(
    @Param('ward') ward: string,
    @Query(new ZodPipe(query)) { hours }: z.output<typeof query>,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<Handover> {
    assertWard(visitor, ward);
    const snapshot = await this.#feed.snapshot(ward);
    if (!snapshot) throw new NotFoundException('There is no such ward.');
    const from = this.#clock.now() - hours * HOUR;
    const ids = snapshot.rows.map(({ patientId }) => patientId);
    const events = await this.#queries.since(ids, from);
    await this.#audit.recordOnce(request, { action: 'handover.read', wardId: ward });
    return toHandover(snapshot, events, { from, thresholds: this.#thresholds });
  }
}
