import { SECOND } from '@endwatch/clinical';
import type { ExaminationPlan, ReviewPolicy, WallNames, WardPlaces } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import type { RiskLimits } from './domain/alerting/alert-policy.ts';
import type { Log } from './pipeline/log.ts';
import type { Clock } from './pipeline/ports.ts';
import type { Outages } from './pipeline/read-ports.ts';
import type { PreferenceStore } from './pipeline/preference-store.ts';
import {
  EscalationSetting,
  type EscalationStore,
  type KeptEscalation,
} from './pipeline/escalation-setting.ts';
import { EndSetting, type EndStore } from './pipeline/end-setting.ts';
import { ExaminationSetting, type ExaminationPlanStore } from './pipeline/examination-setting.ts';
import { JudgeAnew } from './pipeline/judge-anew.ts';
import { RiskLimitsSetting, type RiskLimitsStore } from './pipeline/risk-limits.ts';
import type { PlaceQueries, WardPlacesStore } from './pipeline/ward-places.ts';
import { WallSetting, type WallStore } from './pipeline/wall-setting.ts';
import { endVersions } from './postgres/end-versions.ts';
import { SettingVersions } from './postgres/setting-versions.ts';
import { TypeormOutages } from './postgres/typeorm-outages.ts';
import { TypeormPlaceQueries } from './postgres/typeorm-place-queries.ts';
import { TypeormPreferenceStore } from './postgres/typeorm-preference-store.ts';
import { wakeBoards } from './postgres/wake-boards.ts';
import { Complaint } from './system/complaint.ts';
import { Repeater } from './system/repeater.ts';

/** A change holds in every process by then. */
const LOOK_EVERY = 5 * SECOND;

interface Base {
  readonly source: DataSource;
  readonly log: Log;
  readonly clock: Clock;
  /** When a forecast rings unless somebody set it. */
  readonly shipped: RiskLimits;
}

export interface SettingsParts {
  readonly riskLimitsStore: RiskLimitsStore;
  readonly riskLimits: RiskLimitsSetting;
  readonly examinationStore: ExaminationPlanStore;
  readonly examinations: ExaminationSetting;
  readonly endStore: EndStore;
  readonly end: EndSetting;
  readonly escalationStore: EscalationStore;
  readonly escalation: EscalationSetting;
  readonly placesStore: WardPlacesStore;
  readonly placeQueries: PlaceQueries;
  readonly wallStore: WallStore;
  readonly wall: WallSetting;
  readonly preferences: PreferenceStore;
  readonly lookAtSettings: Repeater;
  readonly outages: Outages;
}

export function settingsOf({ source, log, clock, shipped }: Base): SettingsParts {
  const riskLimitsStore = new SettingVersions<ReviewPolicy>(source, 'risk-limits');
  const riskLimits = new RiskLimitsSetting(riskLimitsStore, shipped);
  const escalationStore = new SettingVersions<KeptEscalation>(source, 'escalation');
  const escalation = new EscalationSetting(escalationStore);
  const examinationStore = new SettingVersions<ExaminationPlan>(source, 'examination-schedule');
  const examinations = new ExaminationSetting(examinationStore);
  const endStore = endVersions(source);
  const end = new EndSetting(endStore);
  const anew = new JudgeAnew([riskLimits, examinations, end], () =>
    wakeBoards(source, clock.now()),
  );
  const words = {
    ...{ failed: 'settings could not be read: those known hold', again: 'settings are read again' },
  };
  const complaint = new Complaint(log, words, () => clock.now());
  const wallStore = new SettingVersions<WallNames>(source, 'wall-names');
  const wall = new WallSetting(wallStore);
  const lookAtSettings = new Repeater(
    LOOK_EVERY,
    async () => {
      const all = [escalation, wall, riskLimits, examinations, end];
      await Promise.all(all.map((setting) => setting.refresh()));
      await anew.look();
    },
    complaint.failed,
    complaint.well,
  );
  return {
    ...{
      endStore,
      end,
      examinationStore,
      examinations,
      escalationStore,
      escalation,
      wallStore,
      wall,
      riskLimitsStore,
      riskLimits,
      lookAtSettings,
    },
    placesStore: new SettingVersions<WardPlaces>(source, 'ward-places'),
    placeQueries: new TypeormPlaceQueries(source),
    preferences: new TypeormPreferenceStore(source),
    outages: new TypeormOutages(source),
  };
}
