/** `npm run review -- rebuild`: makes the summaries that the quality review reads anew from the stored facts; they are kept up without it. */
import { commandEnvironment, withDatabase } from './command-database.ts';
import { TypeormStaySummaries } from './postgres/review/typeorm-stay-summaries.ts';

const USAGE = 'usage: npm run review -- rebuild';

try {
  if (process.argv.length !== 3 || process.argv[2] !== 'rebuild') throw new Error(USAGE);
  const environment = commandEnvironment();
  await withDatabase(environment, async (source) => {
    const summaries = new TypeormStaySummaries(source, environment.retentionDays);
    const patients = await summaries.rebuild(Date.now());
    console.log(`summarised anew: ${String(patients)} patients`);
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
