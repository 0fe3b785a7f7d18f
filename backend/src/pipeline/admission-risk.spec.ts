import { MINUTE } from '@endwatch/clinical';
import { aMeasurement, aStay, hour } from '@endwatch/clinical/testing';
import { PipelineBench } from '../testing/pipeline-bench.ts';

const newestAdmission = (bench: PipelineBench): number | null | undefined =>
  bench.memory
    .scores('p1')
    .filter(({ supersededAt }) => supersededAt === null)
    .sort((a, b) => b.asOf - a.asOf)[0]?.admission;

describe('the risk at admission, once its snapshot is complete', () => {
  const later = (minutes: number) =>
    aMeasurement('heart-rate', 90, { at: hour(9) + minutes * MINUTE });

  async function afterNineHours(): Promise<{ bench: PipelineBench; asked: () => number }> {
    const bench = new PipelineBench(hour(9) + MINUTE);
    await bench.deliver(...aStay({ hours: 9, totals: [6] }));
    await bench.liveTo(hour(9) + 5 * MINUTE);
    const admissionRisk = jest.spyOn(bench.model, 'admissionRisk');
    const asked = (): number =>
      admissionRisk.mock.calls.reduce((rows, [inputs]) => rows + inputs.length, 0);
    return { bench, asked };
  }

  it('is not asked for again by what comes later, nor by another process', async () => {
    const { bench, asked } = await afterNineHours();
    const before = newestAdmission(bench);
    expect(before).toBeGreaterThan(0);
    await bench.deliver(later(1));
    bench.restart();
    await bench.deliver(later(2));
    expect(bench.asOfHours('p1', hour(9)).at(-1)).toBeCloseTo(2 / 60);
    expect(newestAdmission(bench)).toBe(before);
    expect(asked()).toBe(0);
  });

  it('is asked for again when something before the snapshot comes late', async () => {
    const { bench, asked } = await afterNineHours();
    const before = newestAdmission(bench) ?? 0;
    await bench.deliver(aMeasurement('crp', 40, { at: hour(5) }));
    expect(newestAdmission(bench)).toBeGreaterThan(before + 0.2);
    expect(asked()).toBeGreaterThan(0);
    const after = newestAdmission(bench);
    await bench.deliver(later(3));
    expect(newestAdmission(bench)).toBe(after);
  });

  it('is asked of another model anew', async () => {
    const { bench, asked } = await afterNineHours();
    bench.model.manifest = { ...bench.model.manifest, checksum: 'a2'.repeat(32) };
    bench.restart();
    await bench.deliver(later(1));
    expect(asked()).toBeGreaterThan(0);
  });
});
