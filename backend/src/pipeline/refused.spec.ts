import { aMeasurement, anExamination, aStay, hour } from '@endwatch/clinical/testing';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import type { BatchEffects } from './ports.ts';

const stay = (patientId: string) => aStay({ patientId, hours: 3 });
const crp = (patientId: string, value: number, number: number) =>
  aMeasurement('crp', value, {
    ...{ patientId, at: hour(2), resourceKey: `Observation/crp-${patientId}-${String(number)}` },
  });

/** A table that takes no C-reactive protein of 667. */
function holdsBad({ patients }: BatchEffects): boolean {
  return patients.some(({ records }) =>
    records.some((one) => JSON.stringify(one).includes('"value":667')),
  );
}

async function benchWithWard(): Promise<PipelineBench> {
  const bench = new PipelineBench(hour(3));
  await bench.deliver(...stay('p1'), ...stay('p2'), ...stay('p3'));
  return bench;
}

describe('what the store refuses each time', () => {
  it('is found by patient and record, kept as internal with its bytes; everything else is written, once', async () => {
    const bench = await benchWithWard();
    bench.memory.refuses = holdsBad;
    const bad = crp('p2', 667, 1);
    const good = [crp('p1', 5, 1), crp('p2', 5, 2), anExamination({ at: hour(3), total: 7 })];
    const exam = anExamination({ patientId: 'p2', at: hour(3), total: 7 });
    const before = bench.memory.commits.length;
    await expect(bench.deliver(...good, bad, exam, crp('p3', 5, 1))).resolves.toBe('committed');
    expect(bench.memory.commits).toHaveLength(before + 1);
    const [rejection, ...others] = bench.memory.rejections;
    expect(others).toEqual([]);
    expect(rejection).toMatchObject({
      code: 'internal',
      patientId: 'p2',
      resource: bad.resourceKey,
      origin: { topic: 'endwatch.vitals', partition: 0 },
    });
    expect(JSON.parse(String(rejection?.raw))).toEqual({ records: [bad] });
    const [bug, ...more] = bench.bugs;
    expect(more).toEqual([]);
    expect(rejection?.detail).toBe(
      `cannot be stored (Postgres: 23514 at x): correlation ${bug?.correlationId ?? ''}`,
    );
    expect(bench.memory.row('p1')?.nihss.total).toBe(7);
    expect(bench.memory.row('p2')?.nihss.total).toBe(7);
    expect(bench.memory.recordCount('p2')).toBe(stay('p2').length + 2);
    const letter = bench.memory.commits
      .at(-1)
      ?.messages?.find(({ topic }) => topic.endsWith('dead-letters'));
    expect(letter?.value).toEqual(rejection?.raw);
  });

  it('several patients of one batch, and one that the store refuses whatever it brings', async () => {
    const bench = await benchWithWard();
    bench.memory.refuses = (effects) =>
      holdsBad(effects) || effects.patients.some(({ patientId }) => patientId === 'p3');
    const records = [crp('p1', 667, 1), crp('p1', 667, 2), crp('p1', 5, 3), crp('p2', 667, 1)];
    await expect(bench.deliver(...records, crp('p3', 5, 1), crp('p3', 6, 2))).resolves.toBe(
      'committed',
    );
    expect(bench.memory.rejections.map(({ resource }) => resource).sort()).toEqual([
      'Observation/crp-p1-1',
      'Observation/crp-p1-2',
      'Observation/crp-p2-1',
      'Observation/crp-p3-1',
      'Observation/crp-p3-2',
    ]);
    expect(bench.memory.recordCount('p1')).toBe(stay('p1').length + 1);
    expect(bench.rounds.at(-1)).toMatchObject({ rejected: { internal: 5 }, failed: 1 });
  });

  it('costs few trials among many', async () => {
    const bench = new PipelineBench(hour(3));
    bench.memory.refuses = holdsBad;
    const records = Array.from({ length: 500 }, (_, index) =>
      crp(`p${String(index)}`, index === 321 ? 667 : 5, 1),
    );
    await expect(bench.deliver(...records)).resolves.toBe('committed');
    expect(bench.memory.rejections).toMatchObject([{ patientId: 'p321' }]);
    expect(bench.memory.rehearsals).toBeLessThan(30);
  });

  it('a place that cannot be described costs nobody who lies there', async () => {
    const bench = await benchWithWard();
    bench.memory.refuses = ({ locations }) => locations.length > 0;
    const place = { type: 'location', kind: 'bed', name: '1', partOf: 'w', version: '1' } as const;
    await bench.say({
      records: [anExamination({ at: hour(3), total: 7 })],
      locations: [{ ...place, locationId: 'bed-1' }],
    });
    expect(bench.memory.rejections).toMatchObject([
      { code: 'internal', patientId: null, resource: 'Location/bed-1' },
    ]);
    expect(bench.memory.row('p1')?.nihss.total).toBe(7);
  });

  it('nobody is blamed when the refusal does not come again', async () => {
    const bench = await benchWithWard();
    let times = 0;
    bench.memory.refuses = () => (times += 1) === 1;
    await expect(bench.deliver(crp('p1', 5, 1))).resolves.toBe('committed');
    expect(bench.memory.rejections).toEqual([]);
    expect(bench.rounds.at(-1)?.tries).toBe(2);
  });

  it('nobody is blamed when even an empty round is refused: the batch is offered again', async () => {
    const bench = await benchWithWard();
    bench.memory.refuses = () => true;
    const before = bench.memory.commits.length;
    await expect(bench.deliver(crp('p1', 5, 1))).rejects.toThrow('23514');
    expect(bench.memory.commits).toHaveLength(before);
    bench.memory.refuses = () => false;
    await expect(bench.deliver(crp('p1', 5, 1))).resolves.toBe('committed');
    expect(bench.memory.rejections).toEqual([]);
  });

  it('nobody is blamed when the store goes away while the culprit is looked for', async () => {
    const bench = await benchWithWard();
    bench.memory.refuses = (effects) => {
      if (bench.memory.rehearsals > 2) throw new Error('connection lost');
      return holdsBad(effects);
    };
    const batch = [crp('p1', 5, 1), crp('p2', 667, 1), crp('p3', 5, 1)];
    await expect(bench.deliver(...batch)).rejects.toThrow('connection lost');
    expect(bench.memory.rejections).toEqual([]);
    bench.memory.refuses = holdsBad;
    await expect(bench.deliver(...batch)).resolves.toBe('committed');
    expect(bench.memory.rejections).toMatchObject([{ patientId: 'p2' }]);
  });

  it('the clock leaves a patient alone whose score cannot be stored, and goes on with the others', async () => {
    const bench = await benchWithWard();
    bench.memory.refuses = ({ patients }) =>
      patients.some(({ patientId, scores }) => patientId === 'p2' && scores.length > 0);
    await bench.passTo(hour(5));
    const at = new Date(hour(5)).toISOString();
    expect(bench.memory.row('p1')?.risk?.asOf).toBe(at);
    expect(bench.memory.row('p2')?.risk?.asOf).not.toBe(at);
    expect(bench.memory.rejections).toEqual([]);
  });
});
