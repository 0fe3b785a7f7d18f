import { HOUR, MINUTE, SECOND, type ClinicalRecord, type EpochMs } from '@endwatch/clinical';
import {
  aMeasurement,
  aReport,
  aStay,
  allItems,
  anExamination,
  hour,
} from '@endwatch/clinical/testing';
import { PipelineBench } from '../testing/pipeline-bench.ts';

const PACE = { burst: 2, first: 1, every: 4 * SECOND };
const start = hour(6) + 10 * MINUTE;

/** A heart rate of a second after the start. */
const beat = (second: number, value = 80): ClinicalRecord =>
  aMeasurement('heart-rate', value, {
    at: start + second * SECOND,
    resourceKey: `Observation/beat-${second}`,
  });

interface Scored {
  readonly asOf: EpochMs;
}

describe('a patient whose values come by the second', () => {
  let bench: PipelineBench;
  const newest = (): number | undefined =>
    (bench.memory.scores('p1').at(-1) as Scored | undefined)?.asOf;
  /** Seconds of the start that have a score. */
  const scored = (): readonly number[] =>
    bench.memory
      .scores('p1')
      .filter(({ asOf }) => asOf > start)
      .map(({ asOf }) => (asOf - start) / SECOND);

  const at = async (second: number, ...records: readonly ClinicalRecord[]): Promise<void> => {
    bench.clock.set(start + second * SECOND);
    expect(await bench.deliver(...records)).toBe('committed');
  };

  beforeEach(async () => {
    bench = new PipelineBench(start, { pace: PACE });
    await bench.deliver(...aStay({ hours: 6, totals: [6, 6] }));
    await bench.passTo(start);
    // What was judged at the beginning is long ago.
    bench.clock.set(start + MINUTE);
    await bench.passTo(start + MINUTE);
  });

  it('is judged twice and then every four seconds, and everything is kept', async () => {
    const before = bench.memory.recordCount('p1');
    for (let second = 70; second < 82; second += 1) await at(second, beat(second));
    expect(scored()).toEqual([70, 71, 74, 78]);
    expect(bench.memory.recordCount('p1')).toBe(before + 12);
    expect(bench.rounds.slice(-12).map(({ deferred }) => deferred)).toEqual([
      ...[0, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1],
    ]);
    expect(bench.memory.row('p1')?.freshness.vitals).toBe(
      new Date(start + 78 * SECOND).toISOString(),
    );
  });

  it('is judged once and then every four seconds where the process has just begun', async () => {
    bench.restart();
    for (let second = 70; second < 76; second += 1) await at(second, beat(second));
    expect(scored()).toEqual([70, 74]);
  });

  it('is judged by the clock where nothing more comes', async () => {
    for (const second of [70, 71, 72]) await at(second, beat(second));
    expect(bench.memory.profile('p1')?.nextWakeAt).toBe(start + 74 * SECOND);
    await bench.passTo(start + 74 * SECOND - 1);
    expect(scored()).toEqual([70, 71]);
    await bench.passTo(start + 74 * SECOND);
    expect(scored()).toEqual([70, 71, 72]);
  });

  it('lets further old values come before the clock judges what is absent', async () => {
    const now = start + 10 * HOUR;
    bench = new PipelineBench(now, { pace: PACE });
    await bench.deliver(...aStay({ hours: 6, totals: [6, 6] }));
    for (const second of [70, 71, 72]) {
      bench.clock.set(now + (second - 70) * SECOND);
      await bench.deliver(beat(second));
    }
    expect(bench.rounds.at(-1)?.deferred).toBe(1);
    expect(bench.memory.profile('p1')?.nextWakeAt).toBe(now + 7 * SECOND);
  });

  it('ends as if each value had been judged when it came', async () => {
    const plain = new PipelineBench(start);
    await plain.deliver(...aStay({ hours: 6, totals: [6, 6] }));
    for (let second = 70; second < 90; second += 1) {
      const value = beat(second, 60 + second);
      await at(second, value);
      plain.clock.set(start + second * SECOND);
      await plain.deliver(value);
    }
    await bench.passTo(start + 2 * MINUTE);
    await plain.passTo(start + 2 * MINUTE);
    const last = ({ memory }: PipelineBench): unknown => {
      const { asOf, fingerprint, next24h } = memory.scores('p1').at(-1) ?? {};
      const { risk, ...facts } = memory.row('p1') ?? {};
      return { asOf, fingerprint, next24h, facts, band: risk?.band };
    };
    expect(last(bench)).toEqual(last(plain));
    expect(plain.memory.scores('p1').length).toBeGreaterThan(bench.memory.scores('p1').length);
  });

  it.each<readonly [string, boolean, ClinicalRecord]>([
    ['a further value', true, beat(72)],
    ['an examination', false, anExamination({ at: start + 72 * SECOND, items: allItems({}) })],
    ['a report', false, aReport('hyperdense artery', { at: start + 72 * SECOND })],
    ['a kind not known yet', false, aMeasurement('homocysteine', 12, { at: start + 72 * SECOND })],
    ['a value of earlier', false, beat(30)],
    ['a correction', false, { ...beat(71, 130), version: '2' }],
    ['a value again', false, beat(71)],
  ])('%s can wait: %s', async (_what, waits, record) => {
    for (const second of [70, 71]) await at(second, beat(second));
    await at(72, beat(72, 81), record);
    const wakesForIt = bench.memory.profile('p1')?.nextWakeAt === start + 74 * SECOND;
    expect([wakesForIt, newest()]).toEqual([waits, start + (waits ? 71 : 72) * SECOND]);
  });

  it('is judged after a restart, though the process knows nothing of it any more', async () => {
    for (const second of [70, 71, 72]) await at(second, beat(second));
    bench.restart();
    await bench.passTo(start + 78 * SECOND);
    expect(newest()).toBe(start + 72 * SECOND);
  });

  it('is judged at once where the clock was set back', async () => {
    for (const second of [70, 71]) await at(second, beat(second));
    bench.clock.set(start + 10 * SECOND);
    await bench.deliver(beat(72));
    expect(newest()).toBe(start + 72 * SECOND);
  });
});
