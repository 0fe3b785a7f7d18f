import { Injectable } from '@nestjs/common';
import type { AlertPolicy } from '../../domain/alerting/alert-policy.ts';
import { pipelineSettings } from '../../pipeline/pipeline-settings.ts';
import { RiskModel } from '../../pipeline/ports.ts';
import { RiskLimitsSetting } from '../../pipeline/risk-limits.ts';

/** The model in service and today's alert policy, as the house has set it. */
@Injectable()
export class CurrentPolicy {
  readonly model: RiskModel;
  readonly #shipped: AlertPolicy;
  readonly #limits: RiskLimitsSetting;

  constructor(model: RiskModel, limits: RiskLimitsSetting) {
    this.model = model;
    this.#shipped = pipelineSettings(model.manifest).policy;
    this.#limits = limits;
  }

  now(): AlertPolicy {
    return { ...this.#shipped, risk: this.#limits.now };
  }
}
