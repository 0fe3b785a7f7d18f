import { parseArgs } from 'node:util';
import { runProgram } from './run-program.ts';
import { UsageError } from './usage-error.ts';

it.each(['--help', '-h'])('%s says how a program is called and does nothing', async (word) => {
  const said: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const main = jest.fn<Promise<void>, []>();
  await runProgram(main, 'usage: this', ['--out', word]);
  expect(said).toEqual(['usage: this\n']);
  expect(main).not.toHaveBeenCalled();
  jest.restoreAllMocks();
});

describe('a program that cannot go on', () => {
  const before = process.exitCode;
  afterEach(() => {
    process.exitCode = before;
    jest.restoreAllMocks();
  });

  it.each<[string, () => Promise<void>, number, boolean]>([
    ['words it does not know', () => Promise.reject(new UsageError('which?')), 2, true],
    [
      'an option it does not have',
      async () => {
        await Promise.resolve();
        parseArgs({ args: ['--which'], options: {} });
      },
      2,
      true,
    ],
    ['anything else', () => Promise.reject(new Error('no such day')), 1, false],
  ])('says why in a line: %s', async (_name, main, code, withUsage) => {
    const said: string[] = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    await runProgram(main, 'usage: this');
    expect(process.exitCode).toBe(code);
    expect(said.join('')).not.toContain('    at ');
    expect(said.join('').includes('usage: this')).toBe(withUsage);
  });
});
