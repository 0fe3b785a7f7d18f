import { SECOND } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { RiskLimits } from './domain/alerting/alert-policy.ts';
import type { Log } from './pipeline/log.ts';
import type { Clock } from './pipeline/ports.ts';
import type { Outages } from './pipeline/read-ports.ts';
import type { PreferenceStore } from './pipeline/preference-store.ts';
import { RiskLimitsSetting, type RiskLimitsStore } from './pipeline/risk-limits.ts';
import { SiteSettings, type SettingsStore } from './pipeline/site-settings.ts';
import { WallSetting, type WallStore } from './pipeline/wall-setting.ts';
import { TypeormOutages } from './postgres/typeorm-outages.ts';
import { TypeormPreferenceStore } from './postgres/typeorm-preference-store.ts';
import { TypeormRiskLimitsStore } from './postgres/typeorm-risk-limits-store.ts';
import { TypeormSettingsStore } from './postgres/typeorm-settings-store.ts';
import { TypeormWallStore } from './postgres/typeorm-wall-store.ts';
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
  readonly settingsStore: SettingsStore;
  readonly settings: SiteSettings;
  readonly wallStore: WallStore;
  readonly wall: WallSetting;
  readonly preferences: PreferenceStore;
  readonly lookAtSettings: Repeater;
  readonly outages: Outages;
}

export function settingsOf({ source, log, clock, shipped }: Base): SettingsParts {
  const riskLimitsStore = new TypeormRiskLimitsStore(source);
  const riskLimits = new RiskLimitsSetting(riskLimitsStore, shipped);
  const settingsStore = new TypeormSettingsStore(source);
  const settings = new SiteSettings(settingsStore);
  const words = {
    ...{ failed: 'settings could not be read: those known hold', again: 'settings are read again' },
  };
  const complaint = new Complaint(log, words, () => clock.now());
  const wallStore = new TypeormWallStore(source);
  const wall = new WallSetting(wallStore);
  const lookAtSettings = new Repeater(
    LOOK_EVERY,
    () => Promise.all([settings.refresh(), wall.refresh(), riskLimits.refresh()]),
    complaint.failed,
    complaint.well,
  );
  return {
    ...{ settingsStore, settings, wallStore, wall, riskLimitsStore, riskLimits, lookAtSettings },
    preferences: new TypeormPreferenceStore(source),
    outages: new TypeormOutages(source),
  };
}
