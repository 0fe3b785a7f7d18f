import { sum } from '@endwatch/statistics';
import { evaluate } from './evaluate.ts';
import { shippedJudgement } from './evaluation/testing/shipped-judgement.ts';

describe('what a model card says of a model', () => {
  it('leaves the forecast that is the same for everybody out of what all hours say together', async () => {
    const { artefact, cohort } = await shippedJudgement(60);
    const { next24h, next24hByHour, high } = evaluate(artefact, cohort.stays, true);
    const telling = next24hByHour.filter(({ hour }) => hour > 0);
    expect(next24hByHour[0]).toMatchObject({ hour: 0 });
    expect(next24hByHour[0]!.n).toBeGreaterThan(0);
    expect(next24h.n).toBe(sum(telling.map(({ n }) => n)));
    const flagged = high.flagged * next24h.n;
    expect(flagged).toBeCloseTo(Math.round(flagged), 9);
  }, 60_000);
});
