/** `npm run export-seismometer -- --out FOLDER`: forecasts and events of every stay, de-identified, as seismometer opens them. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commandEnvironment, runCommand, withDatabase } from './command-database.ts';
import { metadataOf } from './domain/export/seismometer-config.ts';
import { exportSeismometer } from './export-commands.ts';
import { createLogger } from './observability/logger.ts';
import { loadModel } from './shipped-model.ts';

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
    const metadata = metadataOf(version, thresholds.high);
    const stays = await exportSeismometer(source, metadata, ({ name, content }) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    });
    console.log(`${String(stays)} stays written to ${folder}`);
  });
});
