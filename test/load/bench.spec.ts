import { Child } from '../harness/child.ts';

const PARTS = ['throughput', 'scoring', 'model', 'viewers', 'delivery', 'review', 'wall'];

/** The measurements in small, as a person would run them: that they come to their end and find every record, never how long it took. */
describe('npm run bench', () => {
  const bench = new Child({
    args: [
      '--disable-warning=TimeoutNegativeWarning',
      ...['test/load/bench.ts', '--small', '--only', PARTS.join(',')],
    ],
  });

  afterAll(() => bench.stop());

  it('counts everything that was sent, for the product and for the floors', async () => {
    const code = await bench.exited();
    expect(bench.lines.filter((line) => line.startsWith('wrong'))).toEqual([]);
    expect(code).toBe(0);
    expect(bench.lines).toContain(`${PARTS.length} parts, 0 wrong`);
  }, 600_000);

  it.each(PARTS)('has a table of %s', (part) => {
    const from = bench.lines.findIndex((line) => line.endsWith(`(\`${part}\`)`));
    const rows = bench.lines.slice(from + 4).slice(0, 3);
    expect(from).toBeGreaterThan(-1);
    for (const row of rows) expect(row).toMatch(/^\|( [^|]+ \|){2} [^|]* \| [^|]* \|$/);
  });

  it('refuses a part that there is not', async () => {
    const other = new Child({ args: ['test/load/bench.ts', '--only', 'nothing'] });
    expect(await other.exited()).toBe(64);
    expect(other.lines[0]).toMatch(/^--only is "nothing"; allowed: throughput/);
  });

  it.each(['test/load/bench.ts', 'test/faults/main.ts'])(
    '%s says how it is called',
    async (path) => {
      const help = new Child({ args: [path, '--help'] });
      expect(await help.exited()).toBe(0);
      expect(help.lines).toEqual([expect.stringMatching(/^usage: npm run (bench|faults) -- /)]);
      const wrong = new Child({ args: [path, '--nothing'] });
      expect(await wrong.exited()).toBe(64);
      expect(wrong.lines).toEqual([expect.stringContaining("'--nothing'"), ...help.lines]);
    },
  );
});
