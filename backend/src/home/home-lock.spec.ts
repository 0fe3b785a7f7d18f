import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HomeInUse, lockHome } from './home-lock.ts';

describe('lockHome', () => {
  it('lets one process in at a time', async () => {
    const home = mkdtempSync(join(tmpdir(), 'endwatch-home-'));
    const release = await lockHome(home);
    await expect(lockHome(home)).rejects.toThrow(HomeInUse);
    release();
    const again = await lockHome(home);
    again();
  });

  it('is free again after the holder was killed', async () => {
    const home = mkdtempSync(join(tmpdir(), 'endwatch-home-'));
    const program = `import(${JSON.stringify(join(__dirname, 'home-lock.ts'))}).then(async ({ lockHome }) => {
      await lockHome(${JSON.stringify(home)}); console.log('held'); setInterval(() => {}, 1000); })`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', program]);
    await new Promise((held) => holder.stdout.once('data', held));
    await expect(lockHome(home)).rejects.toThrow(/already running/);
    holder.kill('SIGKILL');
    await new Promise((gone) => holder.once('exit', gone));
    const release = await lockHome(home);
    expect(release).toBeInstanceOf(Function);
    release();
  });
});
