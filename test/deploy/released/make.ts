/**
 * `node test/deploy/released/make.ts`: writes `<version>.sql` beside this file, the database of the version that is built in this clone: its schema,
 * and the rows that its own processes wrote for two made-up patients. Run it when a version is released, and commit the file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../harness/child.ts';
import { Endwatch } from '../../harness/system.ts';
import { InstalledPostgres } from '../installed-postgres.ts';
import { admit, boardOf } from '../small-ward.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};
const postgres = await InstalledPostgres.start();
try {
  const endwatch = await new Endwatch({ DATABASE_URL: postgres.url() }).ready();
  await admit(endwatch, 'a');
  await admit(endwatch, 'b');
  await boardOf(endwatch, ['a', 'b']);
  await endwatch.stop();
  const dump = postgres.run('pg_dump', [
    ...['--dbname', postgres.url(), '--rows-per-insert', '1000', '--no-owner', '--no-privileges'],
    // Who may sign in is nobody's business here.
    ...['--exclude-table-data', 'account', '--exclude-table-data', 'session'],
  ]);
  // What is left is for a server; lines that begin with a backslash are for psql, and comments for nobody.
  const statements = dump.split('\n').filter((line) => line !== '' && !/^(\\|--)/.test(line));
  writeFileSync(join(import.meta.dirname, `${version}.sql`), `${statements.join('\n')}\n`);
} finally {
  await postgres.stop();
}
