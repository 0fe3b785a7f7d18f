import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CohortError } from './problem.ts';

export const MANIFEST_FILE = 'cohort.json';

/** Where a cohort comes from: decides what a model says it has learnt from. */
export type CohortOrigin =
  | { readonly kind: 'simulated'; readonly seed: number; readonly patients: number }
  | { readonly kind: 'site'; readonly name: string | null };

/** Throws a `CohortError` where there is no such folder. */
export function refuseAbsent(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  throw new CohortError(`there is no folder ${folder}`);
}

/** A folder that does not say is a site's. Throws a `CohortError` for a folder that there is not and a manifest that cannot be read. */
export function readManifest(folder: string): CohortOrigin {
  refuseAbsent(folder);
  const path = join(folder, MANIFEST_FILE);
  if (!existsSync(path)) return { kind: 'site', name: null };
  const refuse = (why: string): never => {
    throw new CohortError(`${MANIFEST_FILE}: ${why}`);
  };
  let said: Partial<Record<string, unknown>>;
  try {
    said = JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<string, unknown>>;
  } catch {
    return refuse('not JSON');
  }
  const { kind, seed, patients, name } = said;
  if (kind === 'simulated' && typeof seed === 'number' && typeof patients === 'number') {
    return { kind, seed, patients };
  }
  if (kind === 'site') return { kind, name: typeof name === 'string' ? name : null };
  return refuse('"kind" is "site", or "simulated" with "seed" and "patients"');
}
