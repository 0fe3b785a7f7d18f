import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Artefact } from '@endwatch/ml-model';
import {
  ArtefactError,
  DOCUMENT_FILE,
  packArtefact,
  unpackArtefact,
  WEIGHTS_FILE,
} from '@endwatch/ml-model';

/** Throws an `ArtefactError` when anything is not as it was written, or not there. */
export async function readArtefact(folder: string): Promise<Artefact> {
  const absent = [DOCUMENT_FILE, WEIGHTS_FILE].filter((name) => !existsSync(join(folder, name)));
  if (absent.length > 0) {
    const why = existsSync(folder) ? `it has no ${absent.join(', ')}` : 'there is no such folder';
    throw new ArtefactError('unreadable', `${folder} is no model: ${why}`);
  }
  const [document, weights] = await Promise.all([
    readFile(join(folder, DOCUMENT_FILE), 'utf8'),
    readFile(join(folder, WEIGHTS_FILE)),
  ]);
  return unpackArtefact(document, weights);
}

/** What stands where one is to be written. */
export async function artefactThere(folder: string): Promise<Artefact | null> {
  return existsSync(join(folder, DOCUMENT_FILE)) ? readArtefact(folder) : null;
}

/** The artefact and, beside it, `texts` by file name. */
export async function writeArtefact(
  folder: string,
  artefact: Artefact,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const { document, weights } = packArtefact(artefact);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, DOCUMENT_FILE), document);
  await writeFile(join(folder, WEIGHTS_FILE), weights);
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
}
