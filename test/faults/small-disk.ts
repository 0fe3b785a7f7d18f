import { spawnSync } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresServer } from '../harness/system.ts';

const SIZE = '400m';
const BLOCK = Buffer.alloc(1024 * 1024);
const PAGE = Buffer.alloc(4096);

/** A real file system of its own for the rows of the databases (not for the server's log), which can be filled to the last page. */
export class SmallDisk {
  readonly tablespace = 'small_disk';
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Null where this account may not mount a file system. */
  static async mount(postgres: PostgresServer): Promise<SmallDisk | null> {
    // Where the server's account can reach it: a private temporary folder may be closed to it.
    const folder = mkdtempSync('/var/tmp/endwatch-disk-');
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
    if (status !== 0) {
      rmSync(folder, { recursive: true });
      return null;
    }
    const disk = new SmallDisk(folder);
    const { uid, gid } = statSync(await postgres.dataDir());
    chownSync(folder, uid, gid);
    await postgres.query(`CREATE TABLESPACE ${disk.tablespace} LOCATION '${folder}'`);
    return disk;
  }

  /** Until not a page is left. */
  fill(): void {
    const file = openSync(this.#ballast(), 'a');
    try {
      for (const block of [BLOCK, PAGE]) while (takes(file, block)) continue;
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.#ballast(), { force: true });
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.#folder]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #ballast(): string {
    return join(this.#folder, 'ballast');
  }
}

function takes(file: number, block: Buffer): boolean {
  try {
    return writeSync(file, block) === block.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
