import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeExported } from './cohort-folder/write-exported.ts';
import { ROOT } from './commit-of-code.ts';
import { runProgram } from './run-program.ts';
import { UsageError } from './usage-error.ts';

const USAGE =
  'usage: npm run export-cohort -- [--from postgres://…] --out FOLDER [--name SITE]   (without --from: DATABASE_URL, or the database of ENDWATCH_HOME)';
const WARNING = `Ids are drawn anew, dates shifted by patient, and names, dates and long numbers masked where they are recognised in report texts. That is NO GUARANTEE:
a name without a title, a nickname or a rare finding can remain. Read the texts before they leave the hospital.`;

interface Request {
  readonly from: string | undefined;
  readonly out: string;
  readonly name: string | null;
}

function requestOf(args: string[]): Request {
  const { values } = parseArgs({
    args,
    options: { from: { type: 'string' }, out: { type: 'string' }, name: { type: 'string' } },
  });
  if (values.out === undefined) throw new UsageError('--out is missing');
  const out = resolve(values.out);
  if (existsSync(out) && readdirSync(out).length > 0) {
    throw new Error(`${out} is not empty: what is in it would be mixed with what is written`);
  }
  return { from: values.from, out, name: values.name ?? null };
}

/** Only what is de-identified leaves the process that reads the database. */
async function main(args: string[]): Promise<void> {
  const { from, out, name } = requestOf(args);
  const env = { ...process.env, ...(from === undefined ? {} : { DATABASE_URL: from }) };
  const script = join(ROOT, 'backend/dist/export-stays.cli.js');
  const { patients, rows } = await writeExported({ reader: { script, env }, out, name });
  process.stdout.write(`${String(patients)} patients, ${String(rows)} rows written to ${out}\n`);
  process.stderr.write(`${WARNING}\n`);
}

await runProgram(() => main(process.argv.slice(2)), USAGE);
