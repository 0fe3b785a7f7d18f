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
import { coverSchema, coversWard, planSchema, swapSchema, type Rota } from '@endwatch/contracts';
import type { Request } from 'express';
import * as z from 'zod';
import { planShifts } from '../domain/on-call/plan-shifts.ts';
import {
  coverShift,
  inTheWay,
  swapShifts,
  withdrawShift,
  type Changed,
  type NameOf,
  type Shift,
} from '../domain/on-call/rota.ts';
import { AccountStore } from '../pipeline/account-store.ts';
import { Clock } from '../pipeline/ports.ts';
import { isOnTheRota } from '../pipeline/rota-people.ts';
import { RotaStore } from '../pipeline/rota-store.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { assertWard, Who, type Visitor } from './access/visitor.ts';
import { actorOf, iso, namesOf, rotaOf } from './rota-view.ts';
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
    const shows = (of: string | null): boolean =>
      of === null || (ward === null ? coversWard(visitor.wards, of) : of === ward);
    return rotaOf({ shifts, accounts, ward, shows, from, to, now, timeZone: this.#site.timeZone });
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
    assertWard(visitor, ward);
    await this.#assertPeople(asked.people);
    const planned = planShifts({ ...asked, timeZone: this.#site.timeZone });
    const add = planned.map((each): Shift => ({
      ...{ id: randomUUID(), ward, duty, ...each, origin: 'planned', replaces: null },
    }));
    const there = [...(await this.#shifts())];
    const nameOf = await this.#names();
    for (const shift of add) {
      const problem = inTheWay(there, shift, nameOf);
      if (problem !== null) throw new ConflictException(problem);
      there.push(shift);
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
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    await this.#assertPeople([asked.username]);
    const changed = coverShift(await this.#shiftsFor(visitor, [id]), {
      ...{ id, newId: randomUUID(), by: asked.username, now: this.#clock.now() },
      nameOf: await this.#names(),
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
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const changed = swapShifts(await this.#shiftsFor(visitor, [first, second]), {
      ...{ ids: [first, second], newIds: [randomUUID(), randomUUID()], now: this.#clock.now() },
      nameOf: await this.#names(),
    });
    await this.#apply(changed, request);
  }

  @Delete('shifts/:id')
  @HttpCode(204)
  @Allow('rota.write')
  async withdraw(
    @Param('id') id: string,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const shifts = await this.#shiftsFor(visitor, [id]);
    await this.#apply(withdrawShift(shifts, { id, now: this.#clock.now() }), request);
  }

  async #shifts(): Promise<readonly Shift[]> {
    const now = this.#clock.now();
    return this.#rota.shifts({ from: now - HORIZON, to: now + HORIZON });
  }

  /** @throws where one of those that are to be changed is of a ward that is not the visitor's */
  async #shiftsFor(visitor: Visitor, ids: readonly string[]): Promise<readonly Shift[]> {
    const shifts = await this.#shifts();
    for (const { id, ward } of shifts) if (ids.includes(id)) assertWard(visitor, ward);
    return shifts;
  }

  async #names(): Promise<NameOf> {
    return namesOf(await this.#accounts.accounts());
  }

  async #assertPeople(usernames: readonly string[]): Promise<void> {
    const accounts = await this.#accounts.accounts();
    const known = new Set(accounts.filter(isOnTheRota).map(({ username }) => username));
    const stranger = usernames.find((username) => !known.has(username));
    if (stranger === undefined) return;
    const name = namesOf(accounts)(stranger);
    throw new BadRequestException(`${name} is nobody who can be put on the rota.`);
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
