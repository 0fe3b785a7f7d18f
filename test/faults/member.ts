import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Endwatch } from '../harness/system.ts';
import { TcpProxy } from '../harness/tcp-proxy.ts';

export type Role = 'scorer' | 'gateway';

const CLOCK = pathToFileURL(resolve(import.meta.dirname, '../harness/shifted-clock.mjs')).href;

/** One process of the product with a network to Postgres, and a clock, of its own. */
export class Member {
  readonly name: string;
  readonly role: Role;
  readonly process: Endwatch;
  /** What stands between it and Postgres. */
  readonly database: TcpProxy;
  readonly #clock: string;

  private constructor(parts: {
    name: string;
    role: Role;
    process: Endwatch;
    database: TcpProxy;
    clock: string;
  }) {
    this.name = parts.name;
    this.role = parts.role;
    this.process = parts.process;
    this.database = parts.database;
    this.#clock = parts.clock;
  }

  static async launch(settings: {
    name: string;
    role: Role;
    databaseUrl: string;
    env: Readonly<Record<string, string>>;
  }): Promise<Member> {
    const { name, role, databaseUrl, env } = settings;
    const direct = new URL(databaseUrl);
    const database = await TcpProxy.open(() => Number(direct.port));
    const home = mkdtempSync(join(tmpdir(), 'endwatch-home-'));
    const clock = join(home, 'clock');
    const through = new URL(databaseUrl);
    through.port = String(database.port);
    const process = new Endwatch(
      {
        ...env,
        DATABASE_URL: through.href,
        ENDWATCH_ROLES: role,
        NODE_OPTIONS: `--import=${CLOCK}`,
        SHIFTED_CLOCK: clock,
      },
      home,
    );
    return new Member({ name, role, process, database, clock });
  }

  /** Its wall clock goes this much ahead (or behind) from now on, in one step. */
  shiftClock(milliseconds: number): void {
    writeFileSync(this.#clock, String(milliseconds));
    this.process.signal('SIGUSR2');
  }

  /** Resolves with everything of a transaction written but its COMMIT, which waits until `database.leaveAlone`; false when it writes nothing. */
  async midCommit(): Promise<boolean> {
    this.database.interfere('COMMIT\0', { kind: 'hold' }, 1);
    return this.database.interfered(WRITES_WITHIN);
  }

  /** Resolves with its exit code or the signal that ended it. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals> {
    const code = await this.process.stop(signal);
    await this.database.close();
    return code;
  }

  forget(): void {
    rmSync(this.process.home, { recursive: true, force: true });
  }
}

const WRITES_WITHIN = 4_000;
