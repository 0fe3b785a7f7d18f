import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Child } from './child.ts';

const BACKEND = ['--disable-warning=TimeoutNegativeWarning', 'backend/dist/main.js'];

/** A real Postgres for a whole-system test; databases are made by name. */
export class PostgresServer {
  readonly #child: Child;
  readonly #home: string;
  #url = '';

  constructor() {
    this.#home = mkdtempSync(join(tmpdir(), 'endwatch-pg-'));
    this.#child = new Child({ args: ['backend/dist/postgres/local/postgres.cli.js', this.#home] });
  }

  async database(name: string): Promise<string> {
    this.#url ||= (await this.#child.line(/^postgres:\/\/\S+$/))[0];
    const admin = new pg.Client({ connectionString: this.#url });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    await admin.end();
    return this.#url.replace(/\/\w+$/, `/${name}`);
  }

  async stop(): Promise<void> {
    await this.#child.stop();
    rmSync(this.#home, { recursive: true, force: true });
  }
}

/** One process of the product, as `npm run serve` would run it. */
export class Endwatch extends Child {
  readonly home: string;
  #address = '';

  constructor(env: Readonly<Record<string, string>>, home?: string) {
    const folder = home ?? mkdtempSync(join(tmpdir(), 'endwatch-home-'));
    super({ args: BACKEND, env: { PORT: '0', ENDWATCH_HOME: folder, ...env } });
    this.home = folder;
  }

  get address(): string {
    return this.#address;
  }

  async ready(): Promise<this> {
    const [, address] = await this.line(/^Endwatch is ready: (\S+)$/, 90_000);
    this.#address = address ?? '';
    return this;
  }

  async json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await fetch(this.#address + path, init);
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
