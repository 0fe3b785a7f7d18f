/** `npm run review -- rebuild`: makes what the quality review reads anew from the stored facts, stays and weeks; both are kept up without it. */
import { loadRiskModel, REFERENCE_HOUR } from '@endwatch/ml-model';
import type { DataSource } from 'typeorm';
import { commandEnvironment, runCommand, withDatabase } from './command-database.ts';
import type { Environment } from './config/environment.ts';
import { DriftWatch } from './pipeline/drift-watch.ts';
import { TypeormStaySummaries } from './postgres/review/typeorm-stay-summaries.ts';
import { TypeormDriftStore } from './postgres/typeorm-drift-store.ts';
import { newestArtefact, NO_REFERENCE, referenceOf } from './shipped-model.ts';

const USAGE = 'usage: npm run review -- rebuild';

/** Of the model in service. */
async function rebuildDrift(source: DataSource, environment: Environment): Promise<void> {
  const { model: folder, retentionDays } = environment;
  const model = await loadRiskModel(folder ?? newestArtefact());
  const reference = await referenceOf(folder, model);
  if (reference === null) console.log(NO_REFERENCE);
  const { manifest } = model;
  const store = new TypeormDriftStore(source);
  const hour = reference?.hour ?? REFERENCE_HOUR;
  const drift = new DriftWatch({ store, model: manifest, hour, reference, retentionDays });
  const tables = await drift.rebuild(Date.now());
  console.log(`drift anew, of ${manifest.version}: ${String(tables)} weekly tables`);
}

await runCommand(async () => {
  if (process.argv.length !== 3 || process.argv[2] !== 'rebuild') throw new Error(USAGE);
  const environment = commandEnvironment();
  await withDatabase(environment, async (source) => {
    const summaries = new TypeormStaySummaries(source, environment.retentionDays);
    const patients = await summaries.rebuild(Date.now());
    console.log(`summarised anew: ${String(patients)} patients`);
    await rebuildDrift(source, environment);
  });
});
