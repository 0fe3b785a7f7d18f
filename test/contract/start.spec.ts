import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { BoardSnapshot } from '@endwatch/contracts';
import { signInWith } from '../harness/access.ts';
import * as fhir from '../harness/messages.ts';
import { Child } from '../harness/child.ts';
import { Endwatch, eventually, PostgresServer } from '../harness/system.ts';

const HOUR = 3_600_000;
const QUIET = { ENDWATCH_LOG_LEVEL: 'warn' };

/** Node says where it was told of a certificate or a debugger; the product's own lines are what counts. */
const said = ({ lines }: Endwatch): string[] => lines.filter((line) => line.trim() !== '');

describe('starting', () => {
  let folder: string;
  const started: Endwatch[] = [];

  const start = (env: Record<string, string>, home?: string): Endwatch => {
    const endwatch = new Endwatch({ ...QUIET, ...env }, home ?? join(folder, 'home'));
    started.push(endwatch);
    return endwatch;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'endwatch-start-'));
  });

  afterAll(async () => {
    await Promise.all(started.map((one) => one.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  describe('with a value that cannot be used ends with 78 and one line', () => {
    const file = (): string => {
      const path = join(folder, 'a-file');
      writeFileSync(path, '');
      return path;
    };
    const cases: readonly (readonly [name: string, given: string, allowed: RegExp])[] = [
      ['PORT', 'eighty', /0 to 65535/],
      ['HOST', 'no such host', /address/],
      ['KAFKA_BROKERS', 'localhost:99999', /host:port/],
      ['ENDWATCH_DEMO', 'true', /0 or 1/],
      ['ENDWATCH_ROLES', 'reader', /scorer.*gateway/],
      ['ENDWATCH_TIME_ZONE', 'Mars/Base', /time zone/],
      ['OIDC_ISSUER', 'nowhere', /URL|not set/],
      ['MLLP_PORT', '-1', /port/],
    ];

    it.each(cases)('%s=%s', async (name, given, allowed) => {
      const endwatch = start({ [name]: given });
      expect(await endwatch.exited()).toBe(78);
      expect(said(endwatch)).toHaveLength(1);
      expect(said(endwatch)[0]).toContain(name);
      expect(said(endwatch)[0]).toContain(given);
      expect(said(endwatch)[0]).toMatch(allowed);
    });

    it('ENDWATCH_HOME that is a file', async () => {
      const home = file();
      const endwatch = start({}, home);
      expect(await endwatch.exited()).toBe(78);
      expect(said(endwatch)).toHaveLength(1);
      expect(said(endwatch)[0]).toMatch(/ENDWATCH_HOME.*a-file.*folder/);
    });

    it.each([
      ['DATABASE_URL', 'mysql://root:secret@h/d', /postgres:\/\//],
      ['KAFKA_SASL', 'md5:user:secret', /plain/],
      ['ENDWATCH_ADMIN_PASSWORD', 'secret', /8 to 200/],
    ] as const)('%s, without telling the secret', async (name, given, allowed) => {
      const endwatch = start({ [name]: given });
      expect(await endwatch.exited()).toBe(78);
      expect(said(endwatch)).toHaveLength(1);
      expect(said(endwatch)[0]).toContain(name);
      expect(said(endwatch)[0]).toMatch(allowed);
      expect(said(endwatch)[0]).not.toContain('secret');
    });
  });

  describe('on one box', () => {
    let running: Endwatch;
    let home: string;

    beforeAll(async () => {
      home = join(folder, 'not', 'yet', 'there');
      running = await start({ ENDWATCH_ADMIN_PASSWORD: '' }, home).ready();
    });

    it('makes its home, says once how to sign in and where it is, and is ready', async () => {
      expect(existsSync(home)).toBe(true);
      const [, password] = await running.line(/user admin, password (\S+)/);
      await signInWith(running.address, password ?? '');
      expect(await running.json('/api/session')).toMatchObject({ username: 'admin' });
      expect(running.lines.filter((line) => line.startsWith('Endwatch is ready: '))).toHaveLength(
        1,
      );
      expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect((await fetch(`${running.address}/health/ready`)).status).toBe(200);
    });

    it('says that one is running when started again on the same home', async () => {
      const again = start({}, home);
      expect(await again.exited()).not.toBe(0);
      expect(said(again)).toHaveLength(1);
      expect(said(again)[0]).toContain('already running');
      expect(said(again)[0]).toContain(home);
      expect((await fetch(`${running.address}/health/ready`)).status).toBe(200);
    });

    it('says that the port is taken, and leaves nothing behind', async () => {
      const port = new URL(running.address).port;
      const other = join(folder, 'other');
      const refused = start({ PORT: port }, other);
      expect(await refused.exited()).not.toBe(0);
      expect(said(refused).at(-1)).toMatch(/port is taken/);
      expect(said(refused).join('\n')).toContain(port);
      // Its own Postgres was stopped and its home let go: the next start has both.
      const next = await start({}, other).ready();
      expect(await next.stop()).toBe(0);
    });

    it('says that the address is not one of this machine', async () => {
      const refused = start({ HOST: '192.0.2.1' }, join(folder, 'other'));
      expect(await refused.exited()).toBe(78);
      expect(said(refused).at(-1)).toMatch(/HOST.*192\.0\.2\.1.*of this machine/);
    });

    it('ends with 0 at SIGTERM, with a connection open, and knows everything afterwards', async () => {
      const bed = fhir.bed('w-1', '1', 'w');
      const stay = fhir.encounter('p', { start: Date.now() - HOUR, bedId: 'w-1' });
      await running.post('/fhir', fhir.bundle(fhir.ward('w', 'W'), bed, stay));
      // A connection that is kept open, as browsers do.
      await fetch(`${running.address}/health/live`);
      // Only an exit of its own gives 0: the watchdog that would end it after 9 s gives 1.
      expect(await running.stop('SIGTERM')).toBe(0);
      running = await start({}, home).ready();
      const { rows } = await eventually(
        () => running.json<BoardSnapshot>('/api/wards/w/board'),
        (board) => board.rows.length === 1,
      );
      expect(rows[0]?.patientId).toBe('p');
      expect(running.lines.some((line) => line.includes('password'))).toBe(false);
      expect(await running.stop('SIGINT')).toBe(0);
    });
  });

  describe('by npm', () => {
    const byNpm = (home: string, env: Record<string, string> = {}): ChildProcess =>
      spawn('npm', ['run', '--silent', 'serve'], {
        env: { ...process.env, ...QUIET, PORT: '0', ENDWATCH_HOME: home, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
    const ended = async (child: ChildProcess): Promise<unknown> =>
      (await once(child, 'exit')).find((one) => one !== null);

    // To npm alone, as another program would; and to its whole group, as a terminal does.
    it.each(['npm', 'group'])('ends with 0 when %s is told to stop', async (whom) => {
      const child = byNpm(join(folder, `by-npm-${whom}`));
      const pid = child.pid ?? NaN;
      for await (const line of createInterface({ input: child.stdout! })) {
        if (line.startsWith('Endwatch is ready')) break;
      }
      child.stdout?.resume();
      process.kill(whom === 'npm' ? pid : -pid, whom === 'npm' ? 'SIGTERM' : 'SIGINT');
      expect(await ended(child)).toBe(0);
    });

    it('ends with 78 and one line for a value that cannot be used', async () => {
      const child = byNpm(join(folder, 'unused'), { ENDWATCH_DEMO: 'yes' });
      const [said, code] = await Promise.all([text(child.stderr!), ended(child)]);
      expect(code).toBe(78);
      expect(said.trim().split('\n')).toHaveLength(1);
      expect(said).toMatch(/ENDWATCH_DEMO.*yes.*0 or 1/);
    });
  });

  describe('a command that finds nothing to work on', () => {
    const command = (words: string, env: Record<string, string>): Child => {
      const [script = '', ...args] = words.split(' ');
      return new Child({ args: [`backend/dist/${script}.cli.js`, ...args], env });
    };
    it.each([
      ['replay --patient p', 2],
      ['review rebuild', 1],
    ])('%s says so in one line, makes nothing and ends with %i', async (words, code) => {
      const home = join(folder, 'never-started');
      const unborn = command(words, { ENDWATCH_HOME: home });
      expect(await unborn.exited()).toBe(code);
      expect(unborn.lines.at(-1)).toBe(`no Endwatch has run on ${home}`);
      expect(existsSync(home)).toBe(false);
      const away = command(words, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
      expect(await away.exited()).toBe(code);
      expect(away.lines.at(-1)).toContain('ECONNREFUSED');
      const wrong = command(words, { DATABASE_URL: 'mysql://h/d' });
      expect(await wrong.exited()).toBe(78);
      expect(wrong.lines).toEqual([expect.stringContaining('DATABASE_URL')]);
    });
    it.each(['replay', 'topics'])('%s says how it is called', async (name) => {
      const help = command(`${name} --help`, {});
      expect(await help.exited()).toBe(0);
      expect(help.lines).toEqual([expect.stringMatching(`^usage: npm run ${name} -- `)]);
    });
  });

  describe('in roles, on one database', () => {
    let postgres: PostgresServer;
    let url: string;

    beforeAll(async () => {
      postgres = new PostgresServer();
      url = await postgres.database('roles');
    });

    afterAll(async () => {
      await Promise.all(started.map((one) => one.stop()));
      await postgres.stop();
    });

    it('a gateway takes messages that a scorer works off when it comes', async () => {
      const gateway = await start({ DATABASE_URL: url, ENDWATCH_ROLES: 'gateway' }).ready();
      const bed = fhir.bed('w-1', '1', 'w');
      const stay = fhir.encounter('p', { start: Date.now() - HOUR, bedId: 'w-1' });
      const sent = fhir.bundle(fhir.ward('w', 'W'), bed, stay, fhir.patient('p', 'Roles, R'));
      await gateway.post('/fhir', sent);
      expect(await gateway.json('/api/wards')).toEqual([]);
      const scorer = await start({ DATABASE_URL: url, ENDWATCH_ROLES: 'scorer' }).ready();
      await eventually(
        () => gateway.json<BoardSnapshot>('/api/wards/w/board'),
        ({ rows }) => rows.length === 1,
      );
      for (const path of ['/api/wards', '/api/wards/w/board', '/api/session']) {
        expect((await fetch(scorer.address + path)).status).toBe(404);
      }
      const health = await scorer.json<{ parts: Record<string, unknown> }>('/health/ready');
      expect(Object.keys(health.parts)).toContain('scorer');
      expect(await scorer.stop()).toBe(0);
      expect(await gateway.stop()).toBe(0);
    });
  });
});
