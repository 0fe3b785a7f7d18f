import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

export interface OsAccount {
  readonly uid: number;
  readonly gid: number;
}

/** Postgres refuses to run as root. Root therefore runs it as `postgres` (made when there is none), anybody else as themselves (null). */
export function postgresAccount(): OsAccount | null {
  if (process.getuid?.() !== 0) return null;
  const known = accountNamed('postgres');
  if (known) return known;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const made = accountNamed('postgres') ?? accountNamed('nobody');
  if (!made) throw new Error('no account to run Postgres as: create a user named postgres');
  return made;
}

function accountNamed(name: string): OsAccount | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Whether another account can pass through every folder above and into `path`. */
export function othersCanReach(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The binaries where the account can execute them: as installed, or a copy below `spare` (e.g. a clone in a private temporary folder). */
export function reachableBinaries(native: string, spare: string): string {
  if (othersCanReach(native)) return native;
  const copy = join(spare, 'native');
  if (!existsSync(join(copy, 'complete'))) {
    mkdirSync(spare, { recursive: true, mode: 0o755 });
    cpSync(native, copy, { recursive: true, dereference: false, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', copy]);
    mkdirSync(join(copy, 'complete'));
  }
  accessSync(join(copy, 'bin', 'postgres'), constants.X_OK);
  return copy;
}
