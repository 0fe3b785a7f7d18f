import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { artefactThere } from './artefact-files.ts';
import type { Cohorts } from './cohort.ts';
import { COMPARATORS_FILE, type ComparatorSet } from './comparators/comparator.ts';
import type { TrainRequest } from './train-request.ts';

type Asked = Pick<TrainRequest, 'out' | 'isOutNamed' | 'settings'>;

function refuse(out: string, what: string): never {
  throw new Error(
    `${out} holds ${what}, which would be lost: give another --version, or --out to write there all the same`,
  );
}

/** Where nobody named a folder, a model is only written over the same one, of the same settings. Throws before anything is computed. */
export async function refuseOtherSettings({ out, isOutNamed, settings }: Asked): Promise<void> {
  if (isOutNamed) return;
  const there = await artefactThere(out);
  const { settings: of } = there?.provenance ?? {};
  if (there !== null && !isDeepStrictEqual(of, settings)) {
    refuse(out, `${there.config.version}, trained with other settings`);
  }
  const comparators = join(out, COMPARATORS_FILE);
  if (there !== null || !existsSync(comparators)) return;
  const { source } = JSON.parse(readFileSync(comparators, 'utf8')) as ComparatorSet;
  const { train, calibrate } = settings.patients;
  const same = { seed: settings.seed, patients: { train, calibrate } };
  const { seed, patients } = source;
  if (!isDeepStrictEqual({ seed, patients }, same)) refuse(out, `${COMPARATORS_FILE} of others`);
}

/** The same of what was learned from: the code that makes patients may be another since. */
export async function refuseOtherPatients(
  { out, isOutNamed }: Asked,
  fingerprint: string,
): Promise<void> {
  if (isOutNamed) return;
  const there = await artefactThere(out);
  if (there === null || there.provenance['dataFingerprint'] === fingerprint) return;
  refuse(out, `${there.config.version}, trained on other patients`);
}

/** Of either kind in each part: below it there is no calibration and no area, whatever is fitted. */
const LEAST_OF_EACH = 5;

/** Throws where a part has too few with or without END for a model to be fitted, calibrated or judged. */
export function refuseTooFew(cohorts: Cohorts): void {
  for (const part of ['train', 'calibrate', 'test'] as const) {
    const { stays } = cohorts[part];
    const ends = stays.filter(({ followUp }) => followUp.event).length;
    if (Math.min(ends, stays.length - ends) >= LEAST_OF_EACH) continue;
    throw new Error(
      `too few patients: the part "${part}" has ${String(ends)} with END and ${String(stays.length - ends)} without, it needs at least ${String(LEAST_OF_EACH)} of either`,
    );
  }
}
