import { Body, Controller, Get, Put, Query, Req } from '@nestjs/common';
import {
  riskLimitsChangeSchema,
  settingQuerySchema,
  type ReviewPolicy,
  type RiskLimitsView,
  type SettingQuery,
} from '@endwatch/contracts';
import type { Request } from 'express';
import type * as z from 'zod';
import type { RiskLimits } from '../domain/alerting/alert-policy.ts';
import { isoTime } from '../domain/board/iso-time.ts';
import { reviewPolicyOf } from '../domain/review/what-if/policy.ts';
import { Clock } from '../pipeline/ports.ts';
import { RiskLimitsSetting, RiskLimitsStore } from '../pipeline/risk-limits.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { ZodPipe } from './zod.pipe.ts';

/** When a forecast rings, in the house or on a ward; each change is a version of its own. What it would cost is what the review works out. */
@Controller('api/settings/risk-limits')
@Allow('settings.manage')
export class RiskLimitsController {
  readonly #store: RiskLimitsStore;
  readonly #setting: RiskLimitsSetting;
  readonly #clock: Clock;
  readonly #audit: AuditLog;

  constructor(store: RiskLimitsStore, setting: RiskLimitsSetting, clock: Clock, audit: AuditLog) {
    this.#store = store;
    this.#setting = setting;
    this.#clock = clock;
    this.#audit = audit;
  }

  @Get()
  async read(
    @Query(new ZodPipe(settingQuerySchema)) { ward }: SettingQuery,
  ): Promise<RiskLimitsView> {
    await this.#setting.refresh();
    const versions = await this.#store.versions(ward);
    return {
      ward,
      limits: shown(this.#setting.of(ward)),
      house: shown(this.#setting.of(null)),
      shipped: shown(this.#setting.shipped),
      own: (versions[0]?.value ?? null) !== null,
      ownWards: [...this.#setting.ownWards],
      versions: versions.map(({ at, by, byName, value }) => ({
        at: isoTime(at),
        by,
        byName,
        limits: value,
      })),
    };
  }

  /** Holds within seconds in every process, from each patient's next round. */
  @Put()
  async change(
    @Body(new ZodPipe(riskLimitsChangeSchema))
    { ward, limits }: z.output<typeof riskLimitsChangeSchema>,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<RiskLimitsView> {
    const at = this.#clock.now();
    await this.#store.add({ ward, value: limits, at, by: visitor.username });
    await this.#audit.record(request, {
      ...{ action: 'settings.change', wardId: ward, subject: 'risk limits', detail: { limits } },
    });
    return this.read({ ward });
  }
}

const shown = (risk: RiskLimits): ReviewPolicy => reviewPolicyOf({ risk });
