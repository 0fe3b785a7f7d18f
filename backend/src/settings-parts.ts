import { SECOND } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { Log } from './pipeline/log.ts';
import type { Clock } from './pipeline/ports.ts';
import type { Outages } from './pipeline/read-ports.ts';
import type { PreferenceStore } from './pipeline/preference-store.ts';
import { SiteSettings, type SettingsStore } from './pipeline/site-settings.ts';
import { WallSetting, type WallStore } from './pipeline/wall-setting.ts';
import { TypeormOutages } from './postgres/typeorm-outages.ts';
import { TypeormPreferenceStore } from './postgres/typeorm-preference-store.ts';
import { TypeormSettingsStore } from './postgres/typeorm-settings-store.ts';
import { TypeormWallStore } from './postgres/typeorm-wall-store.ts';
import { Complaint } from './system/complaint.ts';
import { Repeater } from './system/repeater.ts';

/** A change holds in every process by then. */
const LOOK_EVERY = 5 * SECOND;

export interface SettingsParts {
  readonly settingsStore: SettingsStore;
  readonly settings: SiteSettings;
  readonly wallStore: WallStore;
  readonly wall: WallSetting;
  readonly preferences: PreferenceStore;
  readonly lookAtSettings: Repeater;
  readonly outages: Outages;
}

export function settingsOf(source: DataSource, log: Log, clock: Clock): SettingsParts {
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
    () => Promise.all([settings.refresh(), wall.refresh()]),
    complaint.failed,
    complaint.well,
  );
  return {
    ...{ settingsStore, settings, wallStore, wall, lookAtSettings },
    preferences: new TypeormPreferenceStore(source),
    outages: new TypeormOutages(source),
  };
}
