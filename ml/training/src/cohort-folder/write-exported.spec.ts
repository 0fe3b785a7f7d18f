import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from './manifest.ts';
import { writeExported } from './write-exported.ts';

describe('stays of another process', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'exported-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const stay = JSON.stringify({ patientId: 'p', admittedAt: 0, records: [] });
  const out = (): string => join(folder, 'out');
  /** Of a program that says `text`, then does `last`. */
  function exported(text: string, last = ''): ReturnType<typeof writeExported> {
    const script = join(folder, 'reader.cjs');
    writeFileSync(script, `require('node:fs').writeSync(1, ${JSON.stringify(text)});\n${last}`);
    return writeExported({ reader: { script, env: process.env }, out: out(), name: 'A' });
  }

  it('are a cohort once they are all there', async () => {
    expect(await exported(`${stay}\n`)).toMatchObject({ patients: 1 });
    expect(readManifest(out())).toEqual({ kind: 'site', name: 'A' });
  });

  it.each([
    ['a line that is cut off', `${stay}\n${stay.slice(0, 20)}`, ''],
    ['an end by a signal', `${stay}\n`, "process.kill(process.pid, 'SIGKILL');"],
    ['an end with a fault', `${stay}\n`, 'process.exitCode = 3;'],
  ])('leave nothing behind after %s', async (_name, text, last) => {
    await expect(exported(text, last)).rejects.toThrow('could not be read to its end');
    expect(existsSync(out())).toBe(false);
  });
});
