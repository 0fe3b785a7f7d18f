import { DAY, MINUTE } from '@endwatch/clinical';
import {
  aMeasurement,
  aReport,
  aStay,
  allItems,
  anEncounter,
  anExamination,
  correctionOf,
  hour,
} from '@endwatch/clinical/testing';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { plainMessage } from '../testing/record-decoder.ts';

const stay = (patientId: string) => aStay({ patientId, hours: 3 });

describe('what cannot be processed', () => {
  it('one message that cannot be read and one that breaks the decoder cost nobody else', async () => {
    const bench = new PipelineBench(hour(3));
    const outcome = await bench.send(
      { value: Buffer.from('not json') },
      { value: Buffer.from('boom') },
      { value: plainMessage({ records: stay('p1') }) },
    );
    expect(outcome).toBe('committed');
    expect(
      bench.memory.rejections.map(({ code, detail, raw }) => [code, detail, String(raw)]),
    ).toEqual([
      ['not-json', 'the value is not JSON', 'not json'],
      [
        'internal',
        expect.stringMatching(/^reading the message failed \(TypeError\): correlation batch\//),
        'boom',
      ],
    ]);
    expect(bench.memory.row('p1')?.risk).not.toBeNull();
    expect(bench.rounds.at(-1)?.rejected).toEqual({ 'not-json': 1, internal: 1 });
  });

  it.each([
    ['a value the model throws at', aMeasurement('crp', 666, { patientId: 'p2', at: hour(2) })],
    ['a report the model throws at', aReport('poison', { patientId: 'p2', at: hour(2) })],
  ])('%s is kept as internal with its bytes, and the others go on', async (_name, poison) => {
    const bench = new PipelineBench(hour(3));
    await bench.deliver(...stay('p1'), ...stay('p2'), ...stay('p3'));
    await bench.deliver(
      anExamination({ at: hour(3), total: 7 }),
      poison,
      anExamination({ patientId: 'p3', at: hour(3), total: 7 }),
    );
    expect(bench.memory.rejections).toMatchObject([
      { code: 'internal', patientId: 'p2', resource: poison.resourceKey },
    ]);
    expect(JSON.parse(String(bench.memory.rejections[0]?.raw))).toEqual({ records: [poison] });
    expect(bench.memory.row('p1')?.nihss.total).toBe(7);
    expect(bench.memory.row('p3')?.nihss.total).toBe(7);
    expect(bench.memory.row('p2')?.nihss.total).toBe(6);
  });

  it('a broken model is nobody’s record: the batch is refused and offered again', async () => {
    const bench = new PipelineBench(hour(3));
    bench.model.broken = true;
    await expect(bench.deliver(...stay('p1'))).rejects.toThrow('the engine is gone');
    expect(bench.memory.rejections).toEqual([]);
    bench.model.broken = false;
    await expect(bench.deliver(...stay('p1'))).resolves.toBe('committed');
  });
});

describe('others at work', () => {
  it('a patient moved by somebody else is loaded and decided again', async () => {
    const bench = new PipelineBench(hour(3));
    await bench.deliver(...stay('p1'));
    bench.memory.bump('p1');
    await bench.deliver(anExamination({ at: hour(3), total: 7 }));
    expect(bench.rounds.at(-1)).toMatchObject({ tries: 2, outcome: 'committed' });
    expect(bench.memory.row('p1')?.nihss.total).toBe(7);
  });

  it('gives up after some tries, and writes nothing then', async () => {
    const bench = new PipelineBench(hour(3), { staleTries: 3 });
    await bench.deliver(...stay('p1'));
    bench.memory.beforeCommit = () => bench.memory.bump('p1');
    const before = bench.memory.commits.length;
    await expect(bench.deliver(anExamination({ at: hour(3), total: 7 }))).rejects.toThrow('again');
    expect(bench.memory.commits).toHaveLength(before);
  });

  it('a directory moved by somebody else is read again', async () => {
    const bench = new PipelineBench(hour(3));
    const other = bench.freshProcessor();
    await bench.deliver(...stay('p1'));
    const batch = bench.batchOf([
      {
        value: plainMessage({
          locations: [
            {
              type: 'location',
              locationId: 'bed-1',
              kind: 'bed',
              name: '1',
              partOf: 'w',
              version: '1',
            },
          ],
        }),
      },
    ]);
    await other.handle({
      slices: batch.slices.map((slice) => ({ ...slice, partition: 1, from: 0n })),
    });
    expect(bench.memory.placement('p1')?.wardId).toBe('w');
    await bench.deliver(anExamination({ at: hour(3), total: 7 }));
    expect(bench.memory.placement('p1')?.wardId).toBe('w');
    expect(bench.rounds.at(-1)?.tries).toBe(2);
  });

  it('who lost the partition writes nothing and says so', async () => {
    const bench = new PipelineBench(hour(3));
    const batch = bench.batchOf([{ value: plainMessage({ records: stay('p1') }) }]);
    await bench.freshProcessor().handle(batch);
    const before = bench.memory.stored('p1');
    await expect(bench.processor.handle(batch)).resolves.toBe('fenced');
    expect(bench.memory.stored('p1')).toEqual(before);
  });

  it('a commit whose fate is unknown is decided again on what the store says', async () => {
    const bench = new PipelineBench(hour(3));
    await bench.deliver(...stay('p1'));
    bench.memory.failNextCommit = new Error('connection lost');
    const worse = anExamination({ at: hour(3), total: 7 });
    await expect(bench.deliver(worse)).rejects.toThrow('connection lost');
    await expect(bench.deliver(worse)).resolves.toBe('committed');
    expect(bench.memory.row('p1')?.nihss.total).toBe(7);
  });

  it('states of partitions given away are forgotten', async () => {
    const bench = new PipelineBench(hour(3));
    await bench.deliver(...stay('p1'));
    const loads = bench.memory.loads;
    bench.processor.assigned([]);
    expect(await bench.processor.wake(hour(100))).toBe(0);
    bench.processor.assigned([0]);
    await bench.deliver(anExamination({ at: hour(3), total: 7 }));
    expect(bench.memory.loads).toBe(loads + 1);
  });
});

describe('bounds', () => {
  it('the cache lets go of some patients, and nothing is lost', async () => {
    const bench = new PipelineBench(hour(3), { cacheFacts: 100 });
    const ids = Array.from({ length: 6 }, (_, n) => `p${String(n)}`);
    for (const id of ids) await bench.deliver(...stay(id));
    for (const patientId of ids) {
      await bench.deliver(anExamination({ patientId, at: hour(3), total: 7 }));
    }
    // Who it lets go of is chance; that not all of them fit is not.
    expect(bench.memory.loads).toBeGreaterThan(ids.length);
    expect(ids.map((id) => bench.memory.row(id)?.nihss.total)).toEqual(ids.map(() => 7));
  });

  it('one forward pass serves all patients of a batch', async () => {
    const bench = new PipelineBench(hour(3));
    await bench.deliver(...stay('p1'), ...stay('p2'), ...stay('p3'));
    expect(bench.model.passes).toEqual([12]);
  });

  it('a pass is cut where it grows too long', async () => {
    const bench = new PipelineBench(hour(3), { scoreRows: 5 });
    await bench.deliver(...stay('p1'), ...stay('p2'), ...stay('p3'));
    expect(bench.model.passes).toEqual([5, 5, 2]);
    expect(bench.memory.row('p3')?.risk).not.toBeNull();
  });

  it('14 days of vital signs do not stay in memory', async () => {
    const bench = new PipelineBench(hour(14 * 24));
    const readings = Array.from({ length: 14 * 24 }, (_, at) =>
      aMeasurement('heart-rate', 80, { at: hour(at) }),
    );
    await bench.deliver(anEncounter(), ...readings);
    const { states } = await bench.processor.command('p1', { alertId: 'none', apply: () => null });
    expect(states.get('p1')?.facts.newest.size).toBeLessThan(80);
    expect(bench.memory.recordCount('p1')).toBe(14 * 24 + 1);
  });

  it('a patient the clock cannot process is left alone for a while and holds nobody up', async () => {
    const bench = new PipelineBench(hour(3), { wakePatients: 1 });
    await bench.deliver(...stay('p1'));
    bench.clock.set(hour(3) + MINUTE);
    await bench.deliver(...stay('p2'));
    const late = aMeasurement('crp', 666, { at: hour(3.5) });
    bench.memory.smuggle('p1', late);
    bench.restart();
    await bench.passTo(hour(5));
    expect(bench.rounds.some(({ failed }) => failed === 1)).toBe(true);
    expect(bench.memory.row('p2')?.risk?.asOf).toBe(new Date(hour(5)).toISOString());
    expect(bench.memory.row('p1')?.risk?.asOf).toBe(new Date(hour(3)).toISOString());
    expect(bench.memory.profile('p1')?.nextWakeAt).toBeLessThan(hour(5) + DAY);
  });
});

describe('an examination whose total and items come apart', () => {
  const items = (resourceKey: string, score: 0 | 1) =>
    anExamination({ resourceKey, at: hour(2.5), items: allItems({ '4': score }) });
  const total = anExamination({ resourceKey: 'Observation/total', at: hour(2.5), total: 9 });

  it('is noted once when they contradict each other, and the sum holds', async () => {
    const bench = new PipelineBench(hour(7));
    await bench.deliver(...stay('p1'), items('Observation/items', 1));
    expect(bench.memory.rejections).toEqual([]);
    await bench.deliver(total);
    await bench.deliver(total, correctionOf(items('Observation/items', 0)));
    expect(bench.memory.rejections).toMatchObject([
      {
        ...{ code: 'nihss-total-mismatch', resource: 'Observation/total', patientId: 'p1' },
        detail: `total 9, sum of 15 items 1, all of ${new Date(hour(2.5)).toISOString()}`,
      },
    ]);
    expect(bench.memory.row('p1')?.nihss.total).toBe(0);
  });

  it('is not noted when they agree', async () => {
    const bench = new PipelineBench(hour(7));
    const sum = anExamination({ resourceKey: 'Observation/total', at: hour(2.5), total: 1 });
    await bench.deliver(...stay('p1'), sum, items('Observation/items', 1));
    expect(bench.memory.rejections).toEqual([]);
  });
});
