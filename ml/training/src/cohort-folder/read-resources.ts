import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ClinicalRecord } from '@endwatch/clinical';
import { ROOT } from '../commit-of-code.ts';
import { bucketsFor, type BucketFiles } from './bucket-files.ts';
import { linesOf } from './lines-of.ts';
import { CohortError, type RowProblem } from './problem.ts';
import type { CohortStay } from './stay-of-rows.ts';
import { stayOfResources, type ExportedRecord } from './stay-of-resources.ts';

/** The product's own reading of FHIR. It is another program: training is built from no part of the backend. */
const DECODER = join(ROOT, 'backend/src/decode-ndjson.cli.ts');

type Decoded = { readonly file: string; readonly line: number } & (
  (ExportedRecord & { readonly reason?: undefined }) | { readonly reason: string }
);

export function resourceFiles(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
}

/** Stays of a folder of FHIR R4 NDJSON, one for each patient who was in hospital, in an order that depends on the patient ids alone. */
export async function* readResources(
  folder: string,
  onProblem: (problem: RowProblem) => void,
): AsyncIterable<CohortStay> {
  const sizes = resourceFiles(folder).map((name) => statSync(join(folder, name)).size);
  const buckets = await bucketsFor(sizes.reduce((sum, one) => sum + one, 0));
  try {
    await putRecords(folder, buckets, onProblem);
    for await (const { id, rows } of buckets.patients<ExportedRecord>()) {
      const stay = stayOfResources(id, rows);
      if (stay !== null) yield stay;
    }
  } finally {
    buckets.close();
  }
}

async function putRecords(
  folder: string,
  buckets: BucketFiles,
  onProblem: (problem: RowProblem) => void,
): Promise<void> {
  const decoder = spawn(process.execPath, [DECODER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(decoder, 'close');
  let isHeardOut = false;
  try {
    for await (const text of linesOf(decoder.stdout)) {
      const decoded = JSON.parse(text) as Decoded;
      const { file, line } = decoded;
      const problem = decoded.reason ?? mergedAway(decoded.record);
      if (problem !== null) onProblem({ file, line, field: null, reason: problem });
      else if (decoded.reason === undefined) await put(buckets, decoded);
    }
    isHeardOut = true;
  } finally {
    // Whoever stops listening wants no more of it.
    if (!isHeardOut) decoder.kill();
  }
  // Null: ended by a signal, wherever it had come to.
  const [status] = (await closed) as [number | null];
  if (status !== 0) throw new CohortError(`${folder} could not be read as FHIR`);
}

async function put(buckets: BucketFiles, { record, encounterId }: ExportedRecord): Promise<void> {
  await buckets.put(record.patientId, { record, encounterId } satisfies ExportedRecord);
}

/** Two ids of one person would be two patients of a cohort, in two parts of it. */
function mergedAway(record: ClinicalRecord): string | null {
  if (record.type !== 'patient' || record.replacedBy === null) return null;
  return 'link: merged into another patient; records under this id are not joined to that one';
}
