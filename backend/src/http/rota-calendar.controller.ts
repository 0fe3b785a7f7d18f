import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  Get,
  Header,
  HttpCode,
  Post,
  Query,
  Req,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { coversWard, rotaImportQuerySchema, type RotaImport } from '@endwatch/contracts';
import type { Request } from 'express';
import * as z from 'zod';
import type { ImportPlan } from '../domain/on-call/import-rota.ts';
import { AccountStore } from '../pipeline/account-store.ts';
import { BoardFeed } from '../pipeline/read-ports.ts';
import { RotaExchange } from '../pipeline/rota-exchange.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { assertWard, Who, type Visitor } from './access/visitor.ts';
import { iso, namesOf, viewOf } from './rota-view.ts';
import { ZodPipe } from './zod.pipe.ts';

const time = z.iso
  .datetime({ offset: true })
  .transform((given) => Date.parse(given))
  .optional();
const exported = z.object({ ward: z.string().min(1).max(200).optional(), from: time, to: time });

/** The rota to and from calendars, as iCalendar. */
@Controller('api/rota')
export class RotaCalendarController {
  readonly #exchange: RotaExchange;
  readonly #accounts: AccountStore;
  readonly #feed: BoardFeed;
  readonly #audit: AuditLog;

  constructor(exchange: RotaExchange, accounts: AccountStore, feed: BoardFeed, audit: AuditLog) {
    this.#exchange = exchange;
    this.#accounts = accounts;
    this.#feed = feed;
    this.#audit = audit;
  }

  /** Of a ward: its own shifts and those for every ward. Of no ward: whatever the reader covers. */
  @Get('calendar.ics')
  @Allow('rota.read')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="endwatch-rota.ics"')
  @Header('cache-control', 'private, no-cache')
  async calendar(
    @Query(new ZodPipe(exported)) { ward: asked, from, to }: z.output<typeof exported>,
    @Who() visitor: Visitor,
  ): Promise<string> {
    if (asked !== undefined) assertWard(visitor, asked);
    const wards = await this.#feed.wards();
    const shows = (ward: string | null): boolean =>
      ward === null || (asked === undefined ? coversWard(visitor.wards, ward) : ward === asked);
    return this.#exchange.calendar(shows, {
      wardNames: new Map(wards.map(({ id, name }) => [id, name])),
      within: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    });
  }

  @Post('import')
  @HttpCode(200)
  @Allow('rota.write')
  async import(
    @Query(new ZodPipe(rotaImportQuerySchema)) asked: z.output<typeof rotaImportQuerySchema>,
    @Body() text: unknown,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<RotaImport> {
    if (typeof text !== 'string') {
      throw new UnsupportedMediaTypeException('A calendar is sent as text/calendar.');
    }
    const { ward = null, duty = null } = asked;
    if (ward !== null) assertWard(visitor, ward);
    const dryRun = asked.dryRun === 'true';
    const known = new Set((await this.#feed.wards()).map(({ id }) => id));
    const imported = await this.#exchange.import({
      ...{ text, dryRun, by: visitor.username, chosen: { ward, duty } },
      wardProblem: (one) => wardProblem(one, visitor, known),
    });
    if (imported.outcome === 'no-calendar') throw new BadRequestException(imported.problem);
    if (imported.outcome === 'overtaken') {
      throw new ConflictException('Somebody else was faster: the rota has changed meanwhile.');
    }
    const view = await this.#viewOf(imported.plan, dryRun);
    if (!dryRun) await this.#record(request, view);
    return view;
  }

  async #viewOf(
    { add, change, withdraw, ...plan }: ImportPlan,
    dryRun: boolean,
  ): Promise<RotaImport> {
    const nameOf = namesOf(await this.#accounts.accounts());
    return {
      ...{ dryRun, unchanged: plan.unchanged },
      add: add.map((shift) => viewOf(shift, nameOf)),
      change: change.map(({ before, after }) => ({
        ...{ before: viewOf(before, nameOf), after: viewOf(after, nameOf) },
      })),
      withdraw: withdraw.map((shift) => viewOf(shift, nameOf)),
      refused: plan.refused.map(({ line, summary, from, reason }) => ({
        ...{ line, summary, from: from === null ? null : iso(from), reason },
      })),
    };
  }

  async #record(request: Request, { add, change, withdraw, refused }: RotaImport): Promise<void> {
    const gone = [...withdraw, ...change.map(({ before }) => before)];
    const made = [...add, ...change.map(({ after }) => after)];
    await this.#audit.record(request, {
      action: 'rota.import',
      detail: {
        withdrawn: gone.map(({ id }) => id),
        made: made.map(({ username, duty, ward, from, to }) => ({
          username,
          duty,
          ward,
          from,
          to,
        })),
        refused: refused.length,
      },
    });
  }
}

function wardProblem(
  ward: string | null,
  { wards }: Visitor,
  known: ReadonlySet<string>,
): string | null {
  if (ward === null) return wards === null ? null : 'its ward is not among yours';
  if (!known.has(ward)) return 'there is no such ward';
  return coversWard(wards, ward) ? null : 'its ward is not among yours';
}
