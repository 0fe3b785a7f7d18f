import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const WANTED = ['initdb', 'postgres', 'psql', 'pg_dump', 'pg_restore', 'pg_basebackup'];
/** Where distributions put a version's programs. */
const PLACES = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];

/** Folder with the programs of one PostgreSQL installation, server and client; null when there is none. The newest that is complete. */
export function postgresPrograms(path = process.env['PATH'] ?? ''): string | null {
  const versions = PLACES.filter((place) => existsSync(place)).flatMap((place) =>
    readdirSync(place)
      .filter((name) => /^(postgresql@)?\d+$/.test(name))
      .toSorted((one, other) => Number(/\d+/.exec(other)) - Number(/\d+/.exec(one)))
      .map((name) => join(place, name, 'bin')),
  );
  const complete = (folder: string): boolean =>
    WANTED.every((program) => existsSync(join(folder, program)));
  return [...versions, ...path.split(delimiter)].find(complete) ?? null;
}
