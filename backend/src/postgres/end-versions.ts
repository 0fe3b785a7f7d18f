import type { DefinitionAt } from '@endwatch/clinical';
import type { EndDefinitionSetting } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { definitionsOf } from '../domain/end/house-end.ts';
import { SettingVersions } from './setting-versions.ts';

export function endVersions(source: DataSource): SettingVersions<EndDefinitionSetting> {
  return new SettingVersions<EndDefinitionSetting>(source, 'end-definition');
}

export async function readEndDefinitions(source: DataSource): Promise<DefinitionAt> {
  return definitionsOf(await endVersions(source).all());
}
