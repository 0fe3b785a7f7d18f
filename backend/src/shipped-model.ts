import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  ArtefactError,
  loadRiskModel,
  readReference,
  startEngine,
  type LoadedRiskModel,
  type ModelReference,
} from '@endwatch/ml-model';
import { BadConfiguration } from './config/environment.ts';
import type { Log } from './pipeline/log.ts';

const ARTEFACTS = join(import.meta.dirname, '../../ml/artefacts');

/** The artefact in service, warmed up (null = the newest that is shipped); the log says which it is and on what it runs. */
export async function loadModel(folder: string | null, log: Log): Promise<LoadedRiskModel> {
  const model =
    folder === null
      ? await loadRiskModel(newestArtefact())
      : await chosen('ENDWATCH_MODEL', folder);
  const { version, checksum } = model.manifest;
  const { name: engine, reason } = await startEngine();
  log.info({ model: version, checksum, engine, reason }, 'model loaded');
  return model;
}

/** Of an artefact of which nobody wrote down what its inputs were like in training. */
export const NO_REFERENCE =
  'no reference.json of this model: drift of its inputs and values beyond its training cannot be told';

/** What the inputs of the artefact in service were like in training; null where nobody wrote that down. */
export function referenceOf(
  folder: string | null,
  { manifest }: LoadedRiskModel,
): Promise<ModelReference | null> {
  return readReference(folder === null ? newestArtefact() : resolve(folder), manifest.checksum);
}

/** A second artefact, to answer beside the one in service; null where none is named. */
export async function loadShadowModel(
  folder: string | null,
  log: Log,
): Promise<LoadedRiskModel | null> {
  if (folder === null) return null;
  const model = await chosen('ENDWATCH_SHADOW_MODEL', folder);
  const { version, checksum } = model.manifest;
  log.info({ model: version, checksum }, 'model loaded, to answer in the shadow');
  return model;
}

/** Throws `BadConfiguration` with the artefact's own reason. */
async function chosen(variable: string, folder: string): Promise<LoadedRiskModel> {
  try {
    return await loadRiskModel(resolve(folder));
  } catch (error) {
    if (!(error instanceof ArtefactError)) throw error;
    throw new BadConfiguration(`${variable} is "${folder}": ${error.message}`);
  }
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
