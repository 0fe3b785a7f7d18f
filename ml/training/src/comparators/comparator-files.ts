import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FEATURE_SET_VERSION } from '@endwatch/clinical';
import type { ComparatorSet } from './comparator.ts';
import { COMPARATORS_FILE } from './comparator.ts';

export async function writeComparators(folder: string, set: ComparatorSet): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, COMPARATORS_FILE), `${JSON.stringify(set)}\n`);
}

/** Null where the folder has none; throws when they were fitted to other features. */
export async function readComparators(folder: string): Promise<ComparatorSet | null> {
  let text: string;
  try {
    text = await readFile(join(folder, COMPARATORS_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const set = JSON.parse(text) as ComparatorSet;
  if (set.featureSet !== FEATURE_SET_VERSION) {
    throw new Error(
      `${COMPARATORS_FILE} was fitted to feature set ${set.featureSet}, this code extracts ${FEATURE_SET_VERSION}: npm run train -- --model comparators makes it again`,
    );
  }
  return set;
}
