import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { Child } from '../harness/child.ts';
import { freePorts } from '../kafka/free-ports.ts';
import { postgresPrograms } from './postgres-programs.ts';

const DATABASE = 'endwatch';

interface Account {
  readonly uid: number;
  readonly gid: number;
}

interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly account?: Account;
}

/** The system's own PostgreSQL (Debian 12 has 15, the oldest that is supported): with pg_dump and all, which the one from npm has not. */
export class InstalledPostgres {
  readonly password = randomBytes(12).toString('hex');
  readonly port: number;
  readonly home: string;
  readonly dataDir: string;
  readonly programs: string;
  readonly account: Account | undefined;
  #server: Child | null = null;

  private constructor(programs: string, port: number) {
    this.programs = programs;
    this.port = port;
    this.account = postgresAccount();
    this.home = mkdtempSync(join(tmpdir(), 'endwatch-pg-'));
    chmodSync(this.home, 0o755);
    this.dataDir = join(this.home, 'data');
    mkdirSync(this.dataDir, { mode: 0o700 });
    if (this.account) chownSync(this.dataDir, this.account.uid, this.account.gid);
  }

  /** A folder and a port; nothing runs yet. */
  static async prepare(): Promise<InstalledPostgres> {
    const programs = postgresPrograms();
    if (!programs) {
      throw new Error('PostgreSQL is missing: apt-get install -y postgresql');
    }
    const [port = 0] = await freePorts(1);
    return new InstalledPostgres(programs, port);
  }

  /** A server with an empty database `endwatch`. */
  static async start(): Promise<InstalledPostgres> {
    const server = await InstalledPostgres.prepare();
    const secret = join(server.home, 'password');
    writeFileSync(secret, server.password);
    chmodSync(secret, 0o644);
    server.run('initdb', [
      ...['--pgdata', server.dataDir, '--username', DATABASE, '--pwfile', secret],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C'],
    ]);
    await server.launch();
    server.run('psql', ['--dbname', server.url('postgres'), '-c', `CREATE DATABASE ${DATABASE}`]);
    return server;
  }

  async launch(): Promise<void> {
    await this.#up(
      new Child({
        program: join(this.programs, 'postgres'),
        args: ['-D', this.dataDir, ...this.listen()],
        ...this.#surroundings(),
      }),
    );
  }

  /** A shell script of docker/postgres that ends in being the server. */
  async launchBy(script: string, env: Readonly<Record<string, string>>): Promise<void> {
    const surroundings = this.#surroundings();
    await this.#up(
      new Child({
        program: '/bin/sh',
        args: [this.#reachable(script), ...this.listen()],
        ...surroundings,
        env: { ...surroundings.env, ...env },
      }),
    );
  }

  listen(): string[] {
    return [
      ...['-p', String(this.port), '-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
    ];
  }

  url(database = DATABASE): string {
    return `postgres://${DATABASE}:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** A program of the installation; throws with what it said when it fails. */
  run(program: string, args: readonly string[]): string {
    return this.#run(join(this.programs, program), args, {});
  }

  /** A shell script of docker/postgres that comes to an end. */
  runScript(script: string, env: Readonly<Record<string, string>>): string {
    return this.#run('/bin/sh', [this.#reachable(script)], env);
  }

  async stop(): Promise<void> {
    await this.#server?.stop('SIGINT');
    rmSync(this.home, { recursive: true, force: true });
  }

  async crash(): Promise<void> {
    await this.#server?.stop('SIGQUIT');
  }

  /** Where the server's account can read it: this clone may be closed to others. */
  #reachable(script: string): string {
    const copy = join(this.home, basename(script));
    cpSync(script, copy);
    chmodSync(copy, 0o755);
    return copy;
  }

  #run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): string {
    const surroundings = this.#surroundings();
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: surroundings.cwd,
      env: { ...surroundings.env, ...env },
      ...this.account,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`${program} ended with ${status ?? 'a signal'}: ${stderr}`);
    return stdout;
  }

  #surroundings(): Surroundings {
    const path = [this.programs, process.env['PATH'] ?? ''].join(delimiter);
    return {
      cwd: '/',
      env: { PATH: path, PGDATA: this.dataDir, PGHOST: '127.0.0.1', PGPORT: String(this.port) },
      ...(this.account ? { account: this.account } : {}),
    };
  }

  async #up(server: Child): Promise<void> {
    this.#server = server;
    await server.line(/ready to accept (read-only )?connections/);
  }
}

/** Postgres refuses to run as root. */
function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('postgres:'));
  const [, , uid, gid] = entry?.split(':') ?? [];
  if (!uid || !gid) throw new Error('there is no account postgres');
  return { uid: Number(uid), gid: Number(gid) };
}
