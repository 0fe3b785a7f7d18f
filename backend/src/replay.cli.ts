/** `npm run replay -- --score ID | --patient ID`: recomputes stored scores from their stored inputs; exit code 1 when any bit differs. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadRiskModel } from '@endwatch/ml-model';
import { readEnvironment } from './config/environment.ts';
import { replayScore, type ReplayDifference } from './pipeline/replay-score.ts';
import { createDataSource } from './postgres/data-source.ts';
import { runningLocalPostgres, startLocalPostgres } from './postgres/local/local-postgres.ts';
import { newestArtefact } from './shipped-model.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';

const USAGE = 'usage: npm run replay -- --score ID | --patient ID';

interface Asked {
  readonly score?: string;
  readonly patient?: string;
}

function asked(): Asked {
  try {
    const { values } = parseArgs({
      options: { score: { type: 'string' }, patient: { type: 'string' } },
    });
    if ((values.score === undefined) !== (values.patient === undefined)) return values;
  } catch {
    // The usage says it.
  }
  console.error(USAGE);
  process.exit(2);
}

async function database(): Promise<{ url: string; stop: () => Promise<void> }> {
  const environment = readEnvironment(join(import.meta.dirname, '../../.endwatch'));
  const home = join(environment.home, 'database');
  const url = environment.databaseUrl ?? runningLocalPostgres(home);
  return url ? { url, stop: () => Promise.resolve() } : startLocalPostgres({ home });
}

function isOtherModel(differences: readonly ReplayDifference[]): boolean {
  return differences.some(({ field }) => field === 'modelVersion' || field === 'modelChecksum');
}

async function replay({ score, patient }: Asked): Promise<boolean> {
  const { url, stop } = await database();
  const source = await createDataSource({ url, poolSize: 2 }).initialize();
  try {
    const queries = new TypeormPatientQueries(source);
    const model = await loadRiskModel(newestArtefact());
    const { version, checksum } = model.manifest;
    console.log(`with ${version}, checksum ${checksum}`);
    const ids = patient === undefined ? [score ?? ''] : await queries.scoreIds(patient);
    let different = 0;
    for (const id of ids) {
      const stored = await queries.score(id);
      if (!stored) {
        console.error(`${id}: there is no such score`);
        different++;
        continue;
      }
      const differences = replayScore(stored, model);
      if (differences.length > 0) different++;
      for (const { field, stored: was, replayed } of differences) {
        console.log(`${id}: ${field} was ${String(was)}, comes out as ${String(replayed)}`);
      }
      if (isOtherModel(differences)) {
        console.log(
          `${id}: another artefact made it, so it cannot be computed again with this one`,
        );
      }
    }
    console.log(`${ids.length - different} of ${ids.length} scores come out bit for bit the same`);
    return different === 0 && ids.length > 0;
  } finally {
    await source.destroy();
    await stop();
  }
}

process.exitCode = (await replay(asked())) ? 0 : 1;
