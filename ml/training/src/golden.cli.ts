import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGolden } from './golden/check-golden.ts';
import { asksForHelp } from './run-program.ts';

const USAGE = 'usage: npm run golden -- FOLDER';

/** `npm run golden -- FOLDER`: every golden file below it, one line for each. Exit 1 when one fails or there is none, 2 for wrong words. */
function main([folder, ...more]: readonly string[]): number {
  if (folder === undefined || more.length > 0 || !existsSync(folder)) {
    const why = folder !== undefined && !existsSync(folder) ? `no folder ${folder}; ` : '';
    process.stderr.write(`${why}${USAGE}\n`);
    return 2;
  }
  const files = globSync('**/*.json', { cwd: folder }).sort();
  let passed = 0;
  for (const file of files) {
    const verdict = checkGolden(readFileSync(join(folder, file), 'utf8'));
    if (verdict.passed) passed += 1;
    process.stdout.write(`${verdict.passed ? 'ok  ' : 'FAIL'} ${file} · ${verdict.line}\n`);
  }
  if (files.length === 0) process.stdout.write(`no golden file in ${folder}\n`);
  const failures = Math.max(files.length - passed, files.length === 0 ? 1 : 0);
  process.stdout.write(`${String(passed)} passed, ${String(failures)} failed\n`);
  return failures === 0 ? 0 : 1;
}

const words = process.argv.slice(2);
if (asksForHelp(words)) process.stdout.write(`${USAGE}\n`);
else process.exitCode = main(words);
