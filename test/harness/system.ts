import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { bearer, PASSWORD } from './access.ts';
import { Child, type ChildOptions } from './child.ts';

/** As `docker/local/run-backend.mjs` has it. */
const BACKEND = [
  '--disable-warning=TimeoutNegativeWarning',
  '--max-semi-space-size=64',
  'backend/dist/main.js',
];

/** A real Postgres for a whole-system test; databases are made by name. Its address outlives a crash. */
export class PostgresServer {
  readonly #home: string;
  #child: Child;
  #url = '';

  constructor() {
    this.#home = mkdtempSync(join(tmpdir(), 'endwatch-pg-'));
    this.#child = this.#launch();
  }

  async database(name: string, tablespace = 'pg_default'): Promise<string> {
    await this.query(`CREATE DATABASE ${name} TABLESPACE ${tablespace}`);
    return this.#url.replace(/\/\w+$/, `/${name}`);
  }

  /** Process id of the server itself, the parent of all its others. */
  get postmaster(): number {
    const [first = ''] = readFileSync(join(this.#dataDir(), 'postmaster.pid'), 'utf8').split('\n');
    return Number(first);
  }

  /** Outside any of the databases that were made. */
  async query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    this.#url ||= await this.#ready();
    return query<T>(this.#url, sql, values);
  }

  async dataDir(): Promise<string> {
    this.#url ||= await this.#ready();
    return this.#dataDir();
  }

  /** A clean stop: sessions are ended, what is durable is on disk. */
  async shut(): Promise<void> {
    await this.#child.stop();
  }

  /** A crash: every process of the server dies at once, without a word to anybody. Resolves when they are gone. */
  async kill(): Promise<void> {
    const { postmaster } = this;
    const all = [postmaster, ...childrenOf(postmaster)];
    for (const pid of all) signalIfThere(pid, 'SIGKILL');
    await eventually(
      () => Promise.resolve(all.filter((pid) => existsSync(`/proc/${pid}/exe`))),
      (left) => left.length === 0,
    );
    await this.#child.stop();
  }

  /** On the data and at the address it had; resolves when it takes connections. */
  async restart(): Promise<void> {
    this.#child = this.#launch(new URL(this.#url).port);
    await this.#ready();
  }

  async stop(): Promise<void> {
    await this.#child.stop();
    for (const folder of [this.#dataDir(), this.#home]) {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Not below the home folder where the server's account could not reach it there. */
  #dataDir(): string {
    const file = join(this.#home, 'postgres.json');
    if (!existsSync(file)) return this.#home;
    return (JSON.parse(readFileSync(file, 'utf8')) as { dataDir: string }).dataDir;
  }

  #launch(...port: string[]): Child {
    return new Child({
      args: ['backend/dist/postgres/local/postgres.cli.js', this.#home, ...port],
    });
  }

  async #ready(): Promise<string> {
    return (await this.#child.line(/^postgres:\/\/\S+$/))[0];
  }
}

/** Its backends lead process groups of their own, so that a signal to the server's group would miss them. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
        return Number(after.split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone by itself.
  }
}

/** One process of the product, as `npm run serve` would run it. */
export class Endwatch extends Child {
  readonly home: string;
  #address = '';

  /** From this clone, unless `from` says where else and as whom; `node`: options for Node itself. */
  constructor(
    env: Readonly<Record<string, string>>,
    home?: string,
    from: Partial<ChildOptions> & { readonly node?: readonly string[] } = {},
  ) {
    const { node = [], args = BACKEND, ...place } = from;
    const folder = home ?? mkdtempSync(join(tmpdir(), 'endwatch-home-'));
    super({
      ...place,
      args: [...node, ...args],
      env: {
        ...{ PORT: '0', ENDWATCH_HOME: folder, ENDWATCH_ADMIN_PASSWORD: PASSWORD },
        // What is counted are the messages of the test.
        ENDWATCH_CANARY_SECONDS: '0',
        ...env,
      },
    });
    this.home = folder;
  }

  get address(): string {
    return this.#address;
  }

  async ready(): Promise<this> {
    const [, address] = await this.line(/^Endwatch is ready: (\S+)$/, 240_000);
    this.#address = address ?? '';
    return this;
  }

  /** As the administrator. */
  async json<T>(path: string, init?: RequestInit): Promise<T> {
    const isOpen = path.startsWith('/health') || path.startsWith('/metrics');
    const who = isOpen ? {} : await bearer(this.#address);
    const headers = { ...who, ...(init?.headers as object | undefined) };
    const response = await fetch(this.#address + path, { ...init, headers });
    const body = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${body}`);
    return JSON.parse(body) as T;
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return this.json<T>(path, {
      method: 'POST',
      headers: {
        'content-type': path.startsWith('/fhir') ? 'application/fhir+json' : 'application/json',
      },
      body: JSON.stringify(body),
    });
  }
}

/** Asks again until the answer is right; the error says the last answer. */
export async function eventually<T>(
  ask: () => Promise<T>,
  right: (answer: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    let answer: T | undefined;
    let problem: unknown;
    try {
      answer = await ask();
      if (right(answer)) return answer;
    } catch (error) {
      problem = error;
    }
    if (Date.now() > deadline) {
      const last = problem instanceof Error ? problem.message : JSON.stringify(answer);
      throw new Error(`not so within ${withinMs} ms; last: ${last.slice(0, 1_500)}`);
    }
    await new Promise((wait) => setTimeout(wait, 50));
  }
}

export async function query<T extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
