/** `npm run replay -- --score ID | --patient ID`: recomputes stored scores from their stored inputs; exit code 1 when any bit differs. */
import { parseArgs } from 'node:util';
import { loadRiskModel } from '@endwatch/ml-model';
import { commandEnvironment, runCommand, withDatabase } from './command-database.ts';
import { replayScore, type ReplayDifference } from './pipeline/replay-score.ts';
import { newestArtefact } from './shipped-model.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';

const USAGE = 'usage: npm run replay -- --score ID | --patient ID';
/** It was not, or could not be, asked. */
const UNABLE = 2;

interface Asked {
  readonly score?: string;
  readonly patient?: string;
}

function asked(): Asked {
  try {
    const { values } = parseArgs({
      options: {
        ...{ score: { type: 'string' }, patient: { type: 'string' } },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help === true) {
      console.log(USAGE);
      process.exit(0);
    }
    if ((values.score === undefined) !== (values.patient === undefined)) return values;
  } catch {
    // The usage says it.
  }
  console.error(USAGE);
  process.exit(UNABLE);
}

function isOtherModel(differences: readonly ReplayDifference[]): boolean {
  return differences.some(({ field }) => field === 'modelVersion' || field === 'modelChecksum');
}

async function replay({ score, patient }: Asked): Promise<boolean> {
  const environment = commandEnvironment();
  return withDatabase(environment, async (source) => {
    const queries = new TypeormPatientQueries(source);
    const model = await loadRiskModel(environment.model ?? newestArtefact());
    const { version, checksum } = model.manifest;
    console.log(`with ${version}, checksum ${checksum}`);
    const ids = patient === undefined ? [score ?? ''] : await queries.scoreIds(patient);
    let different = 0;
    for (const id of ids) {
      const stored = await queries.score(id);
      const differences = stored && replayScore(stored, model);
      if (!differences) console.error(`${id}: there is no such score`);
      if (differences?.length !== 0) different++;
      for (const line of lines(id, differences ?? [])) console.log(line);
    }
    console.log(`${ids.length - different} of ${ids.length} scores come out bit for bit the same`);
    return different === 0 && ids.length > 0;
  });
}

function lines(id: string, differences: readonly ReplayDifference[]): string[] {
  const told = differences.map(
    ({ field, stored, replayed }) =>
      `${id}: ${field} was ${String(stored)}, comes out as ${String(replayed)}`,
  );
  const other = `${id}: another artefact made it, so it cannot be computed again with this one`;
  return isOtherModel(differences) ? [...told, other] : told;
}

// 1 says that a bit differs, and nothing else does.
await runCommand(async () => ((await replay(asked())) ? 0 : 1), { exitCode: UNABLE });
