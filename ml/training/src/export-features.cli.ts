import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify';
import { vocabularyOf } from '@endwatch/ml-model';
import { readArtefact } from './artefact-files.ts';
import type { CohortRequest } from './cohort-request.ts';
import { COHORT_OPTIONS, COHORT_USAGE, cohortRequest } from './cohort-request.ts';
import { whole } from './cohort-request.ts';
import { ProblemTeller } from './cohort-folder/problem-teller.ts';
import { FeatureMatrix } from './feature-matrix.ts';
import { runProgram } from './run-program.ts';
import { LANDMARK_HOURS } from './settings.ts';
import { stayOfRecords } from './stay-rows.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `usage: npm run export-features -- (${COHORT_USAGE}) --out FILE.csv [--model FOLDER --words NUMBER]`;

/** The first words of a model's vocabulary: the most frequent. The first three ids are no words. */
async function matrixOf(model: string, words: string): Promise<FeatureMatrix> {
  const { config } = await readArtefact(resolve(model));
  const { vocabulary, tokens } = config;
  const columns = vocabulary.slice(3, 3 + whole('words', words));
  return new FeatureMatrix(columns, vocabularyOf(vocabulary, tokens));
}

async function* rows(
  { stays }: CohortRequest,
  matrix: FeatureMatrix,
  count: { stays: number; rows: number },
): AsyncIterable<readonly string[]> {
  yield matrix.header;
  for await (const records of stays) {
    const stay = stayOfRecords(records, LANDMARK_HOURS);
    if (stay === null) continue;
    count.stays += 1;
    for (const row of matrix.rowsOf(count.stays, stay)) {
      count.rows += 1;
      yield row;
    }
  }
}

async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      ...COHORT_OPTIONS,
      out: { type: 'string' },
      model: { type: 'string' },
      words: { type: 'string' },
    },
  });
  const { out, model, words } = values;
  if (out === undefined) throw new UsageError('--out is missing');
  if ((model === undefined) !== (words === undefined)) {
    throw new UsageError('--words needs a --model, whose vocabulary it takes them from');
  }
  const problems = new ProblemTeller();
  const request = cohortRequest(values, problems.tell);
  const matrix = model && words ? await matrixOf(model, words) : new FeatureMatrix([]);
  const count = { stays: 0, rows: 0 };
  await pipeline(
    Readable.from(rows(request, matrix, count)),
    stringify(),
    createWriteStream(resolve(out)),
  );
  problems.sum();
  process.stdout.write(
    `${String(count.rows)} rows of ${String(count.stays)} stays, ${String(matrix.header.length)} columns, written to ${out}\n`,
  );
}

await runProgram(() => run(process.argv.slice(2)), USAGE);
