import { Injectable } from '@nestjs/common';
import type { AlertPolicy } from '../../domain/alerting/alert-policy.ts';
import { pipelineSettings } from '../../pipeline/pipeline-settings.ts';
import { RiskModel } from '../../pipeline/ports.ts';
import type { PoliciesToday } from '../../pipeline/review-views/what-if-views.ts';
import { EndSetting } from '../../pipeline/end-setting.ts';
import { ExaminationSetting } from '../../pipeline/examination-setting.ts';
import { RiskLimitsSetting } from '../../pipeline/risk-limits.ts';

/** The model in service, today's alert policy, how often to examine and what END is, as the house and its wards have set it. */
@Injectable()
export class CurrentPolicy {
  readonly model: RiskModel;
  readonly #shipped: AlertPolicy;
  readonly #limits: RiskLimitsSetting;
  readonly examinations: ExaminationSetting;
  readonly end: EndSetting;

  constructor(
    model: RiskModel,
    limits: RiskLimitsSetting,
    examinations: ExaminationSetting,
    end: EndSetting,
  ) {
    this.end = end;
    this.examinations = examinations;
    this.model = model;
    this.#shipped = pipelineSettings(model.manifest).policy;
    this.#limits = limits;
  }

  /** @param ward null = of the house */
  of(ward: string | null): AlertPolicy {
    return { ...this.#shipped, risk: this.#limits.of(ward) };
  }

  /** Of a selection of wards (none: every ward): that of the ward where it is one, else that of the house. */
  ofWards(wards: readonly string[]): AlertPolicy {
    const [first, ...others] = wards;
    return this.of(first !== undefined && others.length === 0 ? first : null);
  }

  /** @param wards those that are looked at; none: every ward */
  today(wards: readonly string[]): PoliciesToday {
    return {
      ...{ house: this.of(null), shown: this.ofWards(wards) },
      own: new Map(this.#limits.ownWards.map((ward) => [ward, this.of(ward)])),
    };
  }
}
