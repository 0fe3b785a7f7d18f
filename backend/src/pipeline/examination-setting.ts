import type { ExaminationPlan } from '@endwatch/contracts';
import {
  examinationRulesOf,
  SHIPPED_EXAMINATIONS,
  type ExaminationRules,
} from '../domain/examination/examination-rules.ts';
import { SettingStore, WardSetting } from './setting.ts';

/** How often an NIHSS is due, as administrators have set it for the house or a ward. */
export abstract class ExaminationPlanStore extends SettingStore<ExaminationPlan> {}

export class ExaminationSetting extends WardSetting<ExaminationPlan, ExaminationRules> {
  constructor(store: Pick<ExaminationPlanStore, 'newest' | 'all'>) {
    super(store, SHIPPED_EXAMINATIONS, examinationRulesOf);
  }
}
