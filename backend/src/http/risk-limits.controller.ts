import { Body, Controller, Get, Put, Req } from '@nestjs/common';
import {
  riskLimitsChangeSchema,
  type ReviewPolicy,
  type RiskLimitsChange,
  type RiskLimitsView,
} from '@endwatch/contracts';
import type { Request } from 'express';
import type { RiskLimits } from '../domain/alerting/alert-policy.ts';
import { reviewPolicyOf } from '../domain/review/what-if/policy.ts';
import { Clock } from '../pipeline/ports.ts';
import { RiskLimitsSetting, RiskLimitsStore } from '../pipeline/risk-limits.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { ZodPipe } from './zod.pipe.ts';

/** When a forecast rings; each change is a version of its own. What it would cost is what the review works out. */
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
  async read(): Promise<RiskLimitsView> {
    await this.#setting.refresh();
    const versions = await this.#store.versions();
    return {
      limits: shown(this.#setting.now),
      shipped: shown(this.#setting.shipped),
      own: (versions[0]?.limits ?? null) !== null,
      versions: versions.map(({ at, by, limits }) => ({
        ...{ at: new Date(at).toISOString(), by, limits },
      })),
    };
  }

  /** Holds within seconds in every process, from each patient's next round. */
  @Put()
  async change(
    @Body(new ZodPipe(riskLimitsChangeSchema)) { limits }: RiskLimitsChange,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<RiskLimitsView> {
    await this.#store.set({ limits, at: this.#clock.now(), by: visitor.username });
    await this.#audit.record(request, {
      ...{ action: 'settings.change', subject: 'risk limits', detail: { limits } },
    });
    return this.read();
  }
}

const shown = (risk: RiskLimits): ReviewPolicy => reviewPolicyOf({ risk });
