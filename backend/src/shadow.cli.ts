/**
 * `npm run shadow [-- --days 14] [--past]`: the model in service beside the one in the shadow, on what has been charted since. With `--past` the one in the
 * shadow first answers what was stored of those days before it was named, a loaded history too.
 */
import { parseArgs } from 'node:util';
import { DAY, type EpochMs } from '@endwatch/clinical';
import { loadRiskModel } from '@endwatch/ml-model';
import type { DataSource } from 'typeorm';
import { commandEnvironment, runCommand, withDatabase } from './command-database.ts';
import { compareModels, comparisonText } from './domain/shadow/compare-models.ts';
import { outcomeOf } from './domain/shadow/outcome-of.ts';
import type { RiskModel } from './pipeline/ports.ts';
import { ShadowScoring } from './pipeline/shadow-scoring.ts';
import { scorePairs } from './postgres/score-pairs.ts';
import { TypeormPatientQueries } from './postgres/typeorm-patient-queries.ts';
import { TypeormShadowStore } from './postgres/typeorm-shadow-store.ts';
import { newestArtefact } from './shipped-model.ts';

const USAGE =
  'usage: ENDWATCH_SHADOW_MODEL=FOLDER npm run shadow [-- --days 14] [--past]   (whole days back from now)';
const TOLD_EVERY = 10_000;

function asked(args: string[]): { readonly days: number; readonly past: boolean } {
  const { values } = parseArgs({
    args,
    options: { days: { type: 'string', default: '14' }, past: { type: 'boolean', default: false } },
  });
  const { days, past } = values;
  if (!/^[1-9]\d{0,3}$/.test(days)) throw new Error(`--days is "${days}"\n${USAGE}`);
  return { days: Number(days), past };
}

/** So that the comparison, and the page *Forecast*, have both models of those days. */
async function answerPast(source: DataSource, model: RiskModel, from: EpochMs): Promise<void> {
  let told = 0;
  const answered = await new ShadowScoring(new TypeormShadowStore(source), model).answerPast(
    from,
    (sofar) => {
      if (sofar < told + TOLD_EVERY) return;
      told = sofar;
      console.log(`${String(sofar)} stored scores answered …`);
    },
  );
  console.log(`answered in the shadow, of what was stored before: ${String(answered)} scores`);
}

async function main(args: string[]): Promise<void> {
  const { days, past } = asked(args);
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
    const from = now - days * DAY;
    if (past) await answerPast(source, shadow, from);
    const pairs = await scorePairs(source, { ...models, from });
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

await runCommand(async () => {
  await main(process.argv.slice(2));
});
