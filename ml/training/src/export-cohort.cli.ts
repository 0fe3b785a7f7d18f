import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { linesOf } from './cohort-folder/lines-of.ts';
import { writeCohort, type WrittenStay } from './cohort-folder/write-cohort.ts';
import { ROOT } from './commit-of-code.ts';

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
  if (values.out === undefined) throw new Error(`--out is missing\n${USAGE}`);
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
  const reader = spawn(process.execPath, [join(ROOT, 'backend/dist/export-stays.cli.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(reader, 'close');
  const written = await writeCohort(out, stays(reader.stdout), { kind: 'site', name });
  const [status] = (await ended) as [number | null];
  if (status !== 0) {
    // Half a cohort looks like a whole one.
    rmSync(out, { recursive: true, force: true });
    throw new Error('the database could not be read to its end: nothing is written');
  }
  process.stdout.write(
    `${String(written.patients)} patients, ${String(written.rows)} rows written to ${out}\n`,
  );
  process.stderr.write(`${WARNING}\n`);
}

async function* stays(output: AsyncIterable<string | Buffer>): AsyncIterable<WrittenStay> {
  for await (const line of linesOf(output)) yield JSON.parse(line) as WrittenStay;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
