import { aMeasurement, aReport, aStay, hour } from '@endwatch/clinical/testing';
import { FakeRiskModel } from '../testing/fake-risk-model.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import type { ScoreRecord } from './ports.ts';
import { replayScore } from './replay-score.ts';

async function storedScores(): Promise<readonly ScoreRecord[]> {
  const bench = new PipelineBench(hour(10));
  await bench.deliver(...aStay({ hours: 10 }));
  return bench.memory.scores('p1');
}

describe('replaying a stored score', () => {
  it('gives the same bits', async () => {
    const scores = await storedScores();
    expect(scores.length).toBeGreaterThan(8);
    for (const score of scores) expect(replayScore(score, new FakeRiskModel())).toEqual([]);
  });

  it('takes a score from before checksums were kept at its model’s name', async () => {
    const [score] = await storedScores();
    if (score === undefined) throw new Error('no score');
    expect(replayScore({ ...score, modelChecksum: null }, new FakeRiskModel())).toEqual([]);
  });

  it.each<[string, (score: ScoreRecord) => Partial<ScoreRecord>, string[]]>([
    [
      'one bit of the risk',
      ({ next24h }) => ({ next24h: next24h + Number.EPSILON / 16 }),
      ['next24h'],
    ],
    ['a horizon that was null', () => ({ by48h: null }), ['by48h']],
    ['a hazard', ({ hazards }) => ({ hazards: hazards.with(2, 1e-20) }), ['hazards[2]']],
    ['another model', () => ({ modelVersion: 'older' }), ['modelVersion']],
    [
      'a model trained again under the same name',
      () => ({ modelChecksum: 'e0'.repeat(32) }),
      ['modelChecksum'],
    ],
    ['the admission risk', () => ({ admission: null }), ['admission']],
  ])('finds %s', async (_name, change, fields) => {
    const score = (await storedScores())[3];
    if (score === undefined) throw new Error('no score');
    const differences = replayScore({ ...score, ...change(score) }, new FakeRiskModel());
    expect(differences.map(({ field }) => field)).toEqual(fields);
  });
});

describe('a model trained again under the same name', () => {
  it('encodes reports again, supersedes the scores of the last day, and each row says whose it is', async () => {
    const bench = new PipelineBench(hour(3));
    await bench.deliver(...aStay({ hours: 3 }), aReport('hyperdense artery', { at: hour(1) }));
    const before = bench.memory.scores('p1');
    const encoded = bench.model.encoded;
    const old = bench.model.manifest.checksum;
    bench.model.manifest = { ...bench.model.manifest, checksum: 'f2'.repeat(32) };
    bench.restart();
    await bench.deliver(aMeasurement('heart-rate', 90, { at: hour(3), resourceKey: 'O/late' }));
    expect(bench.model.encoded).toBe(2 * encoded);
    const after = bench.memory.scores('p1');
    const ofOld = after.filter(({ modelChecksum }) => modelChecksum === old);
    expect(ofOld.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(ofOld.every(({ supersededAt }) => supersededAt !== null)).toBe(true);
    const standing = after.filter(({ supersededAt }) => supersededAt === null);
    expect(standing.map(({ asOf }) => asOf)).toEqual([0, 1, 2, 3].map(hour));
    expect(standing.every(({ modelChecksum }) => modelChecksum !== old)).toBe(true);
    for (const score of standing) expect(replayScore(score, bench.model)).toEqual([]);
  });
});
