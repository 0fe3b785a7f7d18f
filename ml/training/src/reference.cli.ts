/** `npm run reference -- --model FOLDER`: makes `reference.json` of an artefact trained on simulated patients, from the same patients again. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packedChecksum, REFERENCE_FILE } from '@endwatch/ml-model';
import { readArtefact } from './artefact-files.ts';
import { simulatedPart } from './cohort.ts';
import { referenceOf } from './reference.ts';
import { runProgram } from './run-program.ts';
import type { TrainingSettings } from './settings.ts';
import { UsageError } from './usage-error.ts';

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { model: { type: 'string' } } });
  if (values.model === undefined) throw new UsageError('--model is missing');
  const folder = resolve(values.model);
  const artefact = await readArtefact(folder);
  const settings = artefact.provenance['settings'] as TrainingSettings | undefined;
  if (artefact.config.trainedOn !== 'simulated' || !settings) {
    throw new Error('only training itself knows the patients of this artefact: train it again');
  }
  const { stays } = simulatedPart(settings, 'train');
  const reference = referenceOf(stays, packedChecksum(artefact));
  await writeFile(join(folder, REFERENCE_FILE), `${JSON.stringify(reference)}\n`);
  process.stdout.write(
    `${String(reference.patients)} patients at ${String(reference.hour)} h, written to ${join(folder, REFERENCE_FILE)}\n`,
  );
}

await runProgram(() => main(process.argv.slice(2)), 'usage: npm run reference -- --model FOLDER');
