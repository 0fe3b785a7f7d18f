/** `npm run shadow [-- --days 14]`: the model in service beside the one in the shadow, on what has been charted since. */
import { parseArgs } from 'node:util';
import { DAY } from '@endwatch/clinical';
import { loadRiskModel } from '@endwatch/ml-model';
import { commandEnvironment, withDatabase } from './command-database.ts';
import { compareModels, comparisonText } from './domain/shadow/compare-models.ts';
import { outcomeOf } from './domain/shadow/outcome-of.ts';
import { scorePairs } from './postgres/score-pairs.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';
import { newestArtefact } from './shipped-model.ts';

const USAGE =
  'usage: ENDWATCH_SHADOW_MODEL=FOLDER npm run shadow [-- --days 14]   (whole days back from now)';

function daysOf(args: string[]): number {
  const { values } = parseArgs({ args, options: { days: { type: 'string' } } });
  const days = values.days ?? '14';
  if (!/^[1-9]\d{0,3}$/.test(days)) throw new Error(`--days is "${days}"\n${USAGE}`);
  return Number(days);
}

async function main(args: string[]): Promise<void> {
  const days = daysOf(args);
  const environment = commandEnvironment();
  if (environment.shadowModel === null) throw new Error(`no shadow model is named\n${USAGE}`);
  const [inService, shadow] = await Promise.all([
    loadRiskModel(environment.model ?? newestArtefact()),
    loadRiskModel(environment.shadowModel),
  ]);
  const now = Date.now();
  await withDatabase(environment, async (source) => {
    const queries = new TypeormPatientQueries(source);
    const models = { inService: inService.manifest, shadow: shadow.manifest };
    const pairs = await scorePairs(source, { ...models, from: now - days * DAY });
    const outcomes = new Map<string, ReturnType<typeof outcomeOf>>();
    for (const patientId of new Set(pairs.map((one) => one.patientId))) {
      const stored = await queries.examinations(patientId);
      outcomes.set(patientId, stored && outcomeOf(stored, now));
    }
    const bands = { inService: models.inService.thresholds, shadow: models.shadow.thresholds };
    console.log(
      `in service: ${models.inService.version}; in the shadow: ${models.shadow.version}; the last ${days} days`,
    );
    console.log(comparisonText(compareModels(pairs, (id) => outcomes.get(id) ?? null, bands)));
  });
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
