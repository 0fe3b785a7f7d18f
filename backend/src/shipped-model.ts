import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadRiskModel, startEngine, type LoadedRiskModel } from '@endwatch/ml-model';
import type { Log } from './pipeline/log.ts';

const ARTEFACTS = join(import.meta.dirname, '../../ml/artefacts');

/** The newest artefact, warmed up; the log says which it is and on what it runs. */
export async function loadModel(log: Log): Promise<LoadedRiskModel> {
  const model = await loadRiskModel(newestArtefact());
  const { version, checksum } = model.manifest;
  const { name: engine, reason } = await startEngine();
  log.info({ model: version, checksum, engine, reason }, 'model loaded');
  return model;
}

/** Artefact folders are named so that the newest sorts last. */
export function newestArtefact(): string {
  const versions = readdirSync(ARTEFACTS).filter((name) =>
    existsSync(join(ARTEFACTS, name, 'artefact.json')),
  );
  const newest = versions.toSorted(new Intl.Collator('en', { numeric: true }).compare).at(-1);
  if (!newest) throw new Error(`no model in ${ARTEFACTS}`);
  return join(ARTEFACTS, newest);
}
