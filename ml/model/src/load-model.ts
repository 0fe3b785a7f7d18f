import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEngine } from './engine.ts';
import { LoadedRiskModel } from './loaded-risk-model.ts';
import { ArtefactError, packedChecksum, unpackArtefact } from './model-artefact.ts';
import { readReference } from './reference.ts';

export const DOCUMENT_FILE = 'artefact.json';
export const WEIGHTS_FILE = 'weights.bin';

/**
 * Starts the engine, loads the artefact in `folder` and warms it up. Throws `ArtefactError` when a file is missing or changed, or when the
 * artefact was trained on other features than this code extracts.
 */
export async function loadRiskModel(folder: string): Promise<LoadedRiskModel> {
  const [document, weights] = await Promise.all([
    readOrRefuse(join(folder, DOCUMENT_FILE)),
    readOrRefuse(join(folder, WEIGHTS_FILE)),
  ]);
  const artefact = unpackArtefact(document.toString('utf8'), weights);
  await startEngine();
  const reference = await readReference(folder, packedChecksum(artefact));
  const model = new LoadedRiskModel(artefact, reference?.ranges);
  model.warmUp();
  return model;
}

async function readOrRefuse(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArtefactError('unreadable', reason);
  }
}
