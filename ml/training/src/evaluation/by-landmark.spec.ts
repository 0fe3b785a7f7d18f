import { byLandmark } from './by-landmark.ts';
import type { Stay } from '../stay-rows.ts';
import type { Judgement } from './judgement.ts';
import { shippedJudgement } from './testing/shipped-judgement.ts';

type Cells = Record<string, number>;

function sevenDays(judgement: Judgement, hour: number): Cells {
  const table = byLandmark(judgement).tables.find(({ id }) => id === 'landmark-by7d');
  return table!.rows.find((row) => row['hour'] === hour) as Cells;
}

describe('follow-up that stops before the horizon', () => {
  let judgement: Judgement;
  beforeAll(async () => {
    judgement = await shippedJudgement(300, 4);
  }, 60_000);

  it('makes no difference where there is none', () => {
    const seen = judgement.scored.landmarks.map((row) => {
      const { followUp } = row.stay;
      const full = followUp.event ? followUp : { time: 168, event: false };
      return { ...row, stay: { ...row.stay, followUp: full } };
    });
    const row = sevenDays({ ...judgement, scored: { ...judgement.scored, landmarks: seen } }, 6);
    expect(row['leftOut']).toBe(0);
    expect(row['weightedAuc']).toBeCloseTo(row['auc']!, 9);
    expect(row['weightedEo']).toBeCloseTo(row['eo']!, 9);
  });

  it('is counted, and weighting undoes that the others are richer in END', () => {
    // Every second patient is lost from sight at 30 h, whatever would have come.
    const { stays } = judgement.cohort;
    const everySecond = new Set<Stay>(stays.filter((_, i) => i % 2 === 0));
    const lostStay = (stay: Stay): boolean => everySecond.has(stay);
    const lost = judgement.scored.landmarks.map((row) => {
      const { followUp } = row.stay;
      const cut = lostStay(row.stay) && followUp.time > 30 ? { time: 30, event: false } : followUp;
      return { ...row, stay: { ...row.stay, followUp: cut } };
    });
    const before = sevenDays(judgement, 6);
    const after = sevenDays({ ...judgement, scored: { ...judgement.scored, landmarks: lost } }, 6);
    expect(after['leftOut']).toBeGreaterThan(before['leftOut']! + 60);
    expect(after['eo']).toBeLessThan(before['eo']! * 0.85);
    const gap = (row: Cells) => Math.abs(Math.log(row['weightedEo']! / before['weightedEo']!));
    expect(gap(after)).toBeLessThan(Math.abs(Math.log(after['eo']! / before['eo']!)));
  });
});
