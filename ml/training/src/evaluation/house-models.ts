import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HOUSE_STYLES } from '@endwatch/simulation';
import { readArtefact } from '../artefact-files.ts';
import { SNAPSHOT_HOUR } from '../settings.ts';
import { evaluationCohort, simulatedStays } from './evaluation-cohort.ts';
import type { HouseModel, Transport } from './transport.ts';

/** Beside an artefact: a folder for each house, with a model trained on reports of that house only. */
const TRANSPORT_FOLDER = 'transport';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

async function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}

async function houseModel(folder: string, style: HouseModel['style']): Promise<HouseModel> {
  const artefact = await readArtefact(folder);
  const { settings, command } = artefact.provenance;
  if (!isObject(settings) || settings['houseStyle'] !== style) {
    throw new Error(`${folder} was not trained with --house-style ${style}`);
  }
  const { patients } = settings;
  const train = isObject(patients) ? patients['train'] : null;
  return { style, artefact, patients: Number(train), command: String(command) };
}

/** Models of single houses beside the one in `folder`; null where there are none. Throws where one is not what its folder says. */
export async function readHouseModels(folder: string): Promise<HouseModel[] | null> {
  const folders = HOUSE_STYLES.map((style) => ({
    style,
    at: join(folder, TRANSPORT_FOLDER, style),
  }));
  const there = await Promise.all(folders.map(({ at }) => exists(at)));
  if (there.includes(false)) return null;
  return Promise.all(folders.map(({ style, at }) => houseModel(at, style)));
}

/** The patients of a simulated cohort again, in the words of each house. */
export async function transportOf(
  models: readonly HouseModel[],
  { seed, patients }: { readonly seed: number; readonly patients: number },
): Promise<Transport> {
  const cohorts: Transport['cohorts'][number][] = [];
  for (const style of HOUSE_STYLES) {
    const { stays } = await evaluationCohort(simulatedStays(seed, patients, style), [
      SNAPSHOT_HOUR,
    ]);
    cohorts.push({ style, stays });
  }
  return { models, cohorts };
}
