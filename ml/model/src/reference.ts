import type { InputRange } from '@endwatch/clinical';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const REFERENCE_FILE = 'reference.json';

/** Hours since admission: by then most of what is ever measured has been. */
export const REFERENCE_HOUR = 24;

/** What one feature was like among the patients a model learned from. */
export interface FeatureReference {
  readonly name: string;
  readonly missing: number;
  /** Inner edges and counts of the bins of what was not missing; empty where nothing was known of anybody. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Beside an artefact: what its inputs were like, to tell when those of a ward no longer are. */
export interface ModelReference {
  readonly format: 1;
  /** Of the artefact. */
  readonly checksum: string;
  /** Hours since admission at which each patient was looked at. */
  readonly hour: number;
  readonly patients: number;
  readonly features: readonly FeatureReference[];
  /** Of each feature at all hours of a stay, where anybody had it; absent in files from before it was kept. */
  readonly ranges?: readonly InputRange[];
}

/** Null where the artefact in `folder` has none, or one that was made for another artefact. */
export async function readReference(
  folder: string,
  checksum: string,
): Promise<ModelReference | null> {
  try {
    const reference = JSON.parse(
      await readFile(join(folder, REFERENCE_FILE), 'utf8'),
    ) as ModelReference;
    return reference.checksum === checksum ? reference : null;
  } catch {
    return null;
  }
}
