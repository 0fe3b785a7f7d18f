import { randomUUID } from 'node:crypto';
import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import { DAY, HOUR } from '@endwatch/clinical';
import {
  coverSchema,
  coversWard,
  DUTIES,
  planSchema,
  swapSchema,
  type DutyName,
  type Rota,
} from '@endwatch/contracts';
import type { Request } from 'express';
import * as z from 'zod';
import { planShifts } from '../domain/on-call/plan-shifts.ts';
import {
  clashOf,
  coverShift,
  gaps,
  onDuty,
  swapShifts,
  type Changed,
  type Shift,
} from '../domain/on-call/rota.ts';
import { AccountStore } from '../pipeline/account-store.ts';
import { Clock } from '../pipeline/ports.ts';
import { isOnTheRota } from '../pipeline/rota-people.ts';
import { RotaStore } from '../pipeline/rota-store.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { assertWard, Who, type Visitor } from './access/visitor.ts';
import { actorOf, iso, nameOf, viewOf } from './rota-view.ts';
import { SiteTime } from './site-time.ts';
import { ZodPipe } from './zod.pipe.ts';

const time = z.iso
  .datetime({ offset: true })
  .transform((given) => Date.parse(given))
  .optional();
const span = z.object({ from: time, to: time, ward: z.string().min(1).max(200).optional() });
/** As far back and ahead as a change may be about. */
const HORIZON = 400 * DAY;

/** Who is on duty, and changes of it. Every change is in the audit, and the rota as it was stays known. */
@Controller('api/rota')
export class RotaController {
  readonly #rota: RotaStore;
  readonly #accounts: AccountStore;
  readonly #clock: Clock;
  readonly #audit: AuditLog;
  readonly #site: SiteTime;

  constructor(
    rota: RotaStore,
    accounts: AccountStore,
    clock: Clock,
    audit: AuditLog,
    site: SiteTime,
  ) {
    this.#rota = rota;
    this.#accounts = accounts;
    this.#clock = clock;
    this.#audit = audit;
    this.#site = site;
  }

  @Get()
  @Allow('rota.read')
  async read(
    @Query(new ZodPipe(span)) asked: z.output<typeof span>,
    @Who() visitor: Visitor,
  ): Promise<Rota> {
    const { ward = null } = asked;
    if (ward !== null) assertWard(visitor, ward);
    const now = this.#clock.now();
    const from = asked.from ?? now - 12 * HOUR;
    const to = asked.to ?? from + 14 * DAY;
    const [shifts, accounts] = await Promise.all([
      this.#rota.shifts({ from: Math.min(from, now), to: Math.max(to, now + 1) }),
      this.#accounts.accounts(),
    ]);
    const people = new Map(accounts.map((account) => [account.username, account]));
    const shows = (of: string | null): boolean =>
      of === null || (ward === null ? coversWard(visitor.wards, of) : of === ward);
    const about = (duty: DutyName): { ward: string | null; duty: DutyName } => ({ ward, duty });
    return {
      ...{ timeZone: this.#site.timeZone, from: iso(from), to: iso(to) },
      shifts: shifts
        .filter((shift) => shift.to > from && shift.from < to && shows(shift.ward))
        .map((shift) => viewOf(shift, people)),
      gaps: DUTIES.flatMap((duty) =>
        gaps(shifts, { ...about(duty), from: Math.max(from, now), to }).map((gap) => ({
          ...{ duty, from: iso(gap.from), to: iso(gap.to) },
        })),
      ),
      now: Object.fromEntries(
        DUTIES.map((duty) => {
          const shift = onDuty(shifts, { ...about(duty), at: now });
          return [duty, shift && nameOf(shift.username, people)];
        }),
      ) as Rota['now'],
      people: accounts
        .filter(isOnTheRota)
        .map(({ username, name, role }) => ({ username, name, role })),
    };
  }

  @Post('shifts')
  @HttpCode(201)
  @Allow('rota.write')
  async plan(
    @Body(new ZodPipe(planSchema)) asked: z.output<typeof planSchema>,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<{ made: number }> {
    const { ward, duty } = asked;
    if (ward !== null) assertWard(visitor, ward);
    await this.#assertPeople(asked.people);
    const planned = planShifts({ ...asked, timeZone: this.#site.timeZone });
    const add = planned.map((each): Shift => ({
      ...{ id: randomUUID(), ward, duty, ...each, origin: 'planned', replaces: null },
    }));
    const there = await this.#shifts();
    for (const shift of add) {
      const clash = clashOf(there, shift);
      if (clash) throw new ConflictException(clash.problem);
    }
    await this.#apply({ ok: true, withdraw: [], add }, request);
    return { made: add.length };
  }

  @Post('shifts/:id/cover')
  @HttpCode(200)
  @Allow('rota.write')
  async cover(
    @Param('id') id: string,
    @Body(new ZodPipe(coverSchema)) asked: z.output<typeof coverSchema>,
    @Req() request: Request,
  ): Promise<void> {
    await this.#assertPeople([asked.username]);
    const changed = coverShift(await this.#shifts(), {
      ...{ id, newId: randomUUID(), by: asked.username, now: this.#clock.now() },
      from: asked.from === undefined ? -Infinity : Date.parse(asked.from),
      to: asked.to === undefined ? Infinity : Date.parse(asked.to),
    });
    await this.#apply(changed, request);
  }

  @Post('swaps')
  @HttpCode(200)
  @Allow('rota.write')
  async swap(
    @Body(new ZodPipe(swapSchema)) { first, second }: z.output<typeof swapSchema>,
    @Req() request: Request,
  ): Promise<void> {
    const changed = swapShifts(await this.#shifts(), {
      ...{ ids: [first, second], newIds: [randomUUID(), randomUUID()], now: this.#clock.now() },
    });
    await this.#apply(changed, request);
  }

  @Delete('shifts/:id')
  @HttpCode(204)
  @Allow('rota.write')
  async withdraw(@Param('id') id: string, @Req() request: Request): Promise<void> {
    await this.#apply({ ok: true, withdraw: [id], add: [] }, request);
  }

  async #shifts(): Promise<readonly Shift[]> {
    const now = this.#clock.now();
    return this.#rota.shifts({ from: now - HORIZON, to: now + HORIZON });
  }

  async #assertPeople(usernames: readonly string[]): Promise<void> {
    const accounts = await this.#accounts.accounts();
    const known = new Set(accounts.filter(isOnTheRota).map(({ username }) => username));
    const stranger = usernames.find((username) => !known.has(username));
    if (stranger === undefined) return;
    throw new BadRequestException(`${stranger} is nobody who can be put on the rota.`);
  }

  async #apply(changed: Changed, request: Request): Promise<void> {
    if (!changed.ok) throw new ConflictException(changed.problem);
    const { withdraw, add } = changed;
    const at = this.#clock.now();
    if (!(await this.#rota.change({ withdraw, add, by: actorOf(request), at }))) {
      throw new ConflictException('Somebody else was faster: the rota has changed meanwhile.');
    }
    const made = add.map(({ username, duty, from, to }) => ({
      ...{ username, duty, from: iso(from), to: iso(to) },
    }));
    await this.#audit.record(request, {
      ...{ action: 'rota.change', detail: { withdrawn: withdraw, made } },
    });
  }
}
