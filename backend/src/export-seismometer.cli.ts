/** `npm run export-seismometer -- --out FOLDER`: forecasts and events of every stay, de-identified, as seismometer opens them. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commandEnvironment, runCommand, withDatabase } from './command-database.ts';
import { EVERY_STAY } from './domain/review/stay-filter.ts';
import { metadataOf } from './domain/export/seismometer-tables.ts';
import { createLogger } from './observability/logger.ts';
import { StayExport } from './pipeline/stay-export.ts';
import { TypeormReviewStays } from './postgres/review/typeorm-review-stays.ts';
import { TypeormStayRecords } from './postgres/review/typeorm-stay-records.ts';
import { loadModel } from './shipped-model.ts';
import { drawDisguise, shuffled } from './system/disguise.ts';
import { seismometerFiles } from './system/seismometer-files.ts';
import { SystemClock } from './system/system-clock.ts';

const USAGE = 'usage: npm run export-seismometer -- --out FOLDER';

await runCommand(async () => {
  const { out } = parseArgs({ options: { out: { type: 'string' } } }).values;
  if (out === undefined) throw new Error(USAGE);
  const folder = resolve(out);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty: what is in it would be mixed with what is written`);
  }
  const environment = commandEnvironment();
  const model = await loadModel(environment.model, createLogger('warn'));
  const { version, thresholds } = model.manifest;
  await withDatabase(environment, async (source) => {
    const stays = await new TypeormReviewStays(source).load(EVERY_STAY);
    const records = new TypeormStayRecords(source);
    const leaving = new StayExport(records, new SystemClock(), drawDisguise);
    const disguised = leaving.of(shuffled(stays), new AbortController().signal);
    const files = seismometerFiles(disguised, metadataOf(version, thresholds.high));
    for await (const { name, content } of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    console.log(`${String(stays.length)} stays written to ${folder}`);
  });
});
