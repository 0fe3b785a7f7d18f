import { Body, Controller, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import {
  examinationPlanChangeSchema,
  examinationPlanTrialSchema,
  settingQuerySchema,
  type BoardRow,
  type ExaminationPlanPreview,
  type ExaminationPlanView,
  type SettingQuery,
} from '@endwatch/contracts';
import type { Request } from 'express';
import type * as z from 'zod';
import { isoTime } from '../domain/board/iso-time.ts';
import { examinationLoad } from '../domain/examination/examination-load.ts';
import { examinationPlanOf, examinationRulesOf } from '../domain/examination/examination-rules.ts';
import { ExaminationPlanStore, ExaminationSetting } from '../pipeline/examination-setting.ts';
import { Clock } from '../pipeline/ports.ts';
import { BoardFeed } from '../pipeline/read-ports.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { ZodPipe } from './zod.pipe.ts';

type Change = z.output<typeof examinationPlanChangeSchema>;
type Trial = z.output<typeof examinationPlanTrialSchema>;

/** How often an NIHSS examination is due, in the house or on a ward; each change is a version of its own. */
@Controller('api/settings/examination-schedule')
@Allow('settings.manage')
export class ExaminationScheduleController {
  readonly #store: ExaminationPlanStore;
  readonly #setting: ExaminationSetting;
  readonly #feed: BoardFeed;
  readonly #clock: Clock;
  readonly #audit: AuditLog;

  constructor(
    store: ExaminationPlanStore,
    setting: ExaminationSetting,
    feed: BoardFeed,
    clock: Clock,
    audit: AuditLog,
  ) {
    this.#store = store;
    this.#setting = setting;
    this.#feed = feed;
    this.#clock = clock;
    this.#audit = audit;
  }

  @Get()
  async read(
    @Query(new ZodPipe(settingQuerySchema)) { ward }: SettingQuery,
  ): Promise<ExaminationPlanView> {
    await this.#setting.refresh();
    const versions = await this.#store.versions(ward);
    return {
      ward,
      plan: examinationPlanOf(this.#setting.of(ward)),
      house: examinationPlanOf(this.#setting.of(null)),
      shipped: examinationPlanOf(this.#setting.shipped),
      own: (versions[0]?.value ?? null) !== null,
      ownWards: [...this.#setting.ownWards],
      versions: versions.map(({ at, by, byName, value }) => ({
        at: isoTime(at),
        by,
        byName,
        plan: value,
      })),
    };
  }

  /** Within seconds every patient is judged by it, in every process. */
  @Put()
  async change(
    @Body(new ZodPipe(examinationPlanChangeSchema)) { ward, plan }: Change,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<ExaminationPlanView> {
    const at = this.#clock.now();
    await this.#store.add({ ward, value: plan, at, by: visitor.username });
    const subject = 'examination schedule';
    await this.#audit.record(request, {
      ...{ action: 'settings.change', wardId: ward, subject, detail: { plan } },
    });
    return this.read({ ward });
  }

  /** Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  async preview(
    @Body(new ZodPipe(examinationPlanTrialSchema)) { ward, plan }: Trial,
  ): Promise<ExaminationPlanPreview> {
    await this.#setting.refresh();
    const rows = await this.#rowsOf(ward);
    const now = this.#clock.now();
    return {
      patients: rows.length,
      tried: examinationLoad(examinationRulesOf(plan), rows, now),
      today: examinationLoad(this.#setting.of(ward), rows, now),
    };
  }

  /** Of the house: everybody on a ward that has no schedule of its own. */
  async #rowsOf(ward: string | null): Promise<readonly BoardRow[]> {
    const own = this.#setting.ownWards;
    const all = ward === null ? (await this.#feed.wards()).map(({ id }) => id) : [ward];
    const wards = ward === null ? all.filter((id) => !own.includes(id)) : all;
    const boards = await Promise.all(wards.map((id) => this.#feed.snapshot(id)));
    return boards.flatMap((board) => board?.rows ?? []);
  }
}
