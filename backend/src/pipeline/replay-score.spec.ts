import { aStay, hour } from '@endwatch/clinical/testing';
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

  it.each<[string, (score: ScoreRecord) => Partial<ScoreRecord>, string[]]>([
    [
      'one bit of the risk',
      ({ next24h }) => ({ next24h: next24h + Number.EPSILON / 16 }),
      ['next24h'],
    ],
    ['a horizon that was null', () => ({ by48h: null }), ['by48h']],
    ['a hazard', ({ hazards }) => ({ hazards: hazards.with(2, 1e-20) }), ['hazards[2]']],
    ['another model', () => ({ modelVersion: 'older' }), ['modelVersion']],
    ['the admission risk', () => ({ admission: null }), ['admission']],
  ])('finds %s', async (_name, change, fields) => {
    const score = (await storedScores())[3];
    if (score === undefined) throw new Error('no score');
    const differences = replayScore({ ...score, ...change(score) }, new FakeRiskModel());
    expect(differences.map(({ field }) => field)).toEqual(fields);
  });
});
